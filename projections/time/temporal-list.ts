import { appended, NONE } from './appended.ts'
import { compareKeys, type TemporalKey } from './bitemporal.ts'
import type { AsOf } from './standing-fact.ts'

/** An item on both axes: its place in valid time, and the revisions after which it stood. */
export interface Lasting extends TemporalKey {
  /** The first revision after which it stood. */
  readonly since: number
  /** The first revision after which it stood no longer; Infinity while it stands. */
  readonly ended: number
}

export interface Scan {
  readonly revision: number
  /** All that begins after it is passed over; milliseconds, or Infinity. */
  readonly validTime: number
  /** Only what comes after this in the order of the scan. */
  readonly after?: TemporalKey | undefined
  readonly order: 'earliest_first' | 'latest_first'
}

/** The revisions at which any item of a block stood lie within these. */
interface Span {
  readonly firstSince: number
  readonly lastEnded: number
}

/** The most items in a block: few enough to go through, many enough to make blocks few. */
const BLOCK = 128

/** The most items that wait until they are put in their places. */
const WAITING = 1024

/**
 * Items in valid-time order, with all that ever stood: one list serves reads at every revision. What
 * is put in waits until the list is read, since a load puts in much that nobody asks about, and many
 * items are put in their places faster than one at a time. The list is kept in blocks, each with the
 * span of revisions within it, so that a scan passes over blocks of which nothing stood: a read costs
 * a binary search, one step for each block passed over, and the items that it yields.
 */
export class TemporalList<Item extends Lasting> {
  /** Each in order, none empty, and all of a block before all of the next. */
  #blocks: Item[][] = NONE
  /** By block; undefined where it has to be worked out again. */
  #spans: (Span | undefined)[] = NONE
  /** Put in since the list was read, in no order. */
  #waiting: Item[]
  /** Those of which the end changed since then. */
  #ended: Item[] = NONE

  #newest: Item | undefined

  constructor(items: readonly Item[] = []) {
    this.#waiting = [...items]
    this.#newest = items.at(-1)
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0 && this.#waiting.length === 0
  }

  /** The revisions at which an item came or ceased to stand, in order. */
  get changes(): readonly number[] {
    const revisions = new Set<number>()
    for (const { since, ended } of [this.#waiting, ...this.#blocks].flat()) {
      revisions.add(since)
      if (ended !== Number.POSITIVE_INFINITY) revisions.add(ended)
    }
    return [...revisions].sort((a, b) => a - b)
  }

  /** The item that was put in last. */
  get newest(): Item | undefined {
    return this.#newest
  }

  put(item: Item): void {
    this.#newest = item
    this.#waiting = appended(this.#waiting, item)
    if (this.#waiting.length >= WAITING) this.#settle()
  }

  /** Puts what waits in its places. */
  #settle(): void {
    const [waiting, ended] = [this.#waiting, this.#ended]
    for (const item of ended) this.#spans[this.#blockOf(item)] = undefined
    this.#ended = NONE
    if (waiting.length === 0) return
    if (this.#blocks.length <= waiting.length / BLOCK)
      this.#build([...this.#blocks.flat(), ...waiting])
    else for (const item of waiting) this.#place(item)
    this.#waiting = NONE
  }

  #build(items: Item[]): void {
    items.sort(order)
    this.#blocks = []
    for (let at = 0; at < items.length; at += BLOCK) this.#blocks.push(items.slice(at, at + BLOCK))
    this.#spans = this.#blocks.map(() => undefined)
  }

  #place(item: Item): void {
    // Most items come in order: they need no search.
    const last = this.#blocks.length - 1
    const newest = this.#blocks[last]?.at(-1)
    const isNext = newest !== undefined && order(newest, item) <= 0
    const at = isNext ? last : Math.max(0, this.#blockOf(item))
    const block = this.#blocks[at] as Item[]
    const place = placeIn(block, item)
    if (place === block.length) block.push(item)
    else block.splice(place, 0, item)
    this.#spans[at] = undefined
    if (block.length > BLOCK) {
      // A full last block is left behind full: most items come in order.
      const half = at === this.#blocks.length - 1 && place === BLOCK ? BLOCK : BLOCK / 2
      this.#blocks.splice(at + 1, 0, block.splice(half))
      this.#spans.splice(at + 1, 0, undefined)
    }
  }

  /** Takes an item out as if it had never been put in. */
  takeBack(item: Item): void {
    this.#newest = undefined
    if (this.#waiting.at(-1) === item) {
      this.#waiting.pop()
      return
    }
    this.#settle()
    const at = this.#blockOf(item)
    const block = this.#blocks[at]
    const place = block === undefined ? -1 : placeIn(block, item) - 1
    if (block === undefined || place < 0 || order(block[place] as Item, item) !== 0) return
    block.splice(place, 1)
    this.#spans[at] = undefined
    if (block.length > 0) return
    this.#blocks.splice(at, 1)
    this.#spans.splice(at, 1)
  }

  /** Takes note that `ended` of an item in the list has changed. */
  endChanged(item: Item): void {
    // The spans of one block are never asked for, nor those of what is still to be put in.
    if (this.#blocks.length > 1) this.#ended = appended(this.#ended, item)
    if (this.#ended.length >= WAITING) this.#settle()
  }

  /** The items that a scan meets, in its order. The list must not change meanwhile. */
  *scan({ revision, validTime, after, order }: Scan): Generator<Item> {
    this.#settle()
    const [first, last] = [this.#firstBlock(order, after), this.#blocks.length - 1]
    if (order === 'earliest_first') {
      for (let at = first; at <= last; at++) {
        if (!this.#mayStand(at, revision)) continue
        for (const item of this.#blocks[at] as Item[]) {
          if (item.from > validTime) return
          const isPast = after !== undefined && compareKeys(item, after) <= 0
          if (!isPast && stoodAfter(item, revision)) yield item
        }
      }
      return
    }
    for (let at = Math.min(first, this.#lastBegun(validTime)); at >= 0; at--) {
      if (!this.#mayStand(at, revision)) continue
      const block = this.#blocks[at] as Item[]
      for (let place = block.length - 1; place >= 0; place--) {
        const item = block[place] as Item
        const isPast = after !== undefined && compareKeys(item, after) >= 0
        if (!isPast && item.from <= validTime && stoodAfter(item, revision)) yield item
      }
    }
  }

  /** The items that count at that point, from the earliest to the latest. */
  upTo({ revision, validTime }: AsOf): Generator<Item> {
    return this.scan({ revision, validTime, order: 'earliest_first' })
  }

  /** The items that count at that point, from the latest to the earliest. */
  downFrom({ revision, validTime }: AsOf): Generator<Item> {
    return this.scan({ revision, validTime, order: 'latest_first' })
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

  /** Tells if any item of a block may have stood after that revision. */
  #mayStand(at: number, revision: number): boolean {
    // The items of the only block are gone through as fast as its span is worked out.
    if (this.#blocks.length === 1) return true
    let span = this.#spans[at]
    if (span === undefined) {
      span = spanOf(this.#blocks[at] as Item[])
      this.#spans[at] = span
    }
    return span.firstSince <= revision && revision < span.lastEnded
  }

  /** The last block that begins with an item no later than this one; -1 where none does. */
  #blockOf(item: Item): number {
    return this.#lastBlock((first) => order(first, item) <= 0)
  }

  #firstBlock(order: Scan['order'], after: TemporalKey | undefined): number {
    const fallback = order === 'earliest_first' ? 0 : this.#blocks.length - 1
    if (after === undefined) return fallback
    return Math.max(
      0,
      this.#lastBlock((first) => compareKeys(first, after) <= 0),
    )
  }

  #lastBegun(validTime: number): number {
    return this.#lastBlock(({ from }) => from <= validTime)
  }

  /** The last block of which `is` holds for the first item, as it does for all blocks before it. */
  #lastBlock(is: (first: Item) => boolean): number {
    let [low, high] = [0, this.#blocks.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (is((this.#blocks[middle] as Item[])[0] as Item)) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

/** Tells if an item stood after a revision. */
export function stoodAfter({ since, ended }: Lasting, revision: number): boolean {
  return since <= revision && revision < ended
}

/** Valid time first; what stood, ended and stands again keeps the order of its revisions. */
function order(a: Lasting, b: Lasting): number {
  return compareKeys(a, b) || a.since - b.since
}

/** The place of an item in a block, behind all that are no later. */
function placeIn<Item extends Lasting>(block: readonly Item[], item: Item): number {
  let [low, high] = [0, block.length]
  if (high > 0 && order(block[high - 1] as Item, item) <= 0) return high
  while (low < high) {
    const middle = (low + high) >>> 1
    if (order(block[middle] as Item, item) <= 0) low = middle + 1
    else high = middle
  }
  return low
}

function spanOf(block: readonly Lasting[]): Span {
  let firstSince = Number.POSITIVE_INFINITY
  let lastEnded = Number.NEGATIVE_INFINITY
  for (const { since, ended } of block) {
    if (since < firstSince) firstSince = since
    if (ended > lastEnded) lastEnded = ended
  }
  return { firstSince, lastEnded }
}
