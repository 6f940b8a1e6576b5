import type { FactBody } from '../../events/facts.ts'
import { firstOf } from '../time/holding.ts'
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
 * The first retraction by a party, whether by it alone or by all; without a party the first by all.
 * In its window the earliest of them comes about.
 */
type FirstTakenBack = (party: string | undefined) => TakenBack | undefined

/** The first among some retractions of one statement. */
export function firstAmong(retractions: readonly RetractionFact[]): FirstTakenBack {
  return (party) => {
    const facts = retractions.filter((fact) =>
      party === undefined ? fact.body.by === undefined : isTakenBackBy(fact, party),
    )
    const [fact] = facts.toSorted(inOrder)
    return fact && { fact, ...firstOf(facts) }
  }
}

/**
 * The times at which a statement is taken back, as far as it speaks of a party. Whoever takes back a
 * joint statement ends what it says in their voice. What it says of others, for whom nobody speaks in
 * it, is taken back with the last of those whose statement it is.
 *
 * @param party undefined: of what the statement says of no party in particular
 * @param takenBackBy among the retractions that have an effect
 */
export function takenBackFor(
  statement: Statement,
  party: string | undefined,
  takenBackBy: FirstTakenBack,
): TakenBack[] {
  const speaking = partiesSpokenFor(statement)
  if (party !== undefined && speaking.includes(party)) return [takenBackBy(party) ?? []].flat()
  const byAll = [takenBackBy(undefined) ?? []].flat()
  const firsts = speaking.map(takenBackBy)
  if (speaking.length === 0 || firsts.includes(undefined)) return byAll
  return [...byAll, lastOf(firsts as TakenBack[])]
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
