import type { Clause } from '../drafts/clause.ts'
import { match } from '../matching/match.ts'
import type { Pairs } from './groups.ts'

/** Clauses that are surely the same by what they say, for texts that share no ids. */
export function likelyPairs(before: readonly Clause[], after: readonly Clause[]): Pairs {
  if (before.length === 0 || after.length === 0) return []
  return match(before, after).matches.flatMap(({ left, right }) =>
    left.flatMap((l) =>
      right.map((r) => [(before[l] as Clause).id, (after[r] as Clause).id] as const),
    ),
  )
}
