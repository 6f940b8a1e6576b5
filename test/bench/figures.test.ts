import { expect, test } from 'vitest'
import { benchPairs, isMet, limitOf, single } from '../../bench/compare.ts'
import { figures } from '../../bench/figures.ts'

test('the median of an odd number of rounds is the one in the middle', () => {
  const { min, median, max } = figures([30, 10, 20])
  expect([min, median, max]).toEqual([10, 20, 30])
})

test('the median of an even number of rounds lies between the two in the middle', () => {
  expect(figures([40, 10, 30, 20]).median).toBe(25)
})

test('figures keep the order of the rounds and four significant digits', () => {
  expect(figures([123_456, 0.0123456]).rounds).toEqual([123_500, 0.01235])
})

test('subject and peer take turns at being first, after a round that is not counted', async () => {
  const ran: string[] = []
  const subject = () => ran.push('subject') * 0 + 30
  const peer = () => ran.push('peer') * 0 + 10
  const one = single({ name: 'a', unit: 'b', subject, peer: { name: 'c', run: peer } })
  const [result] = await benchPairs(one, 2)

  expect(ran).toEqual(['peer', 'subject', 'subject', 'peer', 'peer', 'subject'])
  expect(result?.ratio).toEqual({ min: 3, median: 3, max: 3, rounds: [3, 3] })
})

test('a ratio is of one round, so that a slow moment weighs on both of its sides', async () => {
  const speeds = [1, 100, 10]
  let round = 0
  const one = single({
    name: 'a',
    unit: 'b',
    subject: () => speeds[(round++ >> 1) % 3]!,
    peer: { name: 'c', run: () => 2 * speeds[(round++ >> 1) % 3]! },
  })
  expect((await benchPairs(one, 2))[0]?.ratio.rounds).toEqual([0.5, 0.5])
})

test('a goal is met by the ratio of the medians', async () => {
  const values = [0, 90, 10, 20].values()
  const one = single({
    name: 'a',
    unit: 'ms',
    goal: { atMost: 1 },
    subject: () => values.next().value ?? 0,
    peer: limitOf(20, 'ms'),
  })
  const [result] = await benchPairs(one, 3)
  expect(result?.ratio.median).toBe(1)
  expect(isMet(result!)).toBe(true)
  expect(isMet({ ...result!, goal: { atLeast: 1.1 } })).toBe(false)
})

test('a run that yields several figures is run once for all of them', async () => {
  let runs = 0
  const run = () => ({ rate: ++runs, p99: 2 })
  const measures = { rate: { unit: 'requests/s' }, p99: { unit: 'ms' } }
  const results = await benchPairs(
    { name: 'a', measures, subject: run, peer: { name: 'b', run } },
    1,
  )
  expect(results.map(({ unit }) => unit)).toEqual(['requests/s', 'ms'])
  expect(runs).toBe(4)
})
