import type { StanceCell } from '../stances/stance-cell.ts'

export type Move =
  | 'moved'
  | 'firstRecorded'
  | 'noLongerRecorded'
  | 'basisChanged'
  | 'firmnessChanged'

/** A stance at one point, with how firmly it is put. */
export interface StanceThen extends Pick<StanceCell, 'stance' | 'basis'> {
  readonly commitment: string | null
  readonly redLine: string | null
}

/** One party on one subject, where that differs between two points. */
export interface StanceChange extends Pick<StanceCell, 'party' | 'subject'> {
  /** A first record is no move, and neither is the loss of the last one. */
  readonly change: Move
  readonly before: StanceThen
  readonly after: StanceThen
}

/** What moved from one matrix of stances to another: cells that neither has are `no_record`. */
export function stanceChanges(
  before: Iterable<StanceCell>,
  after: Iterable<StanceCell>,
): StanceChange[] {
  const cells = new Map<string, { before?: StanceCell; after?: StanceCell }>()
  for (const cell of before) cells.set(keyOf(cell), { before: cell })
  for (const cell of after) cells.set(keyOf(cell), { ...cells.get(keyOf(cell)), after: cell })
  return [...cells.values()].flatMap((pair) => {
    const { party, subject } = (pair.after ?? pair.before) as StanceCell
    const change = moveBetween(pair.before, pair.after)
    if (change === undefined) return []
    return [{ party, subject, change, before: stanceOf(pair.before), after: stanceOf(pair.after) }]
  })
}

/** How one cell differs between two points; without a cell there is no record. */
export function moveBetween(
  before: StanceCell | undefined,
  after: StanceCell | undefined,
): Move | undefined {
  const [was, is] = [before?.stance ?? 'no_record', after?.stance ?? 'no_record']
  if (was !== is) {
    if (was === 'no_record') return 'firstRecorded'
    return is === 'no_record' ? 'noLongerRecorded' : 'moved'
  }
  if (before?.basis !== after?.basis && is !== 'no_record') return 'basisChanged'
  const [then, now] = [leaderOf(before), leaderOf(after)]
  const isAsFirm = then?.commitment === now?.commitment && then?.redLine === now?.redLine
  return isAsFirm ? undefined : 'firmnessChanged'
}

/** The position that decides a cell. */
export function leaderOf(cell: StanceCell | undefined) {
  return cell === undefined || cell.basis === null ? undefined : cell[cell.basis]?.leader
}

function stanceOf(cell: StanceCell | undefined): StanceThen {
  const { stance, basis } = cell ?? { stance: 'no_record', basis: null }
  const leader = leaderOf(cell)
  return {
    stance,
    basis,
    commitment: leader?.commitment ?? null,
    redLine: leader?.redLine ?? null,
  }
}

function keyOf({ party, subject }: StanceCell): string {
  return `${party} ${subject.kind} ${subject.id}`
}
