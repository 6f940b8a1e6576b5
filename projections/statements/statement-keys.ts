import type { Subject } from '../../events/statement.ts'
import { chainOf, evidenceOf } from '../evidence/evidence.ts'
import type { StandingFact } from '../time/standing-fact.ts'

/** Which statements are asked for: those that match each member given. */
export interface StatementFilter {
  /** It speaks, is spoken for, or has a position in it. */
  readonly party?: string
  /** Who speaks. */
  readonly person?: string
  /** A source that it rests on, directly or as a relay. */
  readonly source?: string
  /** What it is about, or takes a position on. */
  readonly subject?: { readonly kind: string; readonly id: string }
}

/** The keys under which a statement is found: its own, those of `matches`, and `any`. */
export function statementKeys(fact: StandingFact<'statement.recorded'>): string[] {
  const { statement, speaker, onBehalfOf, positions, about } = fact.body
  const parties = positions.map(({ party }) => party)
  if (onBehalfOf !== undefined) parties.push(onBehalfOf)
  if (speaker.kind === 'party') parties.push(speaker.id)
  const keys = [
    'any',
    `statement ${statement}`,
    ...(speaker.kind === 'person' ? [`person ${speaker.id}`] : []),
    ...parties.map((party) => `party ${party}`),
    ...evidenceOf(fact)
      .flatMap(chainOf)
      .map((source) => `source ${source}`),
    ...positions.map(({ subject }) => subjectKey(subject)),
    ...about.map(subjectKey),
  ]
  return [...new Set(keys)]
}

/** The keys of statements that match a filter, all of them; none where it asks for any. */
export function matches({ party, person, source, subject }: StatementFilter): string[] {
  return [
    ...(person === undefined ? [] : [`person ${person}`]),
    ...(source === undefined ? [] : [`source ${source}`]),
    ...(subject === undefined ? [] : [subjectKey(subject)]),
    ...(party === undefined ? [] : [`party ${party}`]),
  ]
}

function subjectKey({ kind, id }: Subject | { kind: string; id: string }): string {
  return `about ${kind} ${id}`
}
