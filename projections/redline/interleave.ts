import { type Content, readingOrder } from '../drafts/clause.ts'
import type { Group } from './groups.ts'
import type { RedlinedClause } from './redline-reply.ts'

/**
 * Redlined clauses in the order of the later text, with those that were removed: each after the
 * clause that it followed in the earlier text, or what that one became.
 */
export function inReadingOrder(
  before: Content,
  after: Content,
  groups: readonly Group[],
  told: readonly RedlinedClause[],
): RedlinedClause[] {
  const isRemoved = ({ changes }: RedlinedClause) => changes.includes('removed')
  const removed = new Map(told.filter(isRemoved).map((clause) => [clause.clause, clause]))
  const standing = new Map(told.filter((c) => !isRemoved(c)).map((c) => [c.clause, c]))
  const became = new Map<string, string | undefined>()
  for (const group of groups)
    for (const { id } of group.before) became.set(id, group.after.at(-1)?.id)

  const following = new Map<string | undefined, RedlinedClause[]>()
  let last: string | undefined
  for (const { clause } of readingOrder(before)) {
    const gone = removed.get(clause.id)
    if (gone === undefined) {
      last = became.get(clause.id)
      continue
    }
    const others = following.get(last)
    if (others === undefined) following.set(last, [gone])
    else others.push(gone)
  }
  const ordered = [...(following.get(undefined) ?? [])]
  for (const { clause } of readingOrder(after)) {
    ordered.push(standing.get(clause.id) as RedlinedClause)
    for (const gone of following.get(clause.id) ?? []) ordered.push(gone)
  }
  return ordered
}
