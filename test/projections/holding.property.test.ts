import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holdsAfter } from '../../projections/time/acts.ts'
import {
  canEnd,
  firstOf,
  type Holding,
  holding,
  readInOrder,
} from '../../projections/time/holding.ts'
import type { TimeWindow } from '../../projections/time/window.ts'
import { holdingByForce } from './naive-holding.ts'

const side = fc.integer({ min: 0, max: 6 })
const window = fc
  .tuple(side, fc.integer({ min: 1, max: 5 }), fc.constantFrom('', '', '', 'from', 'until'))
  .map(([from, width, open]) => ({
    from: open === 'from' ? Number.NEGATIVE_INFINITY : from,
    until: open === 'until' ? Number.POSITIVE_INFINITY : from + width,
  }))
const instant = fc.integer({ min: -1, max: 12 })

/** Every instant of a window that matters: at each whole number and between each two. */
function instantsOf({ from, until }: TimeWindow): number[] {
  const all = Array.from({ length: 40 }, (_, n) => -4 + n / 2)
  return all.filter((at) => from <= at && at < until)
}

/** Straight over instants: it began at one and ended at the first of others, none before it. */
function heldByForce(start: TimeWindow, ends: readonly TimeWindow[], at: number): Holding {
  const answers = new Set<boolean>()
  const go = (begun: number, left: readonly TimeWindow[], end: number): void => {
    const [next, ...rest] = left
    if (next === undefined) {
      answers.add(begun <= at && at < end)
      return
    }
    const later = instantsOf(next).filter((each) => each >= begun)
    for (const each of later) go(begun, rest, Math.min(end, each))
  }
  for (const begun of instantsOf(start)) go(begun, ends, Number.POSITIVE_INFINITY)
  if (answers.size > 1) return 'possibly'
  return answers.has(true) ? 'surely' : 'no'
}

describe('what the windows say is what every choice of instants within them says', () => {
  test('of something that begins and ends', () => {
    fc.assert(
      fc.property(window, fc.array(window, { maxLength: 2 }), instant, (start, given, at) => {
        const ends = given.filter((end) => canEnd(start, end))
        expect(holding(start, firstOf(ends), at)).toBe(heldByForce(start, ends, at))
      }),
      { numRuns: 2_000 },
    )
  })

  test('of what follows a start: it is read within its own window, at or after the first start', () => {
    const fact = fc.record({ window, isStart: fc.boolean() })
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 5 }), (given) => {
        const facts = given
          .map(({ window, isStart }, id) => ({ ...window, isStart, id }))
          .toSorted((a, b) => (a.from === b.from ? 0 : a.from - b.from))
        const starts = facts.filter(({ isStart }) => isStart)
        const ends = facts.filter(({ isStart }) => !isStart)
        const isStart = (one: (typeof facts)[number]) => one.isStart
        const read = readInOrder(facts, isStart, (one) => !one.isStart)
        expect(read.map(({ id }) => id).sort()).toEqual(facts.map(({ id }) => id).sort())
        for (const { id, ...window } of read) {
          const told = facts.find((one) => one.id === id) as TimeWindow
          const [first] = starts
          const isFollowed = window.isStart && starts.length === 1
          const possible = instantsOf(told).filter((at) =>
            isFollowed
              ? ends.every((end) => !canEnd(told, end) || at < end.until)
              : first === undefined || at >= first.from,
          )
          const isIdle = first !== undefined && !canEnd(first, told)
          expect(instantsOf(window)).toEqual(isIdle ? instantsOf(told) : possible)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  const act = fc.record({ window, begins: fc.boolean(), isWithdrawal: fc.boolean() })

  test('of something that acts begin and end by turns', () => {
    const seen: Record<Holding, number> = { surely: 0, possibly: 0, no: 0 }
    fc.assert(
      fc.property(fc.array(act, { maxLength: 4 }), instant, (given, at) => {
        const acts = given.map(({ window, begins, isWithdrawal }) => ({
          ...{ ...window, begins, isWithdrawal: isWithdrawal && !begins },
        }))
        const weighed = acts.map((one) => ({ ...one, weight: one.isWithdrawal ? 1 / 1024 : 1 }))
        const answer = holdingByForce(acts, at)
        seen[answer] += 1
        expect(holdsAfter(weighed, at)).toBe(answer)
      }),
      { numRuns: 2_000 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50)
  })
})

describe('acts in the order that gives each an effect', () => {
  const november = { from: 10, until: 40 }
  const joined = { begins: true, weight: 1, ...november }
  const left = { begins: false, weight: 1, ...november }

  test('joined and left in one month: out, surely', () => {
    expect(holdsAfter([joined, left], 50)).toBe('no')
    expect(holdsAfter([joined, left], 20)).toBe('possibly')
  })

  test('a member since long before, with the same two reports: in, surely', () => {
    expect(holdsAfter([{ ...joined, from: 0, until: 1 }, joined, left], 50)).toBe('surely')
  })

  test('of reports that are too many to go through, the order is open until one kind is left', () => {
    const many = Array.from({ length: 40 }, (_, n) => ({ ...(n % 2 ? joined : left), from: n / 4 }))
    expect(holdsAfter(many, 50)).toBe('possibly')
    expect(holdsAfter([...many, { ...left, from: 60, until: 61 }], 70)).toBe('no')
  })

  test('a hundred reports of one joining are one', () => {
    const reports = Array.from({ length: 100 }, (_, n) => ({ ...joined, until: 40 + n }))
    expect(holdsAfter(reports, 39)).toBe('possibly')
    expect(holdsAfter(reports, 40)).toBe('surely')
  })
})
