import type { AsOf } from './standing-fact.ts'

/**
 * The places on both axes at which some answers may change. There may be more of them than that: a
 * fold that is taken back leaves its own.
 */
export class Edges {
  /** In rising order. */
  readonly #revisions: number[] = []
  /** Milliseconds; put in order when they are asked for. */
  readonly #instants: number[] = []
  #isSorted = true

  /** Adds a revision, no earlier than those added before, and instants. */
  add(revision: number, instants: Iterable<number> = []): void {
    if (this.#revisions.at(-1) !== revision) this.#revisions.push(revision)
    for (const instant of instants) {
      this.#instants.push(instant)
      this.#isSorted = false
    }
  }

  /** The number of revisions that were added, up to one. */
  revisionsBy(revision: number): number {
    return countUpTo(this.#revisions, revision)
  }

  /** Names the stretch around a moment: two moments have one name where no place lies between them. */
  nameAt({ revision, validTime }: AsOf): string {
    if (!this.#isSorted) this.#instants.sort((a, b) => (a === b ? 0 : a - b))
    this.#isSorted = true
    return `${countUpTo(this.#revisions, revision)} ${countUpTo(this.#instants, validTime)}`
  }
}

/** The number of places at or before one, by halving. */
function countUpTo(places: readonly number[], last: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((places[middle] as number) <= last) low = middle + 1
    else high = middle
  }
  return low
}
