import { type Clause, type Content, childrenOf, standingClause, withChildren } from './clause.ts'

/** Within clause `under` (null: at the top level), after its child `after` (null: first). */
export interface Place {
  readonly under: string | null
  readonly after: string | null
}

/** A place as an operation gives it, or why there is no such place in this content. */
export function placeOf(
  content: Content,
  given: { readonly under?: string | undefined; readonly after?: string | null | undefined },
): Place | string {
  const under = given.under ?? null
  if (under !== null && standingClause(content, under) === undefined) {
    return `there is no clause ${under} to stand under`
  }
  const siblings = childrenOf(content, under)
  if (given.after === undefined) return { under, after: lastPlaced(content, siblings) }
  if (given.after !== null && !siblings.includes(given.after)) {
    return `there is no clause ${given.after} in that place to stand after`
  }
  return { under, after: given.after }
}

/** The last of siblings that has a place of its own; null where none has. */
function lastPlaced(content: Content, siblings: readonly string[]): string | null {
  return siblings.findLast((id) => !content.clauses.get(id)?.unplaced) ?? null
}

/** Puts ids among the children at a place; the clauses themselves are the caller's to make. */
export function insertAt(content: Content, { under, after }: Place, ids: readonly string[]) {
  const siblings = childrenOf(content, under)
  return withChildren(content, under, siblings.toSpliced(indexAfter(siblings, after), 0, ...ids))
}

/** Takes a clause out from among its siblings. */
export function detach(content: Content, { id, under }: Clause): Content {
  const siblings = childrenOf(content, under)
  return withChildren(
    content,
    under,
    siblings.filter((sibling) => sibling !== id),
  )
}

/** The place at which a clause stands now. */
export function placeOfClause(content: Content, { id, under }: Clause): Place {
  const siblings = childrenOf(content, under)
  return { under, after: siblings[siblings.indexOf(id) - 1] ?? null }
}

/** The nearest of `clauses` that is `id` itself or that it stands within, going up from `id`. */
export function enclosing(
  content: Content,
  id: string | null,
  clauses: ReadonlySet<string>,
): string | undefined {
  for (let at = id; at !== null; at = content.clauses.get(at)?.under ?? null) {
    if (clauses.has(at)) return at
  }
  return undefined
}

function indexAfter(siblings: readonly string[], after: string | null): number {
  return after === null ? 0 : siblings.indexOf(after) + 1
}
