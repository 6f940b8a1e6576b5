import { compare, priority, type TemporalKey } from './bitemporal.ts'

export interface Scan {
  readonly revision: number
  /** What begins after it is passed over; milliseconds, or Infinity. */
  readonly validTime: number
  /** Only what comes after this in the order of the scan. */
  readonly after?: TemporalKey | undefined
  readonly order: 'earliest_first' | 'latest_first'
}

/** One stay of an item: it may stand, be taken out, and stand again. */
interface Node<Item> {
  readonly item: Item
  /** The revisions at which it stood: from `since` up to `ended`. */
  readonly since: number
  ended: number
  readonly priority: number
  earlier: Tree<Item>
  later: Tree<Item>
  /** Over the subtree: the first revision at which any of it stood, and the last end. */
  firstSince: number
  lastEnded: number
}

type Tree<Item> = Node<Item> | undefined

const NEVER = Number.POSITIVE_INFINITY

/**
 * Items in valid-time order, each with the revisions at which it stood: one tree serves reads at
 * every revision, and is changed in place. A treap of which each subtree knows the span of
 * revisions within it, so that a scan passes over what was not known yet or stood no longer.
 */
export class LastingTree<Item extends TemporalKey> {
  #root: Tree<Item>

  /** Puts in what began last of all, as revisions go: O(log n). */
  add(item: Item, since: number): void {
    this.#root = insert(this.#root, {
      item,
      since,
      ended: NEVER,
      priority: priority({ from: item.from, entry: item.entry + since, part: item.part ?? 0 }),
      earlier: undefined,
      later: undefined,
      firstSince: since,
      lastEnded: NEVER,
    })
  }

  /** Says until when the latest stay of an item lasted, NEVER to let it stand: O(log n). */
  setEnd(key: TemporalKey, ended: number): void {
    setEnd(this.#root, key, ended)
  }

  /** Takes the latest stay of an item out as if it had never been: O(log n). */
  takeBack(key: TemporalKey, since: number): void {
    this.#root = without(this.#root, key, since)
  }

  /** What stood at a revision, in order. The tree must not change meanwhile. */
  scan(scan: Scan): Generator<Item> {
    return walk(this.#root, scan)
  }
}

function insert<Item extends TemporalKey>(node: Tree<Item>, fresh: Node<Item>): Node<Item> {
  if (node === undefined) return fresh
  let top = node
  // A later stay of the same item comes after the earlier ones.
  if (compare(fresh.item, node.item) < 0) {
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

/** @returns whether the item was there. */
function setEnd<Item extends TemporalKey>(
  node: Tree<Item>,
  key: TemporalKey,
  ended: number,
): boolean {
  if (node === undefined) return false
  const order = compare(key, node.item)
  let found = setEnd(order < 0 ? node.earlier : node.later, key, ended)
  if (!found && order === 0) {
    node.ended = ended
    found = true
  }
  if (found) summarise(node)
  return found
}

function without<Item extends TemporalKey>(
  node: Tree<Item>,
  key: TemporalKey,
  since: number,
): Tree<Item> {
  if (node === undefined) return undefined
  const order = compare(key, node.item) || since - node.since
  if (order === 0) return join(node.earlier, node.later)
  if (order < 0) node.earlier = without(node.earlier, key, since)
  else node.later = without(node.later, key, since)
  summarise(node)
  return node
}

function join<Item extends TemporalKey>(earlier: Tree<Item>, later: Tree<Item>): Tree<Item> {
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
  node.firstSince = Math.min(since, earlier?.firstSince ?? NEVER, later?.firstSince ?? NEVER)
  node.lastEnded = Math.max(ended, earlier?.lastEnded ?? -1, later?.lastEnded ?? -1)
}

function* walk<Item extends TemporalKey>(node: Tree<Item>, scan: Scan): Generator<Item> {
  const { revision, validTime, after } = scan
  if (node === undefined || node.firstSince > revision || node.lastEnded <= revision) return
  const ascending = scan.order === 'earliest_first'
  // At one revision an item stands once, so that its stays are in one place to a reader.
  const beyond = after === undefined ? 0 : compare(node.item, after)
  // Nothing before an item below the bounds is within them, and nothing after one above them.
  const below = after !== undefined && ascending && beyond <= 0
  const above = node.item.from > validTime || (after !== undefined && !ascending && beyond >= 0)
  const earlier = below ? undefined : node.earlier
  const later = above ? undefined : node.later
  yield* walk(ascending ? earlier : later, scan)
  if (!below && !above && node.since <= revision && revision < node.ended) yield node.item
  yield* walk(ascending ? later : earlier, scan)
}
