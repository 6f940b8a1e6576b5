import { type Content, standingClause } from './clause.ts'
import { lastPlacedWithin, type Place } from './clause-order.ts'
import type { StepReason } from './step-reason.ts'

/**
 * A place as an operation gives it, or why there is no such place in this content.
 *
 * @param moved the clause that is to stand there, if it was taken out from where it stood
 */
export function placeOf(
  content: Content,
  given: { readonly under?: string | undefined; readonly after?: string | null | undefined },
  moved?: string,
): Place | StepReason {
  const under = given.under ?? null
  if (under !== null && standingClause(content, under) === undefined) {
    return { code: 'nothing_to_stand_under', params: { clause: under } }
  }
  if (given.after === undefined) return { under, after: lastPlacedWithin(content, under) }
  const isThere =
    given.after !== moved && standingClause(content, given.after ?? '')?.under === under
  if (given.after !== null && !isThere) {
    return { code: 'nothing_to_stand_after', params: { clause: given.after } }
  }
  return { under, after: given.after }
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
