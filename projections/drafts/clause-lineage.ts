import {
  type Clause,
  type Content,
  type EndStatus,
  readingOrder,
  type Step,
  standingClause,
  withClause,
} from './clause.ts'
import { newClause } from './clause-new.ts'
import { childrenOf, detach, insertAt, type Place, placeOfClause, unlink } from './clause-order.ts'
import { enclosing, placeOf } from './clause-place.ts'
import type { StepReason } from './step-reason.ts'

/** Ends a clause and all that stands within it. */
export function remove(content: Content, { clause: id }: Step<'remove'>, revision: string) {
  const clause = standingClause(content, id)
  if (clause === undefined) return absent(id)
  let left = detach(content, clause)
  for (const { clause: within } of readingOrder(content, id)) {
    left = end(left, within, 'removed', [], revision)
  }
  return end(left, clause, 'removed', [], revision)
}

/**
 * Ends several clauses in a new one, which takes over what stood within them. Where the operation
 * names no place at all, that is the place of the first clause named.
 */
export function merge(content: Content, op: Step<'merge'>, revision: string): Content | StepReason {
  const merged = new Set(op.clauses)
  const missing = op.clauses.find((id) => standingClause(content, id) === undefined)
  if (missing !== undefined) return absent(missing)
  if (merged.size < 2) return { code: 'merged_with_itself', params: {} }
  if (standingClause(content, op.into.clause)) return present(op.into.clause)
  const place = placeOfMerge(content, op, merged)
  if ('code' in place) return place
  if (enclosing(content, place.under, merged)) return { code: 'place_ends', params: {} }

  const clauses = [...merged].map((id) => content.clauses.get(id) as Clause)
  const outermost = clauses.filter(({ under }) => !enclosing(content, under, merged))
  const statuses = new Set(clauses.map(({ status }) => status))
  const into = newClause(op.into, place.under, revision, {
    status: statuses.size === 1 ? (clauses[0] as Clause).status : 'proposed',
    proposers: [...new Set(clauses.flatMap(({ proposers }) => proposers))],
    lineage: { from: [...merged], into: [] },
  })
  let left = insertAt(withClause(content, into), place, [into.id])
  for (const clause of outermost) left = detach(left, clause)
  for (const clause of clauses) {
    left = end(left, clause, 'merged_into', [into.id], revision)
  }
  return adopt(left, into.id, remaining(content, outermost, merged))
}

/** Ends a clause in several new ones, in its place; what stood within it follows the last of them. */
export function split(content: Content, op: Step<'split'>, revision: string): Content | StepReason {
  const clause = standingClause(content, op.clause)
  if (clause === undefined) return absent(op.clause)
  const parts = op.into.map((part) => part.clause)
  const taken = parts.find(
    (id, i) => standingClause(content, id) !== undefined || parts.indexOf(id) !== i,
  )
  if (taken !== undefined) return present(taken)
  const made = op.into.map((part) => ({
    ...newClause(part, clause.under, revision, {
      status: clause.status,
      proposers: clause.proposers,
      lineage: { from: [clause.id], into: [] },
    }),
    ...(clause.unplaced && { unplaced: true as const }),
  }))
  const withParts = made.reduce(withClause, content)
  const placed = insertAt(withParts, { under: clause.under, after: clause.id }, parts)
  const left = end(detach(placed, clause), clause, 'split_into', parts, revision)
  return adopt(left, (made.at(-1) as Clause).id, childrenOf(content, clause.id))
}

export function absent(clause: string): StepReason {
  return { code: 'clause_absent', params: { clause } }
}

export function present(clause: string): StepReason {
  return { code: 'clause_present', params: { clause } }
}

function end(
  content: Content,
  clause: Clause,
  status: EndStatus,
  into: readonly string[],
  revision: string,
): Content {
  const lineage = { ...clause.lineage, into }
  return withClause(unlink(content, clause.id), { ...clause, status, lineage, changedIn: revision })
}

function placeOfMerge(
  content: Content,
  op: Step<'merge'>,
  merged: ReadonlySet<string>,
): Place | StepReason {
  if (op.under !== undefined || op.after !== undefined) return placeOf(content, op)
  let first = content.clauses.get(op.clauses[0] as string) as Clause
  for (let outer: string | undefined; ; first = content.clauses.get(outer) as Clause) {
    outer = enclosing(content, first.under, merged)
    if (outer === undefined) return placeOfClause(content, first)
  }
}

/** The clauses within merged ones that are not merged themselves, in the order of those clauses. */
function remaining(content: Content, clauses: readonly Clause[], merged: ReadonlySet<string>) {
  const found: string[] = []
  const waiting = clauses.flatMap(({ id }) => childrenOf(content, id)).toReversed()
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (!merged.has(id)) found.push(id)
    else for (const child of childrenOf(content, id).toReversed()) waiting.push(child)
  }
  return found
}

/** Puts clauses whose parents have ended within another one, which has none yet. */
function adopt(content: Content, under: string, children: readonly string[]): Content {
  const left = children.reduce(
    (all, id) => withClause(all, { ...(all.clauses.get(id) as Clause), under }),
    content,
  )
  return insertAt(left, { under, after: null }, children)
}
