import type { History } from '../time/history.ts'
import { type Lasting, LastingTree, type Scan } from '../time/lasting-tree.ts'
import type { Place } from './timeline-cursor.ts'

/**
 * Items in valid-time order under many keys each. A tree for each revision, as BitemporalIndex
 * keeps, would cost a path of nodes for each of the keys; here one tree for each key serves reads
 * at every revision.
 */
export class TimelineIndex<Item> {
  readonly #history: History
  readonly #trees = new Map<string, LastingTree<Item>>()

  constructor(history: History) {
    this.#history = history
  }

  /** Puts an item under the keys, as of the revision being folded. */
  begin(keys: readonly string[], { from, entry }: Place, item: Item): void {
    const key = { from, entry, since: this.#history.revision }
    const trees = keys.map((name) => this.#tree(name))
    this.#history.changing(() => {
      for (const tree of trees) tree.delete(key)
    })
    for (const tree of trees) tree.add(key, item)
  }

  /** Ends what began at `since` under the keys, as of the revision being folded. */
  end(keys: readonly string[], { from, entry }: Place, since: number): void {
    const key = { from, entry, since }
    const trees = keys.map((name) => this.#tree(name))
    this.#history.changing(() => {
      for (const tree of trees) tree.setEnd(key, Number.POSITIVE_INFINITY)
    })
    for (const tree of trees) tree.setEnd(key, this.#history.revision)
  }

  /** What stood under a key after a revision, in order: O(log n) and a little for each item read. */
  *scan(key: string, scan: Scan): Generator<Lasting<Item>> {
    const tree = this.#trees.get(key)
    if (tree !== undefined) yield* tree.scan(scan)
  }

  #tree(key: string): LastingTree<Item> {
    let tree = this.#trees.get(key)
    if (tree === undefined) {
      tree = new LastingTree<Item>()
      this.#trees.set(key, tree)
    }
    return tree
  }
}
