import type { Subject } from '../../events/statement.ts'
import { type Side, sideOf } from '../stances/side.ts'
import type { Stances, Touch } from '../stances/stances.ts'
import { DatedFactsBy } from '../time/dated-facts-by.ts'
import type { History } from '../time/history.ts'
import type { AsOf, Change } from '../time/standing-fact.ts'
import { type Apart, apartOf } from './apart.ts'
import type { Differences } from './differences.ts'

/** From `validTime` on; null is from the beginning of time. */
export interface ValidTimeStep extends Apart {
  readonly validTime: string | null
}

/** From `revision` on. */
export interface RevisionStep extends Apart {
  readonly revision: number
}

/**
 * How far the parties stand apart on a subject, as it changes: steps in order, each until the next,
 * none like the one before. At any point `apart = opposing / pairs`, where `pairs` are all pairs of
 * compared parties that have a record on the subject, and `opposing` those of a party for it and
 * one against it. 0 is no opposition among those who have spoken, 1 is two parties that oppose each
 * other. It converges where `apart` falls. Of k changes among p parties a series costs O(k (p + log n)).
 */
export class Convergence {
  readonly #stances: Stances
  readonly #differences: Differences
  readonly #listings: DatedFactsBy

  constructor(history: History, stances: Stances, differences: Differences) {
    this.#stances = stances
    this.#differences = differences
    this.#listings = new DatedFactsBy(history, ({ type }) =>
      type === 'party.listed' || type === 'party.withdrawn' ? ['all'] : [],
    )
  }

  apply(change: Change): void {
    this.#listings.apply(change)
  }

  /** As the world went on, as known after `revision`: whatever is dated, the future too. */
  overValidTime(subject: Subject, revision: number): ValidTimeStep[] {
    const listings = this.#listings.all('all', revision)
    const touched = [
      ...this.#stances.moments(subject, revision),
      ...listings.map(({ from }): Touch => [from, undefined]),
    ].filter(([at]) => at !== Number.POSITIVE_INFINITY)
    return this.#steps(subject, touched, (validTime) => ({ revision, validTime })).map(
      ([at, apart]) => ({
        validTime: at === Number.NEGATIVE_INFINITY ? null : new Date(at).toISOString(),
        ...apart,
      }),
    )
  }

  /** As the ledger came to know it, up to `asOf.revision`, of how it was at `asOf.validTime`. */
  overRevisions(subject: Subject, asOf: AsOf): RevisionStep[] {
    const { validTime } = asOf
    const touched = [
      ...this.#stances.changes(subject),
      ...this.#listings.changes('all').map((revision): Touch => [revision, undefined]),
    ].filter(([revision]) => revision <= asOf.revision)
    return this.#steps(subject, touched, (revision) => ({ revision, validTime })).map(
      ([revision, apart]) => ({ revision, ...apart }),
    )
  }

  /** Reckons anew only the parties that are touched at each place. */
  #steps(subject: Subject, touched: readonly Touch[], asOfAt: (at: number) => AsOf) {
    const sides = new Map<string, Side | undefined>()
    const steps: [number, Apart][] = []
    let compared: readonly string[] = []
    for (const [at, parties] of inOrder(touched)) {
      const asOf = asOfAt(at)
      if (parties.delete(undefined) || steps.length === 0)
        compared = this.#differences.compared(asOf)
      for (const party of parties as Set<string>) {
        const { stance } = this.#stances.cell(party, subject, asOf)
        if (stance === 'no_record') sides.delete(party)
        else sides.set(party, sideOf(stance))
      }
      const speaking = compared.filter((party) => sides.has(party))
      const apart = apartOf(speaking.map((party) => sides.get(party)))
      if (!isSame(apart, steps.at(-1)?.[1])) steps.push([at, apart])
    }
    return steps
  }
}

function inOrder(touched: readonly Touch[]): [number, Set<string | undefined>][] {
  const parties = new Map<number, Set<string | undefined>>()
  for (const [at, party] of touched) {
    const here = parties.get(at)
    if (here === undefined) parties.set(at, new Set([party]))
    else here.add(party)
  }
  return [...parties].sort(([a], [b]) => (a === b ? 0 : a - b))
}

function isSame(a: Apart, b: Apart | undefined): boolean {
  return b !== undefined && a.for === b.for && a.against === b.against && a.neither === b.neither
}
