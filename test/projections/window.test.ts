import { expect, test } from 'vitest'
import { parseUncertainDate as date } from '../../events/uncertain-date.ts'
import { windowOf } from '../../projections/time/window.ts'

const RECORDED = '2025-12-01T09:00:00.000Z'
const ms = Date.parse

test.each([
  ['2025-11-30', ms('2025-11-30T00:00Z'), ms('2025-12-01T00:00Z'), 'as the date has it'],
  ['../2025-11-30', -Infinity, ms('2025-12-01T00:00Z'), 'an open start is any time before'],
  ['2025-11-30/..', ms('2025-11-30T00:00Z'), ms(RECORDED), 'an open end: before it was recorded'],
  ['../', -Infinity, ms(RECORDED), 'already standing when it was recorded'],
  ['2026/..', ms('2026-01-01T00:00Z'), ms('2026-01-01T00:00Z'), 'never inverted'],
])('the window of %s, recorded 2025-12-01', (text, from, until, _why) => {
  expect(windowOf(date(text), RECORDED)).toEqual({ from, until })
})
