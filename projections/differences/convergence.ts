import type { FactType } from '../../events/facts.ts'
import type { Subject } from '../../events/position.ts'
import type { StanceCell } from '../stances/stance-cell.ts'
import type { Stances } from '../stances/stances.ts'
import type { Touch } from '../stances/touch.ts'
import { DatedFactsBy } from '../time/dated-facts-by.ts'
import type { History } from '../time/history.ts'
import type { Pieces } from '../time/pieces.ts'
import type { AsOf, Change } from '../time/standing-fact.ts'
import { type Apart, apartOf, type Footing, keyOfFooting } from './apart.ts'
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

/** Throws where a number is too great. Of a series it is told the cells, before any is compared. */
type Bound = (found: number) => void

/** A place on an axis, and the parties whose stance may change there. */
type Place = readonly [at: number, parties: Set<string | undefined>]

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
  *overValidTime(subject: Subject, revision: number, bound?: Bound): Pieces<ValidTimeStep[]> {
    const touched = this.#moments(subject, revision)
    const places = placesOf(touched, Number.MAX_VALUE, this.#bounding(revision, bound))
    const steps = yield* this.#steps(subject, places, (validTime) => ({ revision, validTime }))
    return steps.map(([at, apart]) => ({
      validTime: at === Number.NEGATIVE_INFINITY ? null : new Date(at).toISOString(),
      ...apart,
    }))
  }

  /** As the ledger came to know it, up to `asOf.revision`, of how it was at `asOf.validTime`. */
  *overRevisions(subject: Subject, asOf: AsOf, bound?: Bound): Pieces<RevisionStep[]> {
    const { validTime } = asOf
    const touched = this.#changes(subject)
    const places = placesOf(touched, asOf.revision, this.#bounding(asOf.revision, bound))
    const steps = yield* this.#steps(subject, places, (revision) => ({ revision, validTime }))
    return steps.map(([revision, apart]) => ({ revision, ...apart }))
  }

  *#moments(subject: Subject, revision: number): Generator<Touch> {
    yield* this.#stances.moments(subject, revision)
    for (const { from, until } of this.#listings.all('all', revision)) {
      yield [from, undefined]
      yield [until, undefined]
    }
  }

  *#changes(subject: Subject): Generator<Touch> {
    yield* this.#stances.changes(subject)
    for (const revision of this.#listings.changes('all')) yield [revision, undefined]
  }

  /** Bounds the number of places by the cells that are compared there: those of all parties at each. */
  #bounding(revision: number, bound: Bound = () => {}): Bound {
    const parties = this.#stances.parties(revision).length
    return (places) => bound(places * parties)
  }

  /** Computes again only the parties that are touched at each place. */
  *#steps(
    subject: Subject,
    places: readonly Place[],
    asOfAt: (at: number) => AsOf,
  ): Pieces<readonly [number, Apart][]> {
    const steps: [number, Apart][] = []
    let compared: ReadonlyMap<string, boolean> = new Map()
    const cells = new Map<string, StanceCell>()
    const footings = new Map<string, Footing>()
    for (const [at, parties] of places) {
      const asOf = asOfAt(at)
      let touched: Iterable<string> = parties as Set<string>
      if (parties.delete(undefined) || steps.length === 0) {
        compared = this.#differences.compared(asOf)
        touched = new Set([...cells.keys(), ...(parties as Set<string>)])
      }
      for (const party of parties as Set<string>) {
        cells.set(party, this.#stances.cell(party, subject, asOf))
      }
      let isMoved = steps.length === 0
      for (const party of touched) {
        const footing = footingIn(cells.get(party), compared.get(party))
        if (isAlike(footing, footings.get(party))) continue
        isMoved = true
        if (footing === undefined) footings.delete(party)
        else footings.set(party, footing)
      }
      yield
      if (!isMoved) continue
      const apart = apartOf(footings.values())
      if (!isSame(apart, steps.at(-1)?.[1])) steps.push([at, apart])
    }
    return steps
  }
}

/**
 * The places up to `last`, in their order.
 *
 * @param bound is told the number of places, each time that one is found
 */
function placesOf(touched: Iterable<Touch>, last: number, bound: Bound): Place[] {
  const places = new Map<number, Set<string | undefined>>()
  for (const [at, party] of touched) {
    if (at > last) continue
    const here = places.get(at)
    if (here !== undefined) {
      here.add(party)
      continue
    }
    places.set(at, new Set([party]))
    bound(places.size)
  }
  return [...places].sort(([a], [b]) => (a === b ? 0 : a - b))
}

const COUNTS = [
  ...(['for', 'against', 'neither', 'opposing', 'surelyApart', 'possiblyApart'] as const),
  ...(['apartLeast', 'apartMost'] as const),
]

function isSame(a: Apart, b: Apart | undefined): boolean {
  return b !== undefined && COUNTS.every((count) => a[count] === b[count])
}

/** The footing of a party that is compared; undefined where it is not, or has no record. */
function footingIn(cell: StanceCell | undefined, isSure: boolean | undefined): Footing | undefined {
  if (cell === undefined || cell.stance === 'no_record' || isSure === undefined) return undefined
  return footingOf(cell, isSure)
}

function isAlike(a: Footing | undefined, b: Footing | undefined): boolean {
  return a === undefined || b === undefined ? a === b : keyOfFooting(a) === keyOfFooting(b)
}
