import type { FactType } from '../../events/facts.ts'
import type { Subject } from '../../events/position.ts'
import type { StanceCell } from '../stances/stance-cell.ts'
import type { Stances, Touch } from '../stances/stances.ts'
import { DatedFactsBy } from '../time/dated-facts-by.ts'
import type { History } from '../time/history.ts'
import type { AsOf, Change } from '../time/standing-fact.ts'
import { type Apart, apartOf } from './apart.ts'
import type { Differences } from './differences.ts'
import { footingOf } from './stand.ts'

/** From `validTime` on; null is from the beginning of time. */
export interface ValidTimeStep extends Apart {
  readonly validTime: string | null
}

/** From `revision` on. */
export interface RevisionStep extends Apart {
  readonly revision: number
}

/** The facts by which it changes which parties are compared. */
const COUNTED_BY: ReadonlySet<FactType> = new Set([
  'party.listed',
  'party.renamed',
  'party.withdrawn',
  'party.returned',
])

/**
 * The distance between the parties on a subject, as it changes: steps in order, each until the next,
 * none like the one before. At any point `apart` is as apart.ts has it, with the least and the most
 * that uncertain dates leave open. 0 is no opposition among those who have spoken, 1 is two parties
 * that oppose each other. It converges where `apart` falls. Of k changes among p parties a series
 * costs O(k (p + log n)).
 */
export class Convergence {
  readonly folds = ['party'] as const
  readonly #stances: Stances
  readonly #differences: Differences
  readonly #listings: DatedFactsBy

  constructor(history: History, stances: Stances, differences: Differences) {
    this.#stances = stances
    this.#differences = differences
    this.#listings = new DatedFactsBy(history, ({ type }) => (COUNTED_BY.has(type) ? ['all'] : []))
  }

  apply(change: Change): void {
    this.#listings.apply(change)
  }

  /** As the world went on, as known after `revision`: whatever is dated, the future too. */
  overValidTime(subject: Subject, revision: number): ValidTimeStep[] {
    const listings = this.#listings.all('all', revision)
    const touched = [
      ...this.#stances.moments(subject, revision),
      ...listings.flatMap(({ from, until }): Touch[] => [
        [from, undefined],
        [until, undefined],
      ]),
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

  /** Computes again only the parties that are touched at each place. */
  #steps(subject: Subject, touched: readonly Touch[], asOfAt: (at: number) => AsOf) {
    const cells = new Map<string, StanceCell>()
    const steps: [number, Apart][] = []
    let compared: ReadonlyMap<string, boolean> = new Map()
    for (const [at, parties] of inOrder(touched)) {
      const asOf = asOfAt(at)
      if (parties.delete(undefined) || steps.length === 0)
        compared = this.#differences.compared(asOf)
      for (const party of parties as Set<string>) {
        const cell = this.#stances.cell(party, subject, asOf)
        if (cell.stance === 'no_record') cells.delete(party)
        else cells.set(party, cell)
      }
      const footings = Array.from(compared, ([party, isSure]) => {
        const cell = cells.get(party)
        return cell === undefined ? [] : footingOf(cell, isSure)
      })
      const apart = apartOf(footings.flat())
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

const COUNTS = [
  ...(['for', 'against', 'neither', 'opposing', 'surelyApart', 'possiblyApart'] as const),
  ...(['apartLeast', 'apartMost'] as const),
]

function isSame(a: Apart, b: Apart | undefined): boolean {
  return b !== undefined && COUNTS.every((count) => a[count] === b[count])
}
