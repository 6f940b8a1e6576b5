import { Rising } from './rising.ts'
import type { AsOf } from './standing-fact.ts'

/**
 * The revisions and instants at which some answers may change. It may hold more than those: a fold
 * that is taken back leaves the ones that it added.
 */
export class Edges {
  readonly #revisions = new Rising()
  /** Milliseconds. */
  readonly #instants = new Rising()

  /** Adds a revision, and instants. */
  add(revision: number, instants: readonly number[] = []): void {
    this.#revisions.add(revision)
    for (const instant of instants) this.#instants.add(instant)
  }

  /**
   * Names the stretch around a moment: two moments have one name if no edge lies between them. The
   * name is made of the edges where the stretch begins, so that it stays right when earlier ones are
   * added, as by an entry that is recorded late.
   */
  nameAt({ revision, validTime }: AsOf): string {
    return `${this.#revisions.lastUpTo(revision)} ${this.#instants.lastUpTo(validTime)}`
  }
}
