import type { FactBody } from '../../events/facts.ts'
import type { DatedFact } from '../time/dated-facts-by.ts'
import { isBefore, stoodBefore } from '../time/provably.ts'
import { type ShownFact, shown } from '../time/shown-fact.ts'
import type { AsOf, StandingFact } from '../time/standing-fact.ts'
import { type Window, windowOf } from '../time/window.ts'

export type AccreditationFact = StandingFact<'person.accredited' | 'person.recalled'>
export type Accredited = DatedFact<StandingFact<'person.accredited'>>
export type Recalled = DatedFact<StandingFact<'person.recalled'>>

/** Whether something is so: it is, it may be, or it is not. */
export type Certainty = 'certainly' | 'possibly' | 'no'

/** For whom a person speaks, as what, and in which window. */
export interface AccreditationReply
  extends ShownFact,
    Omit<FactBody<'person.accredited'>, 'person' | 'evidence'> {
  /** Whether it holds at that valid time. */
  readonly holds: Certainty
  /** The recall that ended it. */
  readonly recalled?: ShownFact & { readonly reason?: string }
}

/** Whether an accreditation holds at an instant, given the recalls by the same party. */
export function holdsAt(
  accredited: Accredited,
  recalls: readonly Recalled[],
  instant: number,
): Certainty {
  const end = endOf(accredited)
  const hasBegun = accredited.from <= instant
  const hasEnded = end !== undefined && end.until <= instant
  if (!hasBegun || hasEnded || recalls.some((r) => hasSurelyEnded(accredited, r, instant))) {
    return 'no'
  }
  const mayEnd =
    (end !== undefined && end.from <= instant) ||
    recalls.some((recall) => recall.from <= instant && !isBefore(recall, accredited))
  return accredited.until <= instant && !mayEnd ? 'certainly' : 'possibly'
}

/**
 * Whether no instant of a window can fall within an accreditation: it ends before that begins,
 * begins after that has ended, or lies after a recall that came after the accreditation.
 */
export function cannotCover(
  accredited: Accredited,
  recalls: readonly Recalled[],
  window: Window,
): boolean {
  const end = endOf(accredited)
  return (
    isBefore(window, accredited) ||
    (end !== undefined && isBefore(end, window)) ||
    recalls.some((recall) => hasSurelyEnded(accredited, recall, window.from))
  )
}

/** How a reply shows an accreditation; the recalls are those that count, in order. */
export function accreditationReply(
  accredited: Accredited,
  recalls: readonly Recalled[],
  asOf: AsOf,
): AccreditationReply {
  const { person: _person, evidence: _evidence, ...described } = accredited.fact.body
  const recall = recalls.find((one) => !isBefore(one, accredited) && one.from >= accredited.from)
  return {
    ...shown(accredited.fact),
    ...described,
    holds: holdsAt(accredited, recalls, asOf.validTime),
    ...(recall === undefined ? {} : { recalled: recallReply(recall, asOf) }),
  }
}

/** When it ends, as it says itself. Such an end may lie ahead: one left open is not yet certain. */
function endOf({ fact }: Accredited): Window | undefined {
  const { until } = fact.body
  if (until === undefined) return undefined
  const window = windowOf(until, fact.recordedAt)
  return until.until === null ? { ...window, until: Number.POSITIVE_INFINITY } : window
}

function hasSurelyEnded(accredited: Accredited, recall: Recalled, instant: number): boolean {
  return stoodBefore(accredited, recall) && recall.until <= instant
}

function recallReply({ fact }: Recalled, asOf: AsOf) {
  const { reason } = fact.body
  return { ...shown(fact, asOf), ...(reason === undefined ? {} : { reason }) }
}
