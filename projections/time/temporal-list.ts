import type { TemporalKey } from './bitemporal.ts'
import type { History } from './history.ts'
import { LastingTree, type Scan } from './lasting-tree.ts'
import type { AsOf } from './standing-fact.ts'

/**
 * Items in valid-time order, as they were after every revision. To put one in costs one node,
 * where BitemporalIndex makes a path of them: for what is listed under many keys rather than
 * searched by a summary.
 */
export class TemporalList<Item extends TemporalKey> {
  readonly #history: History
  readonly #tree = new LastingTree<Item>()
  readonly #changes: number[] = []

  constructor(history: History) {
    this.#history = history
  }

  /** The revisions that changed the list, in order. */
  get changes(): readonly number[] {
    return this.#changes
  }

  /** Puts in, as of the revision being folded, an item whose key none has that stands. */
  put(item: Item): void {
    const { revision } = this.#history
    this.#changed()
    this.#history.changing(() => this.#tree.takeBack(item, revision))
    this.#tree.add(item, revision)
  }

  /** Takes the item with that key out as of the revision being folded. */
  remove(key: TemporalKey): void {
    this.#changed()
    this.#history.changing(() => this.#tree.setEnd(key, Number.POSITIVE_INFINITY))
    this.#tree.setEnd(key, this.#history.revision)
  }

  /** What a scan meets, in its order: O(log n) and a little for each item. */
  scan(scan: Scan): Generator<Item> {
    return this.#tree.scan(scan)
  }

  /** The items that count at that point, from the earliest to the latest. */
  upTo(asOf: AsOf): Generator<Item> {
    return this.#tree.scan({ ...asOf, order: 'earliest_first' })
  }

  /** The items that count at that point, from the latest to the earliest. */
  downFrom(asOf: AsOf): Generator<Item> {
    return this.#tree.scan({ ...asOf, order: 'latest_first' })
  }

  /** The latest item that counts at that point. */
  latest(asOf: AsOf): Item | undefined {
    for (const item of this.downFrom(asOf)) return item
    return undefined
  }

  /** Every item known after `revision`, whatever its valid time, in order. */
  all(revision: number): Generator<Item> {
    return this.upTo({ revision, validTime: Number.POSITIVE_INFINITY })
  }

  #changed(): void {
    const { revision } = this.#history
    if (this.#changes.at(-1) === revision) return
    this.#history.changing(() => this.#changes.pop())
    this.#changes.push(revision)
  }
}
