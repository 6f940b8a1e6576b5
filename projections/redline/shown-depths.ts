import type { RedlinedClause } from './redline-reply.ts'

/**
 * The clauses of a redline at the depths at which they are shown one after another. What follows a
 * clause at a greater depth is read as nested in it, and the depth of a removed clause is that of the
 * earlier text. So a removed clause is given at least the depth of the next clause that still stands.
 */
export function withShownDepths(clauses: readonly RedlinedClause[]): RedlinedClause[] {
  let depthOfNextKept = 0
  return clauses
    .toReversed()
    .map((clause) => {
      const isRemoved = clause.changes.includes('removed')
      const depth = isRemoved ? Math.max(clause.depth, depthOfNextKept) : clause.depth
      if (!isRemoved) depthOfNextKept = depth
      return { ...clause, depth }
    })
    .toReversed()
}
