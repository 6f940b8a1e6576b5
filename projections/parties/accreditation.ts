import type { FactBody } from '../../events/facts.ts'
import type { DatedFact } from '../time/dated-facts-by.ts'
import { canEnd, firstOf, type Holding, holding } from '../time/holding.ts'
import { isBefore } from '../time/provably.ts'
import { type ShownFact, shown } from '../time/shown-fact.ts'
import type { AsOf, StandingFact } from '../time/standing-fact.ts'
import { type Window, windowOf } from '../time/window.ts'

export type AccreditationFact = StandingFact<'person.accredited' | 'person.recalled'>
export type Accredited = DatedFact<StandingFact<'person.accredited'>>
export type Recalled = DatedFact<StandingFact<'person.recalled'>>

/** Certainty in the words of replies. */
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

/** Accreditations of a person to a party, and the recalls by it, in the order in which they began. */
export interface Credentials {
  readonly accredited: readonly Accredited[]
  readonly recalls: readonly Recalled[]
  /** The recalls that surely end an accreditation which nothing ended before them. */
  readonly spent: ReadonlySet<Recalled>
}

export function credentials(
  accredited: readonly Accredited[],
  recalls: readonly Recalled[],
): Credentials {
  const isSpent = (recall: Recalled) => {
    const before = recalls.filter((other) => isBefore(other, recall))
    const last = Math.max(...before.map(({ until }) => until))
    return accredited.some((one) => isBefore(one, recall) && one.from >= last)
  }
  const mayPrecede = (recall: Recalled) =>
    accredited.some((one) => recall.from < one.until && one.from < recall.until)
  return {
    accredited,
    recalls,
    spent: new Set(recalls.filter((recall) => mayPrecede(recall) && isSpent(recall))),
  }
}

/** Certainty that an accreditation holds at an instant, among the credentials that it belongs to. */
export function accreditationHolds(one: Accredited, among: Credentials, instant: number): Holding {
  return holding(one, endOf(one, recallsThatEnd(one, among)), instant)
}

/** False where no instant of a window can fall within an accreditation. */
export function canCover(one: Accredited, among: Credentials, window: Window): boolean {
  const end = endOf(one, recallsThatEnd(one, among))
  return !isBefore(window, one) && !isBefore(end, window)
}

/** A reply's view of an accreditation. */
export function accreditationReply(
  one: Accredited,
  among: Credentials,
  asOf: AsOf,
): AccreditationReply {
  const { person: _person, evidence: _evidence, ...described } = one.fact.body
  const [recall] = recallsThatEnd(one, among)
  return {
    ...shown(one.fact),
    ...described,
    holds: certainty(accreditationHolds(one, among, asOf.validTime)),
    ...(recall === undefined ? {} : { recalled: recallReply(recall, asOf) }),
  }
}

export function certainty(holds: Holding): Certainty {
  return holds === 'surely' ? 'certainly' : holds
}

/**
 * The recalls that can have ended an accreditation. One that may have come before it ends an earlier
 * accreditation instead, where there is one to end: both acts then have an effect.
 */
function recallsThatEnd(one: Accredited, { recalls, spent }: Credentials): Recalled[] {
  return recalls.filter(
    (recall) => canEnd(one, recall) && !(recall.from < one.until && spent.has(recall)),
  )
}

function endOf(one: Accredited, recalls: readonly Recalled[]): Window {
  const { until } = one.fact.body
  const named = until === undefined ? [] : [windowOf(until)].filter((end) => canEnd(one, end))
  return firstOf([...named, ...recalls])
}

function recallReply({ fact }: Recalled, asOf: AsOf) {
  const { reason } = fact.body
  return { ...shown(fact, asOf), ...(reason === undefined ? {} : { reason }) }
}
