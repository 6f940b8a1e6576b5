import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readAs } from '../../events/schema-faults.ts'
import { lastRecordedBy, momentOf } from '../../src/http/as-of/as-of.ts'
import { asOfQuery } from '../../src/http/contract.ts'
import { whatOf } from '../words/in-english.ts'

const Query = z.strictObject(asOfQuery)
const recorded = ['01T10:00Z', '01T10:00Z', '02T10:00Z', '05T10:00Z'].map((t) => ms(`2025-12-${t}`))
const dusk = ms('2025-12-08T00:00Z')
const ledger = {
  head: 3,
  recordedAt: (revision: number) => recorded[revision] as number,
  importedAt: () => undefined,
  lastChangeBy: (time: number) => (time >= dusk ? dusk : (recorded[3] as number)),
}
const now = ms('2025-12-09T00:00Z')

describe('the moment that a read asks for', () => {
  test('by default: the head, when an answer last changed', () => {
    expect(at('')).toEqual({ revision: 3, transactionTime: recorded[3], validTime: dusk })
  })

  test('by default, where the clock is behind the head: when the head was recorded', () => {
    expect(momentOf({}, ledger, now - 7 * 86_400_000).validTime).toBe(recorded[3])
  })

  test('a revision: as it was when that event was recorded', () => {
    expect(at('revision=1')).toEqual({
      revision: 1,
      transactionTime: recorded[1],
      validTime: recorded[1],
    })
  })

  test.each([
    ['2025-12-01T10:00Z', 1],
    ['2025-12-02T09:59:59.999Z', 1],
    ['2025-12-02T10:00Z', 2],
    ['2025-12-02T12:00%2B02:00', 2],
    ['2025-12-09T00:00Z', 3],
  ])('transaction time %s: the last revision recorded by then', (time, revision) => {
    expect(at(`transactionTime=${time}`)).toEqual({
      revision,
      transactionTime: recorded[revision],
      validTime: recorded[revision],
    })
  })

  test('a day is taken at its last millisecond, which nothing of the next day is in', () => {
    expect(at('validTime=2025-12-01').validTime).toBe(ms('2025-12-01T23:59:59.999Z'))
    expect(at('transactionTime=2025-12-01').revision).toBe(
      lastRecordedBy(ms('2025-12-01T23:59:59.999Z'), ledger),
    )
  })

  test('a valid time, with any of them, in the past and in the future', () => {
    expect(at('validTime=1990-01-01T00:00Z').validTime).toBe(ms('1990-01-01T00:00Z'))
    expect(at('revision=0&validTime=2090-01-01T00:00Z')).toMatchObject({
      revision: 0,
      validTime: ms('2090-01-01T00:00Z'),
    })
  })
})

describe('refused', () => {
  test.each([
    ['revision=4', 'as_of_invalid', /at most 3, the head, not 4/],
    ['revision=1&transactionTime=2025-12-02T10:00Z', 'as_of_invalid', /with revision/],
    ['transactionTime=2025-12-09T00:00:00.001Z', 'as_of_invalid', /future/],
    ['transactionTime=2025-12-01T09:59Z', 'unknown_then', /before the first entry/],
  ])('%s', (query, code, detail) => {
    expect(() => at(query)).toThrow(expect.objectContaining({ code }))
    expect(() => at(query)).toThrow(detail)
  })

  test.each([
    ['validTime=2025-12', 'must be a day, or a date and time with an offset'],
    ['validTime=01/02/2026', 'write 2026-02-01 or 2026-01-02'],
    ['validTime=1743465600', 'looks like seconds since 1970: write 2025-04-01T00:00:00Z'],
    ['validTime=2025-02-30', 'names no day'],
    ['validTime=2025-12-01T10:00', 'needs an offset'],
    ['validTime=2025-12-01T10:00+02:00', 'write + as %2B'],
    ['validTime=2025-02-30T10:00Z', '2025-02-30'],
    ['validTime=2025-12-01T10:00Z~', 'must be a day, or a date and time with an offset'],
    ['validTime=now', 'leave it out to read what is so now'],
    ['validTime=3 March 2026', 'write 2026-03-03'],
    ['validTime=March 2026', 'must be a day, or a date and time with an offset'],
    ['validTime=2026-3-1', 'write 2026-03-01'],
    ['validTime=../2025-12-01T10:00Z', 'must be a day, or a date and time with an offset'],
    ['validTime=', 'must be a day, or a date and time with an offset'],
    ['revision=-1', 'must be a whole number'],
    ['revision=1.5', 'must be a whole number'],
    ['revision=', 'must be a whole number'],
    ['revision=9007199254740993', 'must be a whole number'],
  ])('%s', (query, why) => {
    const { faults } = readAs(Query, Object.fromEntries(new URLSearchParams(query)))
    expect(faults?.map(({ what }) => whatOf(what)).join()).toContain(why)
  })
})

test('finding the last revision by a time agrees with looking at each', () => {
  for (let time = recorded[0]! - 1; time < now; time += 3_599_999) {
    const naive = recorded.filter((t) => t <= time).length - 1
    expect(lastRecordedBy(time, ledger)).toBe(naive)
  }
})

function at(query: string) {
  return momentOf(Query.parse(Object.fromEntries(new URLSearchParams(query))), ledger, now)
}

function ms(text: string): number {
  return Date.parse(text)
}
