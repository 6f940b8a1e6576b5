import { describe, expect, test } from 'vitest'
import { parseUncertainDate as date } from '../../events/uncertain-date.ts'
import { beginningOf, closedBy, windowOfDate } from '../../projections/time/window.ts'

const ms = Date.parse
const RECORDED = ms('2025-12-01T09:00:00.000Z')

describe('the window of what is said to have occurred, recorded on 1 December 2025 at nine', () => {
  test.each([
    ['2025-11-30', ms('2025-11-30T00:00Z'), ms('2025-12-01T00:00Z'), 'is as the date has it'],
    ['../2025-11-30', -Infinity, ms('2025-12-01T00:00Z'), 'may begin at any time before'],
    ['2025-11-30/..', ms('2025-11-30T00:00Z'), RECORDED, 'closes when it was recorded'],
    ['2025-12-01', ms('2025-12-01T00:00Z'), RECORDED, 'closes then on the same day too'],
    ['2025-11-14/2025-12-31', ms('2025-11-14T00:00Z'), RECORDED, 'closes before a later end'],
    ['../', -Infinity, RECORDED, 'already stood when it was recorded'],
    ['2025-12-02', ms('2025-12-02T00:00Z'), ms('2025-12-03T00:00Z'), 'stays, where it lies ahead'],
    ['2026/..', ms('2026-01-01T00:00Z'), Infinity, 'stays open, where it lies ahead'],
  ])('%s: from %d until %d: it %s', (text, from, until) => {
    expect(closedBy(RECORDED, windowOfDate(date(text)))).toEqual({ from, until })
  })
})

describe('the window of a since, in a statement of 10 November', () => {
  const said = { from: ms('2025-11-10T00:00Z'), until: ms('2025-11-11T00:00Z') }
  test.each([
    ['2025-01', ms('2025-01-01T00:00Z'), ms('2025-02-01T00:00Z'), 'as the date has it'],
    ['2025', ms('2025-01-01T00:00Z'), said.until, 'no later than the statement'],
    ['../', -Infinity, said.until, 'at any time before the statement'],
    ['2026-01', ms('2026-01-01T00:00Z'), ms('2026-02-01T00:00Z'), 'a plan, as it is given'],
  ])('%s: from %d until %d: %s', (text, from, until) => {
    expect(beginningOf(said, date(text))).toEqual({ from, until })
  })
})
