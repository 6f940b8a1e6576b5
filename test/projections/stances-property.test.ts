import { expect, test } from 'vitest'
import { compareStances } from './compare-stances.ts'

test('any stance at any point of both axes is what a naive replay says', () => {
  const { cases, cells, seen } = compareStances({ histories: 300, events: 40, points: 40 })
  expect(cases).toBe(12_000)
  expect(cells).toBe(12_000 * 12)
  for (const [kind, count] of Object.entries(seen)) expect(count, kind).toBeGreaterThan(100)
})
