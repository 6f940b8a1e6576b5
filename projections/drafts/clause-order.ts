import type { PersistentMap } from '../time/persistent-map.ts'
import type { Clause, Content } from './clause.ts'

/** The place of a clause among its siblings, and the ends of the list of those that stand within it. */
interface Links {
  /** The siblings beside it; null at either end. */
  readonly previous: string | null
  readonly next: string | null
  /** The first and the last clause within it; null in a clause without others. */
  readonly first: string | null
  readonly last: string | null
  /** The last clause within it that has a place of its own. */
  readonly lastPlaced: string | null
}

/** Within clause `under` (null: at the top level), after its child `after` (null: first). */
export interface Place {
  readonly under: string | null
  readonly after: string | null
}

/**
 * The order of the clauses of a text: a doubly linked list of siblings within each clause. Kept in a
 * persistent map, so that to put a clause in or to take it out costs O(log n) in the clauses of the
 * text, however many siblings it has. Only a run of clauses without a place of their own is gone
 * through, where a clause comes or goes at its end.
 */
export type ClauseOrder = PersistentMap<Links>

const ALONE: Links = { previous: null, next: null, first: null, last: null, lastPlaced: null }

/** The key of the links of the top level: no clause has this id. */
const TOP = ''

/** The clauses within one that stands (null: at the top level), in reading order. */
export function childrenOf(content: Content, under: string | null): readonly string[] {
  const found: string[] = []
  let id = firstWithin(content, under)
  for (; id !== null; id = nextAfter(content, id)) found.push(id)
  return found
}

/** The first clause within one that stands (null: at the top level). */
export function firstWithin(content: Content, under: string | null): string | null {
  return linksOf(content, under).first
}

/** The sibling that follows a clause that stands. */
export function nextAfter(content: Content, id: string): string | null {
  return linksOf(content, id).next
}

/** The last clause within one that stands (null: at the top level), placed or not. */
export function lastWithin(content: Content, under: string | null): string | null {
  return linksOf(content, under).last
}

/** The last of those that have a place of their own. */
export function lastPlacedWithin(content: Content, under: string | null): string | null {
  return linksOf(content, under).lastPlaced
}

/** The place at which a clause stands now. */
export function placeOfClause(content: Content, { id, under }: Clause): Place {
  return { under, after: linksOf(content, id).previous }
}

/** Puts clauses, which the content has and which stand nowhere, next to each other at a place. */
export function insertAt(
  content: Content,
  { under, after }: Place,
  ids: readonly string[],
): Content {
  let order = content
  let previous = after
  for (const id of ids) {
    order = insertOne(order, { under, after: previous }, id)
    previous = id
  }
  return order
}

function insertOne(content: Content, { under, after }: Place, id: string): Content {
  const ends = linksOf(content, under)
  const next = after === null ? ends.first : nextAfter(content, after)
  const isLastPlaced = isPlaced(content, id) && isBehindPlaced(content, ends, after, next)
  let order = withLinks(content, id, { previous: after, next })
  if (after !== null) order = withLinks(order, after, { next: id })
  if (next !== null) order = withLinks(order, next, { previous: id })
  return withLinks(order, under, {
    ...(after === null && { first: id }),
    ...(next === null && { last: id }),
    ...(isLastPlaced && { lastPlaced: id }),
  })
}

/** True if no clause with a place of its own follows the place between `after` and `next`. */
function isBehindPlaced(
  content: Content,
  { lastPlaced }: Links,
  after: string | null,
  next: string | null,
): boolean {
  if (after === lastPlaced) return true
  if (after === null || lastPlaced === null) return lastPlaced === null
  if (isPlaced(content, after)) return false
  let at = next
  while (at !== null && !isPlaced(content, at)) at = nextAfter(content, at)
  return at === null
}

/** Takes a clause out from among its siblings. */
export function detach(content: Content, { id, under }: Clause): Content {
  const { previous, next } = linksOf(content, id)
  let { lastPlaced } = linksOf(content, under)
  if (lastPlaced === id) {
    lastPlaced = previous
    while (lastPlaced !== null && !isPlaced(content, lastPlaced)) {
      lastPlaced = linksOf(content, lastPlaced).previous
    }
  }
  let order = content
  if (previous !== null) order = withLinks(order, previous, { next })
  if (next !== null) order = withLinks(order, next, { previous })
  return withLinks(order, under, {
    ...(previous === null && { first: next }),
    ...(next === null && { last: previous }),
    lastPlaced,
  })
}

/** Forgets what stood within a clause and beside it, now that it has ended. */
export function unlink(content: Content, id: string): Content {
  return withLinks(content, id, ALONE)
}

function isPlaced(content: Content, id: string): boolean {
  return content.clauses.get(id)?.unplaced !== true
}

function linksOf({ order }: Content, id: string | null): Links {
  return order.get(id ?? TOP) ?? ALONE
}

function withLinks(content: Content, id: string | null, links: Partial<Links>): Content {
  const now = { ...linksOf(content, id), ...links }
  return { ...content, order: content.order.with(id ?? TOP, now) }
}
