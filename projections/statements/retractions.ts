import type { FactBody } from '../../events/facts.ts'
import { canEnd, firstOf } from '../time/holding.ts'
import type { StandingFact } from '../time/standing-fact.ts'
import type { TimeWindow } from '../time/window.ts'
import { partiesSpokenFor } from './utterances.ts'

type Statement = FactBody<'statement.recorded'>

export type RetractionFact = StandingFact<'statement.retracted'>

/** The coming about of a retraction; with the entry that brings it about. */
export interface TakenBack extends TimeWindow {
  readonly fact: RetractionFact
}

/** True if a retraction is one by that party: a retraction that names nobody is by all. */
export function isTakenBackBy({ body: { by } }: RetractionFact, party: string): boolean {
  return by === undefined || by.includes(party)
}

/**
 * True if a retraction of a statement changes nothing beside another: that one takes effect, surely
 * comes no later, and is by all parties by whom this one is.
 */
export function isRepetition(
  statement: TimeWindow,
  retraction: RetractionFact,
  other: RetractionFact,
): boolean {
  return (
    inOrder(other, retraction) < 0 &&
    other.until <= retraction.until &&
    canEnd(statement, other) &&
    (other.body.by === undefined ||
      retraction.body.by?.every((party) => isTakenBackBy(other, party)) === true)
  )
}

/**
 * The times at which a statement is taken back, as far as it speaks of a party. Whoever takes back a
 * joint statement ends what it says in their voice. What it says of others, for whom nobody speaks in
 * it, is taken back with the last of those whose statement it is.
 *
 * @param party undefined: of what the statement says of no party in particular
 */
export function takenBackFor(
  statement: Statement,
  party: string | undefined,
  retractions: readonly RetractionFact[],
): TakenBack[] {
  const speaking = partiesSpokenFor(statement)
  const takenBackBy = (one: string) => retractions.filter((fact) => isTakenBackBy(fact, one))
  const each = (facts: readonly RetractionFact[]) =>
    facts.map((fact) => ({ fact, from: fact.from, until: fact.until }))
  if (party !== undefined && speaking.includes(party)) return each(takenBackBy(party))
  const byAll = retractions.filter(({ body }) => body.by === undefined)
  const firsts = speaking.map((one) => firstTakenBack(takenBackBy(one)))
  if (speaking.length === 0 || firsts.includes(undefined)) return each(byAll)
  return [...each(byAll), lastOf(firsts as TakenBack[])]
}

function firstTakenBack(facts: readonly RetractionFact[]): TakenBack | undefined {
  const [fact] = facts.toSorted(inOrder)
  return fact && { fact, ...firstOf(facts) }
}

function lastOf(all: readonly TakenBack[]): TakenBack {
  const [last] = all.toSorted((a, b) => order(b.from, a.from))
  return {
    fact: (last as TakenBack).fact,
    from: Math.max(...all.map(({ from }) => from)),
    until: Math.max(...all.map(({ until }) => until)),
  }
}

function inOrder(a: RetractionFact, b: RetractionFact): number {
  return order(a.from, b.from) || a.entry - b.entry
}

function order(a: number, b: number): number {
  return a === b ? 0 : a - b
}
