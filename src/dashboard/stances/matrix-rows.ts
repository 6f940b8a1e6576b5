import type { Subject } from '../../../events/position.ts'
import {
  leaderOf,
  type Move,
  moveBetween,
  partsBetween,
} from '../../../projections/changes/stance-changes.ts'
import type { StanceCell, StanceMatrix } from '../../../projections/stances/stance-cell.ts'
import { sidesText } from '../words/sides.ts'

/** One subject, and where each party stands on it, in the order of the matrix. */
export interface MatrixRow {
  readonly subject: Subject
  readonly cells: readonly ShownCell[]
}

/** A cell of the table: little enough that a step redraws only what moved. */
export interface ShownCell {
  readonly party: string
  readonly stance: StanceCell['stance']
  readonly basis: StanceCell['basis']
  readonly isRedLine: boolean
  readonly isUnsupported: boolean
  readonly possibly: boolean
  /** Both sides of a conflicting stance, in words. */
  readonly sides: string | null
  readonly via: string | null
  readonly commitment: string | null
  /** The change that one step made of it. */
  readonly step: RowMove | undefined
}

/** A move as a briefing tells it, or that what it rests on, or through whom it is held, is another. */
export type RowMove = Move | 'groundsChanged'

/** Issues come first, then what else somebody has a position on. */
export function matrixRows(matrix: StanceMatrix, before: StanceMatrix | undefined): MatrixRow[] {
  const earlier = before === undefined ? undefined : cellFinder(before)
  const rows = matrix.subjects.map((subject, column) => ({
    subject,
    cells: matrix.rows.map((row, place) => {
      const cell = row.cells[column] as StanceCell
      const step = earlier && stepBetween(earlier(cell, place, column), cell)
      return step === undefined ? stillOf(cell) : { ...stillOf(cell), step }
    }),
  }))
  const rank = ({ subject }: MatrixRow) => (subject.kind === 'issue' ? 0 : 1)
  return rows.sort((a, b) => rank(a) - rank(b))
}

function stepBetween(before: StanceCell | undefined, after: StanceCell): RowMove | undefined {
  if (before === after) return undefined
  const move = moveBetween(before, after)
  const isOfSupport = partsBetween(before, after).every((part) => part === 'support')
  if (move === 'moved' && isOfSupport) return 'groundsChanged'
  if (move !== undefined || before === undefined) return move
  const [then, now] = [lookOf(before), lookOf(after)]
  const isSame = then.isUnsupported === now.isUnsupported && then.via === now.via
  return isSame ? undefined : 'groundsChanged'
}

type Look = Omit<ShownCell, 'step'>

/** A cell that no step changed, which is the same object for as long as that is so. */
const still = new WeakMap<StanceCell, ShownCell>()

function stillOf(cell: StanceCell): ShownCell {
  const kept = still.get(cell)
  if (kept !== undefined) return kept
  const shown = { ...lookOf(cell), step: undefined }
  still.set(cell, shown)
  return shown
}

function lookOf(cell: StanceCell): Look {
  const leader = leaderOf(cell)
  return {
    party: cell.party,
    stance: cell.stance,
    basis: cell.basis,
    isRedLine: leader?.redLine === 'yes',
    isUnsupported: leader?.support === 'unsupported',
    possibly: cell.possibly,
    sides: cell.conflict === undefined ? null : sidesText(cell.conflict),
    via: leader?.via ?? null,
    commitment:
      leader === undefined || leader.commitment === 'unspecified' ? null : leader.commitment,
  }
}

/** Finds the same cell in another matrix: nearly always in the same place. */
function cellFinder({ rows }: StanceMatrix) {
  let byKey: Map<string, StanceCell> | undefined
  return (cell: StanceCell, place: number, column: number): StanceCell | undefined => {
    const there = rows[place]?.cells[column]
    if (there !== undefined && isOfSame(there, cell)) return there
    byKey ??= new Map(rows.flatMap(({ cells }) => cells.map((each) => [keyOf(each), each])))
    return byKey.get(keyOf(cell))
  }
}

function isOfSame(a: StanceCell, b: StanceCell): boolean {
  return a.party === b.party && a.subject.id === b.subject.id && a.subject.kind === b.subject.kind
}

function keyOf({ party, subject }: StanceCell): string {
  return `${party} ${subject.kind} ${subject.id}`
}
