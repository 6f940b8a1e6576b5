import type { Alternative, ClausePosition, StandingClauseStatus } from '../drafts/clause.ts'
import type { DiffRun } from '../text/word-diff.ts'

/** The outcome of a clause. One may be moved and amended, merged and relabelled. */
export type ClauseChange =
  | 'added'
  | 'removed'
  | 'merged'
  | 'split'
  | 'replaced'
  | 'moved'
  | 'relabelled'
  | 'retitled'
  | 'amended'
  | 'status_changed'
  | 'alternatives_changed'
  | 'positions_changed'

export interface BeforeAfter<T> {
  readonly before: T
  readonly after: T
}

/** A clause of the later text beside what it comes from, or one that the earlier text alone has. */
export interface RedlinedClause {
  /** Of the later text; of a clause that was removed, of the earlier one. */
  readonly clause: string
  /** 0 at the top level. */
  readonly depth: number
  /** Empty where the clause stands as it stood. */
  readonly changes: readonly ClauseChange[]
  /** The clauses of the earlier text whose words it is compared with; none where it was added. */
  readonly from: readonly string[]
  /** Null if it has none; before, that of the first clause in `from`. */
  readonly label: BeforeAfter<string | null>
  /** Compared with that of the first clause in `from`; of a split, in its first part alone. */
  readonly heading: readonly DiffRun[]
  /** Of a split, the words of the earlier clause are spread over its parts. */
  readonly text: readonly DiffRun[]
  /** Null if there was, or is, no clause; before, one that is not the status now. */
  readonly status: BeforeAfter<StandingClauseStatus | null>
  /** Null if they did not change; before, those of all the clauses in `from`. */
  readonly alternatives: BeforeAfter<readonly Alternative[]> | null
  readonly positions: BeforeAfter<readonly ClausePosition[]> | null
}

/** The changes from one text to another. */
export interface Redline {
  /** The number of clauses each kind of change befell; those that befell none are left out. */
  readonly counts: readonly { readonly change: ClauseChange; readonly clauses: number }[]
  /** In the reading order of the later text; what was removed follows what it followed. */
  readonly clauses: readonly RedlinedClause[]
}
