import {
  BitemporalIndex,
  compare,
  type Measure,
  type Node,
  type TemporalKey,
} from './bitemporal.ts'
import { History } from './history.ts'
import type { Place } from './timeline-cursor.ts'

/** An item of the timeline, with the revisions at which it stood: from `since` up to `ended`. */
export interface Lasting<Item> extends TemporalKey {
  readonly since: number
  readonly ended: number
  readonly item: Item
}

interface Span {
  readonly since: number
  readonly ended: number
}

type Tree<Item> = Node<Lasting<Item>, Span> | undefined

export interface Scan {
  readonly revision: number
  /** What begins after it is passed over; milliseconds, or Infinity. */
  readonly validTime: number
  /** Only what comes after this in the order of the scan. */
  readonly after: Place | undefined
  readonly order: 'earliest_first' | 'latest_first'
}

/**
 * Items in valid-time order under many keys each. Here an item carries the revisions at which it
 * stood, and one tree serves reads at every revision: a tree for each revision, as BitemporalIndex
 * keeps, would cost a path of nodes for each of the many keys. Each subtree knows the least
 * revision at which any of it stood and the greatest, so that a scan passes over what the ledger
 * did not know yet.
 */
export class TimelineIndex<Item> {
  readonly #history: History
  /** Only the newest tree of each is kept, as of this history, which does not move. */
  readonly #still = new History()
  readonly #trees = new Map<string, BitemporalIndex<Lasting<Item>, Span>>()

  constructor(history: History) {
    this.#history = history
  }

  /** Puts an item under the keys, as of the revision being folded. */
  begin(keys: readonly string[], at: Place, item: Item): void {
    const lasting = lastingFrom(this.#history.revision, at, item)
    this.#history.changing(() => this.#remove(keys, lasting))
    this.#put(keys, lasting)
  }

  /** Ends what began at revision `since` under the keys, as of the revision being folded. */
  end(keys: readonly string[], at: Place, since: number, item: Item): void {
    const lasting = lastingFrom(since, at, item)
    this.#history.changing(() => this.#put(keys, lasting))
    this.#put(keys, { ...lasting, ended: this.#history.revision })
  }

  /** What stood under a key after a revision, in order: O(log n) and a little for each item read. */
  *scan(key: string, scan: Scan): Generator<Lasting<Item>> {
    yield* walk(this.#trees.get(key)?.root(this.#still.revision), scan)
  }

  #put(keys: readonly string[], lasting: Lasting<Item>): void {
    for (const key of keys) {
      let tree = this.#trees.get(key)
      if (tree === undefined) {
        tree = new BitemporalIndex<Lasting<Item>, Span>(this.#still, SPAN)
        this.#trees.set(key, tree)
      }
      tree.put(lasting)
    }
  }

  #remove(keys: readonly string[], lasting: Lasting<Item>): void {
    for (const key of keys) this.#trees.get(key)?.remove(lasting)
  }
}

const SPAN: Measure<Span, Span> = {
  of: ({ since, ended }) => ({ since, ended }),
  combine: (a, b) => ({
    since: Math.min(a.since, b.since),
    ended: Math.max(a.ended, b.ended),
  }),
}

/** One entry may stand, be replaced, and stand again: each stay is an item of its own. */
function lastingFrom<Item>(since: number, { from, entry }: Place, item: Item): Lasting<Item> {
  return { from, entry, part: since, since, ended: Number.POSITIVE_INFINITY, item }
}

function* walk<Item>(tree: Tree<Item>, scan: Scan): Generator<Lasting<Item>> {
  if (tree === undefined || !stoodAt(tree.summary, scan.revision)) return
  const { item } = tree
  const ascending = scan.order === 'earliest_first'
  const beyond = scan.after === undefined ? 0 : compareEntries(item, scan.after)
  const bounded = scan.after !== undefined
  // Nothing before an item below the bounds is within them, and nothing after one above them.
  const below = bounded && ascending && beyond <= 0
  const above = item.from > scan.validTime || (bounded && !ascending && beyond >= 0)
  const earlier = below ? undefined : tree.earlier
  const later = above ? undefined : tree.later
  yield* walk(ascending ? earlier : later, scan)
  if (!below && !above && stoodAt(item, scan.revision)) yield item
  yield* walk(ascending ? later : earlier, scan)
}

function stoodAt({ since, ended }: Span, revision: number): boolean {
  return since <= revision && revision < ended
}

/** At one revision an entry stands once, so that its stays are one to a reader. */
function compareEntries(a: Place, b: Place): number {
  return compare({ from: a.from, entry: a.entry }, { from: b.from, entry: b.entry })
}
