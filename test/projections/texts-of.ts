import { blameOf } from '../../projections/blame/blame.ts'
import type { DraftBlame } from '../../projections/blame/blame-reply.ts'
import type { Lineage } from '../../projections/blame/lineage.ts'
import type { Drafts } from '../../projections/drafts/drafts.ts'
import { type ClauseStep, clauseHistory } from '../../projections/redline/clause-history.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'

type ReadDrafts = Pick<Drafts, 'lineage' | 'clause'>

/** The blame of each word of a draft revision; undefined where the revision does not count. */
export function blameIn(drafts: ReadDrafts, revision: string, asOf: AsOf): DraftBlame | undefined {
  const lineage = drafts.lineage(revision, asOf)
  return lineage && blameOf(lineage, asOf)
}

/**
 * The steps by which a clause came to be as a revision has it, the latest first; undefined where the
 * revision does not count or never had the clause.
 */
export function historyIn(
  drafts: ReadDrafts,
  revision: string,
  clause: string,
  asOf: AsOf,
): ClauseStep[] | undefined {
  if (drafts.clause(revision, clause, asOf) === undefined) return undefined
  return clauseHistory(clause, drafts.lineage(revision, asOf) as Lineage, asOf)
}
