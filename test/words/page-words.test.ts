import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { Command, recorded, registry } from '../../events/registry.ts'
import { setMessages } from '../../src/dashboard/words/messages.ts'
import { readTypedMoment } from '../../src/dashboard/words/typed-moment.ts'
import { englishPage } from '../../src/words/en/english-page.ts'
import { CODES } from '../../src/words/uk/codes.ts'
import { MEMBERS } from '../../src/words/uk/members.ts'
import { TYPES } from '../../src/words/uk/types.ts'
import { ukrainianPage } from '../../src/words/uk/ukrainian-page.ts'

/** Members and values of enumerations in a JSON Schema, wherever they stand. */
function namesIn(schema: unknown, members = new Set<string>(), values = new Set<string>()) {
  if (typeof schema !== 'object' || schema === null) return { members, values }
  const { properties, enum: choices } = schema as Record<string, unknown>
  if (typeof properties === 'object' && properties !== null) {
    for (const name of Object.keys(properties)) members.add(name)
  }
  if (Array.isArray(choices)) for (const value of choices) values.add(String(value))
  for (const part of Object.values(schema)) namesIn(part, members, values)
  return { members, values }
}

/** Grades of reliability, which are letters in every language. */
const GRADE = /^[A-F]$/

test('every type, member and value that can be recorded has a name in Ukrainian', () => {
  const { members, values } = namesIn(
    z.toJSONSchema(Command, { unrepresentable: 'any', io: 'input' }),
  )
  expect(members.size).toBeGreaterThan(90)
  expect(values.size).toBeGreaterThan(90)
  expect(Object.keys(registry).filter((type) => !(type in TYPES))).toEqual([])
  expect([...members].filter((name) => !(name in MEMBERS))).toEqual([])
  const codes = [...values].filter((value) => !GRADE.test(value) && !(value in recorded))
  expect(codes.filter((value) => !(value in CODES))).toEqual([])
})

/** Every text of a language by its path. */
function* textsIn(part: object, path = ''): Generator<[string, string]> {
  for (const [name, value] of Object.entries(part)) {
    if (typeof value === 'string') yield [`${path}.${name}`, value]
    else if (typeof value === 'object' && value !== null) yield* textsIn(value, `${path}.${name}`)
  }
}

/** Names and forms that are the same in every language. */
const SAME =
  /^\.language$|^\.stances\.legend(OfSigns)?\.\d\.0$|^\.shell\.product$|^\.access\.examples\.(principal|since|until)$/

test('no text of the page is the same in both languages, nor has Latin letters but in codes', () => {
  const english = new Map(textsIn(englishPage))
  for (const [path, text] of textsIn(ukrainianPage)) {
    if (SAME.test(path) || !/\p{L}/u.test(text)) continue
    expect(text, path).not.toBe(english.get(path))
    expect(text, path).toMatch(/\p{Script=Cyrillic}/u)
  }
})

describe('in Ukrainian', () => {
  beforeAll(() => {
    vi.stubGlobal('localStorage', { getItem: () => 'UTC', setItem: () => undefined })
    setMessages(ukrainianPage)
  })
  afterAll(() => setMessages(englishPage))

  test.each([
    [1, '1 запис'],
    [2, '2 записи'],
    [5, '5 записів'],
    [11, '11 записів'],
    [21, '21 запис'],
    [104, '104 записи'],
  ])('%i is %s', (count, words) => {
    expect(ukrainianPage.shell.entries(count)).toBe(words)
  })

  const NOW = Date.parse('2025-12-05T10:00:00Z')
  const context = { now: NOW, zone: 'Europe/Kyiv', latest: NOW, edge: 'end' } as const

  test.each([
    ['2 груд.', '2025-12-02T21:59:59.999Z'],
    ['2 грудня 2025 о 08:45', '2025-12-02T06:45:59.999Z'],
    ['2 груд. 2025, 23:59', '2025-12-02T21:59:59.999Z'],
    ['1 січня 2024 р.', '2024-01-01T21:59:59.999Z'],
    ['вчора 18:00', '2025-12-04T16:00:59.999Z'],
    ['понеділок', '2025-12-01T21:59:59.999Z'],
    ['середа', '2025-12-03T21:59:59.999Z'],
    ['15 серпня', '2025-08-15T20:59:59.999Z'],
  ])('%s is understood', (typed, instant) => {
    const moment = readTypedMoment(typed, context)
    expect(moment.kind === 'time' && new Date(moment.time).toISOString()).toBe(instant)
  })

  test.each([
    ['зараз', { kind: 'now' }],
    ['запис 37', { kind: 'entry', entry: 37 }],
    ['3 дні тому', { kind: 'ago', span: '-3d' }],
    ['тиждень тому', { kind: 'ago', span: '-1w' }],
    ['2 години тому', { kind: 'ago', span: '-2h' }],
  ])('%s is understood', (typed, moment) => {
    expect(readTypedMoment(typed, context)).toEqual(moment)
  })

  test('what is not understood is told in Ukrainian, with what to type', () => {
    const moment = readTypedMoment('колись', context)
    expect(moment.kind === 'problem' && moment.problem).toMatch(/^«колись» не розпізнано\. Введіть/)
  })

  test('dates are as uncertain as they are known', async () => {
    const { uncertainText } = await import('../../src/dashboard/words/dates.ts')
    expect(uncertainText({ text: '2025-11-30~' })).toMatch(/^близько 30 лист\.? 2025$/)
    expect(uncertainText({ text: '../2025-11-30' })).toMatch(/^не пізніше: 30 лист\.? 2025$/)
  })
})
