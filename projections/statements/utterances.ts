import type { FactBody } from '../../events/facts.ts'

type Statement = FactBody<'statement.recorded'>

/** The speakers of a statement, and the parties spoken for. */
type Utterance = Pick<Statement, 'speaker' | 'onBehalfOf'>

/** Everybody whose statement it is: one as a rule, several of a joint one, in their order. */
export function utterancesOf({
  speaker,
  onBehalfOf,
  jointlyWith = [],
}: Pick<Statement, 'speaker' | 'onBehalfOf' | 'jointlyWith'>): Utterance[] {
  return [{ speaker, onBehalfOf }, ...jointlyWith]
}

/** The party whose own voice an utterance is: the speaker, or whom a named person speaks for. */
export function spokenFor({ speaker, onBehalfOf }: Utterance): string | undefined {
  if (speaker.kind === 'party') return speaker.id
  return speaker.kind === 'person' ? onBehalfOf : undefined
}

/** The parties whose own voice a statement is, each once. */
export function partiesSpokenFor(statement: Statement): string[] {
  const parties = utterancesOf(statement).map(spokenFor)
  return [...new Set(parties.filter((party) => party !== undefined))]
}

/** The speaker of what a statement says of a party: the one who speaks for it, else the first. */
export function utteranceOf(statement: Statement, party: string): Utterance {
  return utterancesOf(statement).find((one) => spokenFor(one) === party) ?? statement
}
