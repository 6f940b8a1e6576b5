import type { ClauseOperation } from '../../events/clause-operation.ts'
import type { Position, Subject } from '../../events/position.ts'
import { wordingsOf } from '../drafts/wordings.ts'
import type { StandingFact } from '../time/standing-fact.ts'
import { type LayerName, layerOf } from './rules/layer.ts'

/** A position, whether a statement put it or an act in an attested draft. */
export interface TakenPosition extends Position {
  readonly layer: LayerName
}

/** The facts that carry positions. */
export type CarrierFact = StandingFact<
  | 'statement.recorded'
  | 'draft.tabled'
  | 'draft.revised'
  | 'draft.operationsAdded'
  | 'draft.withdrawn'
>

interface Act {
  readonly party: string
  readonly stance: Position['stance']
  readonly commitment?: Position['commitment'] | undefined
  readonly rationale?: string | undefined
}

/** Tells if a fact may carry positions. */
export function isCarrier(fact: StandingFact): fact is CarrierFact {
  switch (fact.type) {
    case 'statement.recorded':
    case 'draft.tabled':
    case 'draft.revised':
    case 'draft.operationsAdded':
    case 'draft.withdrawn':
      return true
    default:
      return false
  }
}

/** All that carries a position: a statement, a draft as a whole, or a revision of one. */
export function carrierOf({ type, body }: CarrierFact): {
  kind: 'statement' | 'draft' | 'revision'
  id: string
} {
  if (type === 'statement.recorded') return { kind: 'statement', id: body.statement }
  if (type === 'draft.tabled' || type === 'draft.withdrawn')
    return { kind: 'draft', id: body.draft }
  return { kind: 'revision', id: body.revision }
}

/**
 * The positions that a fact carries, in the order in which it gives them. In a draft, whoever
 * tables it proposes it, whoever withdraws it has withdrawn from it, and the clause operations hold
 * the parties' acts on its clauses. To draw up a revision is no act on what it does not touch. Acts
 * on words in brackets last as long as these stand: see drafts/wording-steps.ts.
 */
export function positionsOf(fact: CarrierFact): readonly TakenPosition[] {
  switch (fact.type) {
    case 'statement.recorded':
      return fact.body.positions.map((position) => inLayer(fact, position))
    case 'draft.tabled':
      return fact.body.proposers.map((party) => onDraft(fact.body.draft, party, 'proposes'))
    case 'draft.withdrawn':
      return fact.body.by.map((party) => onDraft(fact.body.draft, party, 'withdrawn'))
    default:
      return fact.body.operations.flatMap(onClause)
  }
}

/** One position of a statement, by its place among them. */
export function positionAt(fact: StandingFact<'statement.recorded'>, part: number): TakenPosition {
  return inLayer(fact, fact.body.positions[part] as Position)
}

function inLayer({ body }: StandingFact<'statement.recorded'>, position: Position): TakenPosition {
  return { ...position, layer: layerOf(body, position.party) }
}

function onDraft(draft: string, party: string, stance: Position['stance']): TakenPosition {
  return act({ kind: 'draft', id: draft }, { party, stance })
}

function onClause(operation: ClauseOperation): readonly TakenPosition[] {
  if (operation.op === 'take_position') {
    const { clause: id, party, stance, commitment, note } = operation
    return [act({ kind: 'clause', id }, { party, stance, commitment, rationale: note })]
  }
  return wordingsOf(operation).flatMap((wording) =>
    (wording.proposers ?? []).map((party) =>
      act({ kind: 'clause', id: wording.clause }, { party, stance: 'proposes' }),
    ),
  )
}

/** An act of a party in an attested draft. */
export function act(
  subject: Subject,
  { commitment = 'unspecified', ...taken }: Act,
): TakenPosition {
  return { ...taken, subject, commitment, redLine: 'unstated', layer: 'declared' }
}
