import type { ClauseOperation } from '../../../events/clause-operation.ts'
import { wordingsOf } from '../../drafts/wordings.ts'
import { utterancesOf } from '../../statements/utterances.ts'
import type { StandingFact } from '../../time/standing-fact.ts'

/**
 * The parties that act in a fact, each once: they speak or are spoken for, take a position, propose
 * or oppose a text, withdraw or sign one, or take part in a meeting that took place. What is only planned is
 * no act.
 */
export function actorsOf(fact: StandingFact): string[] {
  return [...new Set(everyActor(fact))]
}

function everyActor(fact: StandingFact): readonly string[] {
  switch (fact.type) {
    case 'statement.recorded': {
      const voices = utterancesOf(fact.body).flatMap(({ speaker, onBehalfOf }) => [
        ...(speaker.kind === 'party' ? [speaker.id] : []),
        ...(onBehalfOf === undefined ? [] : [onBehalfOf]),
      ])
      return [...voices, ...fact.body.positions.map(({ party }) => party)]
    }
    case 'draft.tabled':
      return fact.body.proposers
    case 'draft.revised':
      return [...fact.body.proposers, ...fact.body.operations.flatMap(actorsIn)]
    case 'draft.operationsAdded':
      return fact.body.operations.flatMap(actorsIn)
    case 'draft.revisionReported':
      return fact.body.opens?.proposers ?? []
    case 'draft.withdrawn':
      return fact.body.by
    case 'draft.signed':
    case 'draft.initialled':
      return fact.body.by.map(({ party }) => party)
    case 'meeting.convened':
    case 'meeting.suspended':
    case 'meeting.resumed':
    case 'meeting.concluded':
      return (fact.body.participants ?? []).flatMap(({ party }) => party ?? [])
    default:
      return []
  }
}

function actorsIn(operation: ClauseOperation): readonly string[] {
  if (operation.op === 'take_position') return [operation.party]
  return wordingsOf(operation).flatMap(({ proposers = [], alternatives = [] }) => [
    ...proposers,
    ...alternatives.flatMap(({ proposers, opponents, reserving = [] }) => [
      ...[...proposers, ...opponents, ...reserving],
    ]),
  ])
}
