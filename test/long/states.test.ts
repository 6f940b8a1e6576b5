import { expect, test } from 'vitest'
import { compareDrafts, compareTalks } from '../projections/compare-states.ts'

const RUNS = Number(process.env.LEDGER_TEST_STATES ?? 20_000)

test('the status of a draft is one that instants within the windows allow', () => {
  compareDrafts(RUNS)
})

test('the state of the talks is one of those, and is rarely marked without need', () => {
  const { several, marked, one } = compareTalks(RUNS)
  expect(several).toBeGreaterThan(marked * 4)
  expect(one).toBeGreaterThan(several)
})
