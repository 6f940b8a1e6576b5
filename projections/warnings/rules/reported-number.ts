import type { Position } from '../../../events/statement.ts'
import type { TemporalKey } from '../../time/bitemporal.ts'
import { isBefore } from '../../time/provably.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import { type Window, windowOf } from '../../time/window.ts'

type Quantity = NonNullable<Position['quantity']>

/** A number as one entry reports it: the whole range of values that it leaves open. */
export interface ReportedNumber extends TemporalKey, Window {
  readonly part: number
  /** What it is a number of: numbers of different things are not compared. */
  readonly of: string
  /** As a sentence names it. */
  readonly text: string
  readonly low: number
  readonly high: number
  readonly fact: StandingFact
}

/**
 * The numbers in a fact: the quantities in the positions of a statement, each of one party on one
 * subject in one unit, from when the position began; and the points of a reported draft.
 */
export function numbersIn(fact: StandingFact): ReportedNumber[] {
  if (fact.type === 'draft.revisionReported') {
    const { points, draft } = fact.body
    if (points === undefined) return []
    const text = `${points} points`
    return [
      { ...place(fact, 0, fact), of: `draft ${draft}`, text, low: points, high: points, fact },
    ]
  }
  if (fact.type !== 'statement.recorded') return []
  return fact.body.positions.flatMap(({ party, subject, quantity, since }, part) => {
    if (quantity === undefined) return []
    const { value, unit, comparator } = quantity
    const window = since === undefined ? fact : windowOf(since, fact.recordedAt)
    const of = `party ${party} on ${subject.kind} ${subject.id}, in ${unit}`
    const text = `${comparator.replace('_', ' ')} ${value} ${unit}`
    return [{ ...place(fact, part, window), of, text, ...rangeOf(quantity), fact }]
  })
}

/** The values that a quantity leaves open, both ends included. */
export function rangeOf({ value, comparator }: Pick<Quantity, 'value' | 'comparator'>): {
  low: number
  high: number
} {
  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  switch (comparator) {
    case 'exactly':
      return { low: value, high: value }
    case 'about': {
      const leeway = Math.abs(value) / 10
      return { low: value - leeway, high: value + leeway }
    }
    case 'at_least':
      return { low: value, high: most }
    case 'at_most':
      return { low: least, high: value }
    case 'more_than':
      return { low: value + 1, high: most }
    case 'less_than':
      return { low: least, high: value - 1 }
  }
}

/** Whether two reports cannot both be right: no value satisfies both, and they may be of one time. */
export function disagree(a: ReportedNumber, b: ReportedNumber): boolean {
  const sameTime = !isBefore(a, b) && !isBefore(b, a)
  return sameTime && a.entry !== b.entry && (a.low > b.high || b.low > a.high)
}

function place({ entry }: StandingFact, part: number, window: Window) {
  return { from: window.from, until: window.until, entry, part }
}
