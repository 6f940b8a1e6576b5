import { expect, test } from 'vitest'
import { compareStances } from './compare-stances.ts'

test('any stance at any point of both axes is what a naive replay says', () => {
  const { cases, cells, seen } = compareStances({ histories: 280, events: 40, points: 30 })
  expect(cases).toBe(8_400)
  expect(cells).toBe(100_800)
  for (const [kind, count] of Object.entries(seen)) expect(count, kind).toBeGreaterThan(100)
})
