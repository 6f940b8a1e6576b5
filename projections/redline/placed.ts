import type { RedlinedClause } from './redline-reply.ts'

/**
 * The clauses of a redline at the depths at which they are shown one after another. Within a clause
 * stands what follows it at a greater depth, so what was removed is shown no higher than the clause
 * of the later text that follows it: nothing of that text seems to stand within what was removed.
 */
export function asPlaced(clauses: readonly RedlinedClause[]): RedlinedClause[] {
  let next = 0
  return clauses
    .toReversed()
    .map((clause) => {
      const isRemoved = clause.changes.includes('removed')
      const depth = isRemoved ? Math.max(clause.depth, next) : clause.depth
      if (!isRemoved) next = depth
      return { ...clause, depth }
    })
    .toReversed()
}
