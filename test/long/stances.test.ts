import { expect, test } from 'vitest'
import { compareStances } from '../projections/compare-stances.ts'

test('any stance at any point of both axes is what a naive replay says, 300,000 times', () => {
  const { cases } = compareStances({ histories: 5_000, events: 60, points: 60, seed: 1 })
  expect(cases).toBe(300_000)
})
