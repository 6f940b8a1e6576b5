import { chainOf, evidenceOf } from '../evidence/evidence.ts'
import type { StandingFact } from '../time/standing-fact.ts'
import { utterancesOf } from './utterances.ts'

/** The statements that are asked for: those that match each member given. */
export interface StatementFilter {
  /** It speaks, is spoken for, or has a position in it. */
  readonly party?: string
  /** Groupings whose statements count as the party's too: those of which it is a member. */
  readonly via?: readonly string[]
  /** The speaker. */
  readonly person?: string
  /** A source that it rests on, directly or as a relay. */
  readonly source?: string
  /** The subject that it is about, or takes a position on. */
  readonly subject?: { readonly kind: string; readonly id: string }
}

/** The keys of the fact index that list every statement that matches a filter, and few others. */
export function statementKeys({
  party,
  via = [],
  person,
  source,
  subject,
}: StatementFilter): string[] {
  if (person !== undefined) return [`person ${person}`]
  if (source !== undefined) return [`source ${source}`]
  if (subject !== undefined) return [`${subject.kind} ${subject.id}`]
  return party === undefined
    ? ['type statement.recorded']
    : [party, ...via].map((one) => `party ${one}`)
}

/** True if a statement matches each member of the filter. */
export function isWanted(
  fact: StandingFact<'statement.recorded'>,
  { party, via = [], person, source, subject }: StatementFilter,
): boolean {
  const { positions, about } = fact.body
  return (
    (person === undefined ||
      utterancesOf(fact.body).some(
        ({ speaker }) => speaker.kind === 'person' && speaker.id === person,
      )) &&
    (party === undefined || [party, ...via].some((one) => isVoiceOf(fact, one))) &&
    (source === undefined || evidenceOf(fact).some((item) => chainOf(item).includes(source))) &&
    (subject === undefined ||
      [...about, ...positions.map((position) => position.subject)].some(
        ({ kind, id }) => kind === subject.kind && id === subject.id,
      ))
  )
}

/** True if the party speaks, is spoken for, or has a position in the statement. */
function isVoiceOf(fact: StandingFact<'statement.recorded'>, party: string): boolean {
  return (
    fact.body.positions.some((position) => position.party === party) ||
    utterancesOf(fact.body).some(
      ({ speaker, onBehalfOf }) =>
        onBehalfOf === party || (speaker.kind === 'party' && speaker.id === party),
    )
  )
}
