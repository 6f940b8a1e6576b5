import { countUpTo } from './count-up-to.ts'
import type { AsOf } from './standing-fact.ts'

/**
 * The revisions and instants at which some answers may change. It may hold more than those: a fold
 * that is taken back leaves the ones that it added.
 */
export class Edges {
  /** In rising order. */
  readonly #revisions: number[] = []
  /** Milliseconds; put in order, each once, when they are asked for. */
  #instants: number[] = []
  #isSorted = true

  /** Adds a revision, no earlier than those added before, and instants. */
  add(revision: number, instants: Iterable<number> = []): void {
    if (this.#revisions.at(-1) !== revision) this.#revisions.push(revision)
    for (const instant of instants) {
      this.#instants.push(instant)
      this.#isSorted = false
    }
  }

  /**
   * Names the stretch around a moment: two moments have one name if no edge lies between them. The
   * name is made of the edges where the stretch begins, so that it stays right when earlier ones are
   * added, as by an entry that is recorded late.
   */
  nameAt({ revision, validTime }: AsOf): string {
    if (!this.#isSorted) this.#instants = [...new Set(this.#instants)].sort((a, b) => a - b)
    this.#isSorted = true
    return `${lastUpTo(this.#revisions, revision)} ${lastUpTo(this.#instants, validTime)}`
  }
}

/** The last place up to a bound; undefined before the first. */
function lastUpTo(places: readonly number[], bound: number): number | undefined {
  return places[countUpTo(places, bound) - 1]
}
