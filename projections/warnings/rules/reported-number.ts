import type { Quantity } from '../../../events/quantity.ts'
import { areApart, type Range, rangeOf } from '../../quantities/range.ts'
import type { TemporalKey } from '../../time/bitemporal.ts'
import { isBefore } from '../../time/provably.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import { beginningOf, type TimeWindow } from '../../time/window.ts'
import type { WarningParams } from '../warning-params.ts'

/** A number as one entry reports it: the whole range of values that it leaves open. */
export interface ReportedNumber extends TemporalKey, TimeWindow, Range {
  readonly part: number
  /** The thing counted. */
  readonly of: WarningParams['numbers_disagree']['of']
  /** The same as a key: numbers of different things are not compared. */
  readonly key: string
  readonly quantity: Quantity
  readonly fact: StandingFact
}

/** The types of facts that have numbers. */
export const NUMBERED = ['statement.recorded', 'draft.revisionReported'] as const

/**
 * The numbers in a fact: the quantities in the positions of a statement, each of one party on one
 * subject in one unit, from when the position began; and the points of a reported draft.
 */
export function numbersIn(fact: StandingFact): ReportedNumber[] {
  if (fact.type === 'draft.revisionReported') {
    const { points, draft } = fact.body
    if (points === undefined) return []
    const quantity = { value: String(points), unit: 'points', comparator: 'exactly' } as const
    return [reported(fact, 0, fact, { draft }, quantity)]
  }
  if (fact.type !== 'statement.recorded') return []
  return fact.body.positions.flatMap(({ party, subject, quantity, since }, part) => {
    if (quantity === undefined) return []
    const window = beginningOf(fact, since)
    return [reported(fact, part, window, { party, subject, unit: quantity.unit }, quantity)]
  })
}

/** True if two reports cannot both be right: no value satisfies both, at what may be one time. */
export function disagree(a: ReportedNumber, b: ReportedNumber): boolean {
  const sameTime = !isBefore(a, b) && !isBefore(b, a)
  return sameTime && a.entry !== b.entry && areApart(a, b)
}

function reported(
  fact: StandingFact,
  part: number,
  { from, until }: TimeWindow,
  of: ReportedNumber['of'],
  quantity: Quantity,
): ReportedNumber {
  const key =
    'draft' in of ? of.draft : [of.party, of.subject.kind, of.subject.id, of.unit].join(' ')
  return { from, until, entry: fact.entry, part, of, key, quantity, ...rangeOf(quantity), fact }
}
