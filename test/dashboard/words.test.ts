import { beforeAll, describe, expect, test, vi } from 'vitest'
import './english-page.ts'
import { normalLines } from '../../projections/text/lines.ts'
import { ranked, seriesOf } from '../../src/dashboard/convergence/series.ts'
import { pointsOf } from '../../src/dashboard/convergence/step-points.ts'
import type { ConvergenceStep } from '../../src/dashboard/convergence/step-table.tsx'
import { highlighted } from '../../src/dashboard/evidence/highlight.ts'
import { quoteOf } from '../../src/dashboard/record/quote.ts'
import { asGiven, filled } from '../../src/dashboard/record/values.ts'
import { placeIn, stopsOf, withNow } from '../../src/dashboard/state/stops-of.ts'
import { idFor } from '../../src/dashboard/words/id-for.ts'

const storage = { getItem: () => 'UTC', setItem: () => undefined }

beforeAll(() => {
  vi.stubGlobal('localStorage', storage)
})

describe('dates in words', () => {
  test.each([
    ['2025-11-30', '30 Nov 2025'],
    ['2025-11', 'Nov 2025'],
    ['2025', '2025'],
    ['2025-11-30~', 'about 30 Nov 2025'],
    ['2025-11-30?', '30 Nov 2025 (uncertain)'],
    ['../2025-11-30', 'by 30 Nov 2025'],
    ['2025-12-01/', '1 Dec 2025 or later'],
    ['2025-12-01/2025-12-07', 'between 1 Dec 2025 and 7 Dec 2025'],
    ['../', 'already standing'],
    ['2025-11-30T14:00-05:00', '30 Nov 2025, 19:00'],
  ])('%s is %s', async (text, words) => {
    const { uncertainText } = await import('../../src/dashboard/words/dates.ts')
    expect(uncertainText({ text })).toBe(words)
  })
})

test('a line is not turned by a name that is written from right to left', async () => {
  const { isolated } = await import('../../src/dashboard/words/direction.ts')
  expect(isolated('Ukraine')).toBe('Ukraine')
  expect(isolated('مصر')).toBe('\u2068مصر\u2069')
})

describe('quotes', () => {
  const text = 'No deal. No war. No deal is near.'

  test('words that come twice are quoted with what stands around them', () => {
    expect(quoteOf(text, 9, 16)).toEqual({ exact: 'No war.', start: 9, end: 16 })
    expect(quoteOf(text, 17, 25)).toEqual({
      exact: 'No deal',
      prefix: 'No deal. No war. ',
      suffix: ' is near.',
      ...{ start: 17, end: 24 },
    })
    expect(quoteOf(text, 8, 9)).toBeUndefined()
  })

  test('words of a text that is held with CRLF are those that are selected as it is shown', () => {
    const held = 'First line.\r\nParty A\rdeclines.\r\nParty B agrees to it.'
    const shown = normalLines(held)
    const at = shown.indexOf('agrees to')
    expect(quoteOf(held, at, at + 9)).toMatchObject({
      exact: 'agrees to',
      start: held.indexOf('agrees'),
    })
  })

  test('and are found in the place that was meant', () => {
    const quote = quoteOf(text, 17, 24) as NonNullable<ReturnType<typeof quoteOf>>
    const runs = highlighted(text, [quote])
    expect(runs.map(({ text: run }) => run).join('')).toBe(text)
    expect(runs[0]).toEqual({ text: 'No deal. No war. ', isQuoted: false })
    expect(runs[1]).toEqual({ text: 'No deal', isQuoted: true })
  })

  test('quotes that overlap lose and repeat no letter', () => {
    const runs = highlighted(text, [{ exact: 'No deal. No' }, { exact: 'No war.' }, { exact: '?' }])
    expect(runs.map(({ text: run }) => run).join('')).toBe(text)
    expect(
      runs
        .filter(({ isQuoted }) => isQuoted)
        .map(({ text: run }) => run)
        .join(''),
    ).toBe('No deal. No war.')
  })
})

describe('what is filled in', () => {
  test('leaves out what is empty, and keeps lists and falsehoods', () => {
    expect(filled({ a: '', b: undefined, c: [], d: false, e: { f: '', g: 0 } })).toEqual({
      ...{ c: [], d: false, e: { g: 0 } },
    })
  })

  test('gives dates back as they were given', () => {
    const date = { text: '../2025', from: null, until: '2026-01-01T00:00:00.000Z' }
    expect(asGiven({ since: date, text: 'said', list: [date] })).toEqual({
      ...{ since: '../2025', text: 'said', list: ['../2025'] },
    })
  })

  test('makes ids that are free and well-formed', () => {
    expect(idFor('Talks in Genève!', new Set())).toBe('talks-in-geneve')
    expect(idFor('NATO', new Set(['nato', 'nato-2']))).toBe('nato-3')
    expect(idFor('Переговоры', new Set())).toBe('entry')
    expect(idFor('Переговоры', new Set(), 'meeting')).toBe('meeting')
  })
})

describe('the line of a convergence', () => {
  const step = (revision: number, pairs: number, apart: number) =>
    ({ revision, pairs, apart, for: 0, against: 0, neither: 0, opposing: 0 }) as ConvergenceStep

  test('goes on until the next step, and is broken where no pair is there to measure', () => {
    const steps = [step(0, 0, 0), step(3, 1, 1), step(5, 0, 0), step(6, 3, 0.5)]
    const turns = pointsOf(steps, 0, 9).map(([place, apart]) => `${place} ${apart}`)
    expect(turns).toEqual(['0 null', '3 1', '5 1', '5 null', '6 0.5', '9 0.5'])
  })

  test('a change is told from when half of the pairs had a record, and the greatest comes first', () => {
    const on = (id: string, ...steps: ConvergenceStep[]) =>
      seriesOf({ kind: 'issue', id }, steps, 9)
    const all = [
      on('unmeasured', step(0, 0, 0)),
      on('closer', step(1, 1, 1), step(2, 6, 0.5), step(9, 10, 0.25), step(12, 10, 0.9)),
      on('further', step(3, 1, 0), step(5, 1, 1)),
    ]
    expect(all.map(({ change }) => change)).toEqual([0, -0.25, 1])
    const order = (rank: 'change' | 'apart' | 'latest') =>
      ranked(all, rank).map(({ subject }) => subject.id)
    expect(order('change')).toEqual(['further', 'closer', 'unmeasured'])
    expect(order('apart')).toEqual(['further', 'closer', 'unmeasured'])
    expect(order('latest')).toEqual(['closer', 'further', 'unmeasured'])
  })
})

describe('steps of the clock of what happened', () => {
  test('end with now, or with what is still to come', () => {
    expect(withNow([1, 3], 5)).toEqual([1, 3, 'now'])
    expect(withNow([1, 7], 5)).toEqual([1, 'now', 7])
    expect(withNow([], 5)).toEqual([])
  })

  test('the slider stands on the last of them that has come by then', () => {
    const steps = withNow([1, 3, 7], 5)
    expect([0, 1, 2, 3, 6, 7, 8].map((time) => placeIn(steps, time))).toEqual([0, 0, 0, 1, 1, 3, 3])
    expect(placeIn(steps, 'now')).toBe(2)
  })
})

describe('stops of the clock of what happened', () => {
  const [first, second] = ['2025-11-23T00:00:00.000Z', '2025-11-30T00:00:00.000Z']

  test('are the times at which something begins, once each, in order', () => {
    expect(stopsOf([second, first, second])).toEqual([Date.parse(first), Date.parse(second)])
  })

  test('begin before them all where something has no beginning', () => {
    const stops = stopsOf([null, second])
    expect(stops).toHaveLength(2)
    expect(stops[0]).toBeLessThan(stops[1] as number)
    expect(stopsOf([])).toEqual([])
  })
})
