import type { Quantity } from '../../../events/quantity.ts'
import { areApart, type Range, rangeOf } from '../../quantities/range.ts'
import type { TemporalKey } from '../../time/bitemporal.ts'
import { isBefore } from '../../time/provably.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import { beginningOf, type TimeWindow } from '../../time/window.ts'

/** A number as one entry reports it: the whole range of values that it leaves open. */
export interface ReportedNumber extends TemporalKey, TimeWindow, Range {
  readonly part: number
  /** The thing counted: numbers of different things are not compared. */
  readonly of: string
  /** As a sentence names it. */
  readonly text: string
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
    const range = rangeOf({ value: String(points), comparator: 'exactly' })
    const text = `${points} points`
    return [{ ...place(fact, 0, fact), of: `draft ${draft}`, text, ...range, fact }]
  }
  if (fact.type !== 'statement.recorded') return []
  return fact.body.positions.flatMap(({ party, subject, quantity, since }, part) => {
    if (quantity === undefined) return []
    const window = beginningOf(fact, since)
    const of = `party ${party} on ${subject.kind} ${subject.id}, in ${quantity.unit}`
    const text = quantityText(quantity)
    return [{ ...place(fact, part, window), of, text, ...rangeOf(quantity), fact }]
  })
}

/** True if two reports cannot both be right: no value satisfies both, at what may be one time. */
export function disagree(a: ReportedNumber, b: ReportedNumber): boolean {
  const sameTime = !isBefore(a, b) && !isBefore(b, a)
  return sameTime && a.entry !== b.entry && areApart(a, b)
}

function quantityText({ value, to, unit, comparator }: Quantity): string {
  if (to !== undefined) return `between ${value} and ${to} ${unit}`
  return `${comparator.replace('_', ' ')} ${value} ${unit}`
}

function place({ entry }: StandingFact, part: number, window: TimeWindow) {
  return { from: window.from, until: window.until, entry, part }
}
