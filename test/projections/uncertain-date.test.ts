import { describe, expect, test } from 'vitest'
import { parseUncertainDate as date } from '../../events/uncertain-date.ts'
import { instant, provablyPrecedes } from '../../projections/time/uncertain-date.ts'

describe('a bound is read as milliseconds', () => {
  test.each([
    ['1970-01-01T00:00:00.001Z', 1],
    ['+012345-01-01T00:00:00.000Z', 327_403_382_400_000],
    ['-000001-01-01T00:00:00.000Z', -62_198_755_200_000],
    [null, null],
  ])('%s', (bound, milliseconds) => {
    expect(instant(bound)).toBe(milliseconds)
  })
})

describe('A provably precedes B where A ends before B begins', () => {
  test.each([
    ['2025-11-29', '2025-11-30', true, 'they touch, and a window excludes its end'],
    ['2025-11-30', '2025-11-30', false, 'the same day'],
    ['2025-11-30', '2025-11-29', false, 'the other way round'],
    ['2025-11', '2025-11-30', false, 'the month may have been its last day'],
    ['2025-11-30T00:00Z', '2025-11-30T00:01Z', true, 'a minute is one minute wide'],
    ['2025-11-29T23:00-05:00', '2025-11-30', false, 'by the offset it is the 30th in UTC'],
    ['-0001', 'Y12345', true, 'years whose texts do not sort as they follow'],
    ['../2025-11-29', '2025-11-30', true, 'what began at any time ended'],
    ['2025-11-29/..', '2025-11-30', false, 'what is open may still come'],
    ['2025-11-29', '../2025-11-30', false, 'what is open may have been before'],
    ['1960', '../2025-11-30', false, 'nor does that depend on the sign of an instant'],
    ['../', '2025-11-30', false, 'already standing, nobody knows until when'],
  ])('%s before %s: %s, %s', (a, b, precedes) => {
    expect(provablyPrecedes(date(a), date(b))).toBe(precedes)
  })
})
