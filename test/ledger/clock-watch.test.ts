import { expect, test } from 'vitest'
import { type ClockBehind, ClockWatch } from '../../src/ledger/clock-watch.ts'

const MINUTE = 60_000

test('a clock that is behind by more than a minute is told of once, and once when it has caught up', () => {
  const told: (ClockBehind | undefined)[] = []
  let now = 1_000_000
  const watch = new ClockWatch(
    () => now,
    (behind) => told.push(behind),
  )
  watch.note('a', now + MINUTE)
  expect(watch.behind).toBeUndefined()
  expect(watch.behindMs).toBe(MINUTE)
  watch.note('b', now + MINUTE + 1)
  watch.note('a', now)
  expect(told).toEqual([{ ledger: 'b', behindMs: MINUTE + 1 }])
  now += 2 * MINUTE
  expect(watch.behindMs).toBe(0)
  watch.note('a', now)
  expect(told).toEqual([{ ledger: 'b', behindMs: MINUTE + 1 }, undefined])
})

test('a clock that is set back is behind what it recorded', () => {
  const told: (ClockBehind | undefined)[] = []
  let now = 10 * MINUTE
  const watch = new ClockWatch(
    () => now,
    (behind) => told.push(behind),
  )
  watch.note('a', now)
  now = MINUTE
  expect(watch.behind).toEqual({ ledger: 'a', behindMs: 9 * MINUTE })
  watch.note('a', 10 * MINUTE)
  expect(told).toEqual([{ ledger: 'a', behindMs: 9 * MINUTE }])
})
