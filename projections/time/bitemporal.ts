import { appended, NONE } from './appended.ts'
import { type History, Versioned } from './history.ts'
import type { AsOf } from './standing-fact.ts'

/** The sort key of an item: valid time in milliseconds, the rank of its entry, its part of it. */
export interface TemporalKey {
  readonly from: number
  readonly entry: number
  readonly part?: number
}

/** A summary of a subtree, so that a search can pass over what cannot matter to it. */
export interface Measure<Item, Summary> {
  of(item: Item): Summary
  combine(earlier: Summary, later: Summary): Summary
}

/** A subtree of one version. Never changed once made: later versions share it. */
export interface Node<Item, Summary> {
  readonly item: Item
  readonly summary: Summary
  readonly earlier: Node<Item, Summary> | undefined
  readonly later: Node<Item, Summary> | undefined
}

type Tree<Item, Summary> = Node<Item, Summary> | undefined

/** An item that was put in or taken out as of a revision. */
type Waiting<Item> = { readonly revision: number } & (
  | { readonly put: Item; readonly remove?: undefined }
  | { readonly put?: undefined; readonly remove: TemporalKey }
)

/** The most changes that wait for a read. */
const MOST_WAITING = 256

/**
 * Items in valid-time order, as they were after every revision: a path-copying treap whose
 * priorities are keyed hashes of the entries, so that one set of items has one shape, and a root for
 * each revision that changed it. An update makes O(log n) nodes; a read at any point descends O(log n).
 * The trees are made when the index is first read after a change, since much is never asked about.
 * (Driscoll, Sarnak, Sleator, Tarjan: Making Data Structures Persistent, 1989; Seidel, Aragon:
 * Randomized Search Trees, 1996.)
 */
export class BitemporalIndex<Item extends TemporalKey, Summary = undefined> {
  readonly #roots: Versioned<Tree<Item, Summary>>
  readonly #measure: Measure<Item, Summary> | undefined
  readonly #history: History
  /** Changes since the index was read. */
  #waiting: readonly Waiting<Item>[] = NONE

  constructor(history: History, measure?: Measure<Item, Summary>) {
    this.#history = history
    this.#roots = new Versioned<Tree<Item, Summary>>(history, undefined)
    this.#measure = measure
  }

  /** The tree after `revision`, for searches guided by its summaries. */
  root(revision: number): Tree<Item, Summary> {
    this.#settle()
    return this.#roots.at(revision)
  }

  /** The revisions that changed the index, in order. */
  get changes(): readonly number[] {
    this.#settle()
    return this.#roots.changes
  }

  /** Puts the item in as of the revision being folded, in place of one with the same key. */
  put(item: Item): void {
    this.#change({ put: item, revision: this.#history.revision })
  }

  /** Takes the item with that key out as of the revision being folded. */
  remove(key: TemporalKey): void {
    this.#change({ remove: key, revision: this.#history.revision })
  }

  /** The items that count at that point, from the earliest to the latest. */
  *upTo(asOf: AsOf): Generator<Item> {
    yield* ascending(this.root(asOf.revision), asOf.validTime)
  }

  /** The items that count at that point, from the latest to the earliest. */
  *downFrom(asOf: AsOf): Generator<Item> {
    yield* descending(this.root(asOf.revision), asOf.validTime)
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

  #change(change: Waiting<Item>): void {
    if (this.#history.isTentative) {
      this.#settle()
      this.#roots.set(this.#treeAfter(change))
      return
    }
    this.#waiting = appended(this.#waiting, change)
    if (this.#waiting.length >= MOST_WAITING) this.#settle()
  }

  #treeAfter(change: Waiting<Item>): Tree<Item, Summary> {
    const { head } = this.#roots
    return change.put === undefined
      ? this.#without(head, change.remove as TemporalKey)
      : this.#insert(head, change.put)
  }

  /** Makes the trees of the changes that wait. */
  #settle(): void {
    const waiting = this.#waiting
    if (waiting.length === 0) return
    for (const change of waiting) this.#roots.setLate(this.#treeAfter(change), change.revision)
    this.#waiting = NONE
  }

  #node(item: Item, earlier: Tree<Item, Summary>, later: Tree<Item, Summary>) {
    return { item, earlier, later, summary: this.#summarise(item, earlier, later) }
  }

  #summarise(item: Item, earlier: Tree<Item, Summary>, later: Tree<Item, Summary>): Summary {
    const measure = this.#measure
    if (measure === undefined) return undefined as Summary
    let summary = measure.of(item)
    if (earlier !== undefined) summary = measure.combine(earlier.summary, summary)
    if (later !== undefined) summary = measure.combine(summary, later.summary)
    return summary
  }

  #insert(tree: Tree<Item, Summary>, item: Item): Node<Item, Summary> {
    if (tree === undefined || priority(item) > priority(tree.item)) {
      const [earlier, later] = this.#split(tree, item)
      return this.#node(item, earlier, later)
    }
    const order = compareKeys(item, tree.item)
    // One key has one priority: an item of the same key is met before the place for a new one.
    if (order === 0) return this.#node(item, tree.earlier, tree.later)
    return order < 0
      ? this.#node(tree.item, this.#insert(tree.earlier, item), tree.later)
      : this.#node(tree.item, tree.earlier, this.#insert(tree.later, item))
  }

  #split(tree: Tree<Item, Summary>, at: TemporalKey): [Tree<Item, Summary>, Tree<Item, Summary>] {
    if (tree === undefined) return [undefined, undefined]
    if (compareKeys(tree.item, at) < 0) {
      const [earlier, later] = this.#split(tree.later, at)
      return [this.#node(tree.item, tree.earlier, earlier), later]
    }
    const [earlier, later] = this.#split(tree.earlier, at)
    return [earlier, this.#node(tree.item, later, tree.later)]
  }

  #without(tree: Tree<Item, Summary>, key: TemporalKey): Tree<Item, Summary> {
    if (tree === undefined) return undefined
    const order = compareKeys(key, tree.item)
    if (order === 0) return this.#join(tree.earlier, tree.later)
    const [earlier, later] =
      order < 0
        ? [this.#without(tree.earlier, key), tree.later]
        : [tree.earlier, this.#without(tree.later, key)]
    if (earlier === tree.earlier && later === tree.later) return tree
    return this.#node(tree.item, earlier, later)
  }

  #join(earlier: Tree<Item, Summary>, later: Tree<Item, Summary>): Tree<Item, Summary> {
    if (earlier === undefined) return later
    if (later === undefined) return earlier
    return priority(earlier.item) > priority(later.item)
      ? this.#node(earlier.item, earlier.earlier, this.#join(earlier.later, later))
      : this.#node(later.item, this.#join(earlier, later.earlier), later.later)
  }
}

export function compareKeys(a: TemporalKey, b: TemporalKey): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1
  return a.entry - b.entry || (a.part ?? 0) - (b.part ?? 0)
}

/** The key of the priorities: secret to the process, so that no ledger can choose a bad shape. */
const [BEFORE, BETWEEN] = crypto.getRandomValues(new Uint32Array(2)) as unknown as [number, number]

/** A keyed 32-bit finaliser (MurmurHash3): entries are consecutive, their priorities must not be. */
function priority({ entry, part = 0 }: TemporalKey): number {
  const key = (entry + Math.imul(part, 0x9e3779b1)) ^ BEFORE
  let h = Math.imul(key ^ (key >>> 16), 0x85ebca6b) ^ BETWEEN
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

function* ascending<Item extends TemporalKey, S>(
  tree: Tree<Item, S>,
  validTime: number,
): Generator<Item> {
  if (tree === undefined) return
  yield* ascending(tree.earlier, validTime)
  if (tree.item.from > validTime) return
  yield tree.item
  yield* ascending(tree.later, validTime)
}

function* descending<Item extends TemporalKey, S>(
  tree: Tree<Item, S>,
  validTime: number,
): Generator<Item> {
  if (tree === undefined) return
  if (tree.item.from <= validTime) {
    yield* descending(tree.later, validTime)
    yield tree.item
  }
  yield* descending(tree.earlier, validTime)
}
