import type { FactBody } from '../../events/facts.ts'
import type { Position } from '../../events/position.ts'
import type { EvidenceItem, Support } from '../evidence/evidence.ts'
import { type ShownFact, shown } from '../time/shown-fact.ts'
import type { AsOf, StandingFact } from '../time/standing-fact.ts'

/** An event after a statement: its speaker's retraction, or the end of a position in it. */
export type StatementSequel = StandingFact<'statement.retracted' | 'position.ended'>

export interface StatementReply
  extends ShownFact,
    Omit<FactBody<'statement.recorded'>, 'positions' | 'evidence'> {
  /** Its speaker's retraction or denial: the latest that counts. */
  readonly retraction: Retraction | null
  /** As the statement gives them, each with the end that was recorded of it. */
  readonly positions: readonly StatedPosition[]
  readonly support: Support
  readonly evidence: readonly EvidenceItem[]
}

export interface Retraction
  extends ShownFact,
    Omit<FactBody<'statement.retracted'>, 'statement' | 'evidence'> {}

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
  return {
    ...shown(fact, asOf),
    ...said,
    retraction: retraction(sequels, asOf),
    positions: positions.map((position) => ({
      ...position,
      ended: ending(position, sequels, asOf),
    })),
  }
}

function retraction(sequels: readonly StatementSequel[], asOf: AsOf): Retraction | null {
  const latest = sequels.findLast(
    (sequel): sequel is StandingFact<'statement.retracted'> =>
      sequel.type === 'statement.retracted',
  )
  if (latest === undefined) return null
  const { statement: _statement, evidence: _evidence, ...words } = latest.body
  return { ...shown(latest, asOf), ...words }
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
