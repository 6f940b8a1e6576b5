import type { ClauseOperation } from '../../../events/clause-operation.ts'
import type { FactBody, FactType } from '../../../events/facts.ts'
import { wordingsOf } from '../../drafts/wordings.ts'
import { utterancesOf } from '../../statements/utterances.ts'
import type { StandingFact } from '../../time/standing-fact.ts'

/** The parties that act in a fact of each type, some of them more than once. */
const ACTORS = {
  'statement.recorded': (body) => {
    const voices = utterancesOf(body).flatMap(({ speaker, onBehalfOf }) => [
      ...(speaker.kind === 'party' ? [speaker.id] : []),
      ...(onBehalfOf === undefined ? [] : [onBehalfOf]),
    ])
    return [...voices, ...body.positions.map(({ party }) => party)]
  },
  'draft.tabled': ({ proposers }) => proposers,
  'draft.revised': ({ proposers, operations }) => [...proposers, ...operations.flatMap(actorsIn)],
  'draft.operationsAdded': ({ operations }) => operations.flatMap(actorsIn),
  'draft.revisionReported': ({ opens }) => opens?.proposers ?? [],
  'draft.withdrawn': ({ by }) => by,
  'draft.signed': signatories,
  'draft.initialled': signatories,
  'meeting.convened': participantsIn,
  'meeting.suspended': participantsIn,
  'meeting.resumed': participantsIn,
  'meeting.concluded': participantsIn,
} as const satisfies { readonly [T in FactType]?: (body: FactBody<T>) => readonly string[] }

export type ActType = keyof typeof ACTORS

/** The types of facts in which parties act. */
export const ACT_TYPES = Object.keys(ACTORS) as ActType[]

/**
 * The parties that act in a fact, each once: they speak or are spoken for, take a position, propose
 * or oppose a text, withdraw or sign one, or take part in a meeting that took place. What is only planned is
 * no act.
 */
export function actorsOf({ type, body }: StandingFact): string[] {
  const actorsIn = (ACTORS as ActorsByType)[type]
  return actorsIn === undefined ? [] : [...new Set(actorsIn(body as never))]
}

type ActorsByType = Readonly<Partial<Record<FactType, (body: never) => readonly string[]>>>

function signatories({ by }: FactBody<'draft.signed'>): string[] {
  return by.map(({ party }) => party)
}

function participantsIn({ participants = [] }: FactBody<'meeting.convened'>): string[] {
  return participants.flatMap(({ party }) => party ?? [])
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
