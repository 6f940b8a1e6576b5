import { countUpTo } from './count-up-to.ts'
import type { AsOf } from './standing-fact.ts'

/**
 * The revisions and instants at which some answers may change. It may hold more than those: a fold
 * that is taken back leaves the ones that it added.
 */
export class Edges {
  /** Put in order, each once, when they are asked for; instants in milliseconds. */
  #revisions: number[] = []
  #instants: number[] = []
  #areRevisionsSorted = true
  #areInstantsSorted = true

  /** Adds a revision, and instants. */
  add(revision: number, instants: readonly number[] = []): void {
    const last = this.#revisions.at(-1)
    if (last !== revision) {
      if (last !== undefined && last > revision) this.#areRevisionsSorted = false
      this.#revisions.push(revision)
    }
    if (instants.length === 0) return
    this.#areInstantsSorted = false
    for (const instant of instants) this.#instants.push(instant)
  }

  /**
   * Names the stretch around a moment: two moments have one name if no edge lies between them. The
   * name is made of the edges where the stretch begins, so that it stays right when earlier ones are
   * added, as by an entry that is recorded late.
   */
  nameAt({ revision, validTime }: AsOf): string {
    if (!this.#areRevisionsSorted) this.#revisions = inOrder(this.#revisions)
    if (!this.#areInstantsSorted) this.#instants = inOrder(this.#instants)
    this.#areRevisionsSorted = true
    this.#areInstantsSorted = true
    return `${lastUpTo(this.#revisions, revision)} ${lastUpTo(this.#instants, validTime)}`
  }
}

/** Numbers in rising order, each once. */
function inOrder(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** The last place up to a bound; undefined before the first. */
function lastUpTo(places: readonly number[], bound: number): number | undefined {
  return places[countUpTo(places, bound) - 1]
}
