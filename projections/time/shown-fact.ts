import type { UncertainDate } from '../../events/envelope.ts'
import type { FactType } from '../../events/facts.ts'
import { hasHappened } from './holding.ts'
import type { AsOf, StandingFact } from './standing-fact.ts'
import type { TimeWindow } from './window.ts'

/** All that every reply says of a fact that it shows, beside what the fact is about. */
export interface ShownFact {
  readonly type: FactType
  /** Revision of the entry: its rank, whatever corrected it since. */
  readonly entry: number
  /** Revision of the event whose words these are: `entry`, or that of the correction. */
  readonly revision: number
  /** Event id of the entry. */
  readonly id: string
  readonly occurred: UncertainDate
  /** UTC, ISO 8601 with milliseconds. */
  readonly recordedAt: string
  /** Present if the fact may not yet have come about: its window has not passed. */
  readonly possibly?: true
}

/** The form of a fact in a reply; with `asOf`, whether it is certain to have come about by then. */
export function shown(fact: StandingFact, asOf?: AsOf): ShownFact {
  const { type, entry, recordedIn, id, occurred, recordedAt } = fact
  const common = { type, entry, revision: recordedIn, id, occurred, recordedAt }
  return asOf !== undefined && isPossible(fact, asOf) ? { ...common, possibly: true } : common
}

/** Tells if at that valid time a fact that counts may still lie ahead. */
export function isPossible(fact: TimeWindow, asOf: AsOf): boolean {
  return hasHappened(fact, asOf.validTime) !== 'surely'
}
