import type { FactBody } from '../../events/facts.ts'
import type { Position } from '../../events/position.ts'
import type { EvidenceItem, Support } from '../evidence/evidence.ts'
import { canEnd, hasHappened } from '../time/holding.ts'
import { type ShownFact, shown } from '../time/shown-fact.ts'
import type { AsOf, StandingFact } from '../time/standing-fact.ts'
import { beginningOf } from '../time/window.ts'
import { isTakenBackBy, type RetractionFact } from './retractions.ts'
import { partiesSpokenFor } from './utterances.ts'

/** An event after a statement: its speaker's retraction, or the end of a position in it. */
export type StatementSequel = StandingFact<'statement.retracted' | 'position.ended'>

export interface StatementReply
  extends ShownFact,
    Omit<FactBody<'statement.recorded'>, 'positions' | 'evidence'> {
  /** Its speaker's retraction or denial: the first that has an effect. */
  readonly retraction: Retraction | null
  /** Every one of them that counts by then, in valid-time order. */
  readonly retractions: readonly Retraction[]
  /** The parties in whose voice it speaks and that have not surely taken it back. */
  readonly standsFor: readonly string[]
  /** As the statement gives them, each with the end that was recorded of it. */
  readonly positions: readonly StatedPosition[]
  readonly support: Support
  readonly evidence: readonly EvidenceItem[]
}

export interface Retraction
  extends ShownFact,
    Omit<FactBody<'statement.retracted'>, 'statement' | 'evidence'> {
  /** Present if it takes nothing back: it provably lies before the statement and all that it says. */
  readonly withoutEffect?: true
}

export interface StatedPosition extends Position {
  readonly ended: (ShownFact & { readonly reason?: string }) | null
}

/**
 * @param sequels what followed the statement and counts by then, in valid-time order
 */
export function statementReply(
  fact: StandingFact<'statement.recorded'>,
  sequels: readonly StatementSequel[],
  asOf: AsOf,
): Omit<StatementReply, 'support' | 'evidence'> {
  const { evidence: _evidence, positions, ...said } = fact.body
  const retractions = sequels
    .filter(isRetraction)
    .map((sequel) => retraction(sequel, hasEffect(sequel, fact), asOf))
  return {
    ...shown(fact, asOf),
    ...said,
    retraction: retractions.find(({ withoutEffect }) => withoutEffect === undefined) ?? null,
    retractions,
    standsFor: partiesSpokenFor(fact.body).filter(
      (party) => !hasTakenBack(party, fact, sequels, asOf),
    ),
    positions: positions.map((position) => ({
      ...position,
      ended: ending(position, sequels, asOf),
    })),
  }
}

function hasTakenBack(
  party: string,
  fact: StandingFact<'statement.recorded'>,
  sequels: readonly StatementSequel[],
  { validTime }: AsOf,
): boolean {
  return sequels.some(
    (sequel) =>
      isRetraction(sequel) &&
      canEnd(fact, sequel) &&
      isTakenBackBy(sequel, party) &&
      hasHappened(sequel, validTime) === 'surely',
  )
}

function isRetraction(sequel: StatementSequel): sequel is RetractionFact {
  return sequel.type === 'statement.retracted'
}

function retraction(fact: RetractionFact, isEffective: boolean, asOf: AsOf): Retraction {
  const { statement: _statement, evidence: _evidence, ...words } = fact.body
  return { ...shown(fact, asOf), ...words, ...(!isEffective && { withoutEffect: true }) }
}

/** True of a retraction that may come after the statement, or after the start of a position in it. */
function hasEffect(fact: RetractionFact, statement: StandingFact<'statement.recorded'>): boolean {
  const starts = statement.body.positions.map(({ since }) => beginningOf(statement, since))
  return [statement, ...starts].some((start) => canEnd(start, fact))
}

/** The earliest end that counts, since a position ends once. */
function ending(
  { party, subject }: Position,
  sequels: readonly StatementSequel[],
  asOf: AsOf,
): StatedPosition['ended'] {
  const end = sequels.find(
    (sequel): sequel is StandingFact<'position.ended'> =>
      sequel.type === 'position.ended' &&
      sequel.body.party === party &&
      sequel.body.subject.kind === subject.kind &&
      sequel.body.subject.id === subject.id,
  )
  if (end === undefined) return null
  const { reason } = end.body
  return { ...shown(end, asOf), ...(reason === undefined ? {} : { reason }) }
}
