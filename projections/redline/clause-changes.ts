import type { Clause, StandingClauseStatus } from '../drafts/clause.ts'
import type { DiffRun } from '../text/word-diff.ts'
import type { Group } from './groups.ts'
import type { ClauseChange, RedlinedClause } from './redline-reply.ts'

interface Seen {
  readonly text: readonly DiffRun[]
  readonly heading: readonly DiffRun[]
  readonly moved: boolean
}

/**
 * The fate of a clause, and its alternatives and positions where they differ now from those of
 * all the clauses that it comes from.
 */
export function changesOf(
  { before, after }: Group,
  clause: Clause,
  { text, heading, moved }: Seen,
): Pick<RedlinedClause, 'changes' | 'alternatives' | 'positions'> {
  const [was] = before
  if (was === undefined) return { changes: ['added'], alternatives: null, positions: null }
  const changes: ClauseChange[] = []
  const note = (is: boolean, change: ClauseChange) => {
    if (is) changes.push(change)
  }
  const alone = before.length === 1 && after.length === 1
  note(before.length > 1, 'merged')
  note(after.length > 1, 'split')
  note(alone && was.id !== clause.id, 'replaced')
  note(moved, 'moved')
  note(alone && was.label !== clause.label, 'relabelled')
  note(alone && heading.some(isChange), 'retitled')
  note(text.some(isChange), 'amended')
  const had = {
    alternatives: before.flatMap(({ alternatives }) => alternatives),
    positions: before.flatMap(({ positions }) => positions),
  }
  const alternatives = differs(had.alternatives, clause.alternatives)
  const positions = differs(had.positions, clause.positions)
  note(statusBefore(before, clause) !== clause.status, 'status_changed')
  note(alternatives, 'alternatives_changed')
  note(positions, 'positions_changed')
  return {
    changes,
    alternatives: alternatives ? { before: had.alternatives, after: clause.alternatives } : null,
    positions: positions ? { before: had.positions, after: clause.positions } : null,
  }
}

/** The status that a clause comes from: if it has more than one, one that it does not have itself. */
export function statusBefore(
  before: readonly Clause[],
  { status }: Clause,
): StandingClauseStatus | null {
  const other = before.find((clause) => clause.status !== status)
  return (other ?? before[0])?.status ?? null
}

function isChange({ kind }: DiffRun): boolean {
  return kind !== 'same'
}

function differs(a: unknown, b: unknown): boolean {
  return a !== b && JSON.stringify(a) !== JSON.stringify(b)
}
