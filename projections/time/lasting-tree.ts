import type { Place } from '../timeline/timeline-cursor.ts'

/** An item in its place, with the revisions at which it stood: from `since` up to `ended`. */
export interface Lasting<Item> extends Place {
  readonly since: number
  readonly ended: number
  readonly item: Item
}

/** One stay of one entry: it may stand, be replaced, and stand again. */
export type StayKey = Place & { readonly since: number }

interface Node<Item> extends Lasting<Item> {
  ended: number
  readonly priority: number
  earlier: Tree<Item>
  later: Tree<Item>
  /** Over the subtree: the first revision at which any of it stood, and the last end. */
  firstSince: number
  lastEnded: number
}

type Tree<Item> = Node<Item> | undefined

export interface Scan {
  readonly revision: number
  /** What begins after it is passed over; milliseconds, or Infinity. */
  readonly validTime: number
  /** Only what comes after this in the order of the scan. */
  readonly after: Place | undefined
  readonly order: 'earliest_first' | 'latest_first'
}

/**
 * Items in valid-time order, each with the revisions at which it stood: one tree serves reads at
 * every revision, and is changed in place. A treap of which each subtree knows the span of
 * revisions within it, so that a scan passes over what was not known yet or stood no longer.
 */
export class LastingTree<Item> {
  #root: Tree<Item>

  /** Puts in what began last of all, as revisions go: O(log n). */
  add({ from, entry, since }: StayKey, item: Item): void {
    const ended = Number.POSITIVE_INFINITY
    const [earlier, later] = [undefined, undefined]
    const span = { firstSince: since, lastEnded: ended }
    const priority = hash(entry + since)
    const node = { from, entry, since, ended, item, priority, earlier, later, ...span }
    this.#root = insert(this.#root, node)
  }

  /** Says until when the item of that key stood: O(log n). */
  setEnd(key: StayKey, ended: number): void {
    setEnd(this.#root, key, ended)
  }

  /** Takes the item out as if it had never been: O(log n). */
  delete(key: StayKey): void {
    this.#root = without(this.#root, key)
  }

  /** What stood at a revision, in order. The tree must not change meanwhile. */
  scan(scan: Scan): Generator<Lasting<Item>> {
    return walk(this.#root, scan)
  }
}

function insert<Item>(node: Tree<Item>, fresh: Node<Item>): Node<Item> {
  if (node === undefined) return fresh
  let top = node
  if (compareStays(fresh, node) < 0) {
    const earlier = insert(node.earlier, fresh)
    node.earlier = earlier
    if (earlier.priority > node.priority) {
      node.earlier = earlier.later
      earlier.later = node
      top = earlier
    }
  } else {
    const later = insert(node.later, fresh)
    node.later = later
    if (later.priority > node.priority) {
      node.later = later.earlier
      later.earlier = node
      top = later
    }
  }
  if (top === node) {
    // What comes in began last of all and has no end, whatever else the subtree holds.
    node.lastEnded = fresh.ended
  } else {
    summarise(node)
    summarise(top)
  }
  return top
}

function setEnd<Item>(node: Tree<Item>, key: StayKey, ended: number): void {
  if (node === undefined) return
  const order = compareStays(key, node)
  if (order === 0) node.ended = ended
  else setEnd(order < 0 ? node.earlier : node.later, key, ended)
  summarise(node)
}

function without<Item>(node: Tree<Item>, key: StayKey): Tree<Item> {
  if (node === undefined) return undefined
  const order = compareStays(key, node)
  if (order === 0) return join(node.earlier, node.later)
  if (order < 0) node.earlier = without(node.earlier, key)
  else node.later = without(node.later, key)
  summarise(node)
  return node
}

function join<Item>(earlier: Tree<Item>, later: Tree<Item>): Tree<Item> {
  if (earlier === undefined) return later
  if (later === undefined) return earlier
  const top = earlier.priority > later.priority ? earlier : later
  if (top === earlier) earlier.later = join(earlier.later, later)
  else later.earlier = join(earlier, later.earlier)
  summarise(top)
  return top
}

function summarise<Item>(node: Node<Item>): void {
  const { earlier, later, since, ended } = node
  const never = Number.POSITIVE_INFINITY
  node.firstSince = Math.min(since, earlier?.firstSince ?? never, later?.firstSince ?? never)
  node.lastEnded = Math.max(ended, earlier?.lastEnded ?? -1, later?.lastEnded ?? -1)
}

function* walk<Item>(node: Tree<Item>, scan: Scan): Generator<Lasting<Item>> {
  const { revision, validTime, after } = scan
  if (node === undefined || node.firstSince > revision || node.lastEnded <= revision) return
  const ascending = scan.order === 'earliest_first'
  // At one revision an entry stands once, so that its stays are in one place to a reader.
  const beyond = after === undefined ? 0 : comparePlaces(node, after)
  // Nothing before an item below the bounds is within them, and nothing after one above them.
  const below = after !== undefined && ascending && beyond <= 0
  const above = node.from > validTime || (after !== undefined && !ascending && beyond >= 0)
  const earlier = below ? undefined : node.earlier
  const later = above ? undefined : node.later
  yield* walk(ascending ? earlier : later, scan)
  if (!below && !above && node.since <= revision && revision < node.ended) yield node
  yield* walk(ascending ? later : earlier, scan)
}

function comparePlaces(a: Place, b: Place): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1
  return a.entry - b.entry
}

function compareStays(a: StayKey, b: StayKey): number {
  return comparePlaces(a, b) || a.since - b.since
}

/** A 32-bit finaliser (MurmurHash3): entries are consecutive, their priorities must not be. */
function hash(key: number): number {
  let h = Math.imul(key ^ (key >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
