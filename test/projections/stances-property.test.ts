import { expect, test } from 'vitest'
import { inLongRun } from '../in-long-run.ts'
import { compareStances } from './compare-stances.ts'

/** In the long run they have 100,800 cells. */
const HISTORIES = inLongRun(280, 60)

test('any stance at any point of both axes is what a naive replay says', () => {
  const { cases, cells, seen } = compareStances({ histories: HISTORIES, events: 40, points: 30 })
  expect(cases).toBe(HISTORIES * 30)
  expect(cells).toBe(HISTORIES * 360)
  for (const [kind, count] of Object.entries(seen))
    expect(count, kind).toBeGreaterThan(HISTORIES / 3)
})
