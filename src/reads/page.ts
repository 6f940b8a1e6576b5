import type { TemporalKey } from '../../projections/time/bitemporal.ts'

/** The most items that a request can ask for in one page, and what a page of a list as of a moment has. */
export const MOST_IN_PAGE = 1000

/** The page of a list that is asked for, as it is filled. */
export class Page {
  /** The most items; Infinity where the list is wanted whole. */
  readonly limit: number
  /** The last place of the page before: undefined on the first page. */
  readonly after: TemporalKey | undefined
  /** The last place of this page; undefined on the last page. */
  end: TemporalKey | undefined

  constructor(limit: number, after?: TemporalKey) {
    this.limit = limit
    this.after = after
  }

  /** Says that more follows the item at a place. */
  endAt({ from, entry }: TemporalKey): void {
    this.end = { from, entry }
  }

  /** The items of the page, of a list that is at hand whole; `show` is asked for these alone. */
  of<Item, Shown = Item>(items: readonly Item[], show?: (item: Item) => Shown): Shown[] {
    const start = this.after?.entry ?? 0
    const end = start + this.limit
    if (end < items.length) this.endAt({ from: 0, entry: end })
    const found = items.slice(start, end)
    return show === undefined ? (found as unknown[] as Shown[]) : found.map(show)
  }
}
