import type { StanceCell } from '../stances/stance-cell.ts'

type Move = 'moved' | 'firstRecorded' | 'noLongerRecorded' | 'basisChanged' | 'firmnessChanged'

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
    const [then, now] = [stanceOf(pair.before), stanceOf(pair.after)]
    const change = moveBetween(then, now)
    return change === undefined ? [] : [{ party, subject, change, before: then, after: now }]
  })
}

function moveBetween(before: StanceThen, after: StanceThen): Move | undefined {
  if (before.stance !== after.stance) {
    if (before.stance === 'no_record') return 'firstRecorded'
    return after.stance === 'no_record' ? 'noLongerRecorded' : 'moved'
  }
  if (before.basis !== after.basis) return 'basisChanged'
  const isAsFirm = before.commitment === after.commitment && before.redLine === after.redLine
  return isAsFirm ? undefined : 'firmnessChanged'
}

function stanceOf(cell: StanceCell | undefined): StanceThen {
  const { stance, basis } = cell ?? { stance: 'no_record', basis: null }
  const leader = basis === null ? undefined : cell?.[basis]?.leader
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
