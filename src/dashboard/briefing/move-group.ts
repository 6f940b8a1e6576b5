import type { StanceChange } from '../../../projections/changes/stance-changes.ts'

/** The groups of moves, those that a reader looks for first at the beginning. */
export const MOVE_GROUPS = [
  'moved',
  'hardened',
  'softened',
  'number',
  'new',
  'withdrawn',
  'unsupported',
  'terms',
] as const

export type MoveGroup = (typeof MOVE_GROUPS)[number]

/** Commitments by how firmly they bind; what is not listed binds as a plain statement does. */
const FIRMNESS: Readonly<Record<string, number>> = {
  firm: 2,
  ad_referendum: -1,
  in_principle: -1,
  conditional: -2,
  reserved: -3,
}

/** The group of a change of stance: one alone, by what weighs most in it. */
export function moveGroup(change: StanceChange): MoveGroup {
  const { before, after, moves } = change
  if (change.change === 'noLongerRecorded') return 'withdrawn'
  if (change.change === 'firstRecorded') return 'new'
  const parts = new Set(moves.map(({ part }) => part))
  if (parts.has('stance')) return after.stance === 'withdrawn' ? 'withdrawn' : 'moved'
  if (parts.has('number')) return 'number'
  const firmer = firmnessOf(after) - firmnessOf(before)
  if (firmer !== 0 && before.stance !== 'no_record') return firmer > 0 ? 'hardened' : 'softened'
  return parts.has('support') && after.support === 'unsupported' ? 'unsupported' : 'terms'
}

/** A red line weighs more than any commitment. */
function firmnessOf({ redLine, commitment }: StanceChange['after']): number {
  return (redLine === 'yes' ? 10 : 0) + (FIRMNESS[commitment ?? ''] ?? 0)
}
