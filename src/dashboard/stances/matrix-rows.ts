import type { Subject } from '../../../events/statement.ts'
import type { StanceCell } from '../../../projections/stances/stance-cell.ts'
import type { StanceMatrix } from '../../../projections/stances/stances.ts'

/** One subject, and where each party stands on it, in the order of the matrix. */
export interface MatrixRow {
  readonly subject: Subject
  readonly cells: readonly ShownCell[]
}

/** What a cell of the table shows: little enough that a step redraws only what moved. */
export interface ShownCell {
  readonly party: string
  readonly stance: StanceCell['stance']
  readonly basis: StanceCell['basis']
  readonly isRedLine: boolean
  readonly isUnsupported: boolean
  readonly possibly: boolean
  readonly via: string | null
  readonly commitment: string | null
  /** It shows something else than one step before. */
  readonly moved: boolean
}

/** Issues come first, then what else somebody has a position on. */
export function matrixRows(matrix: StanceMatrix, before: StanceMatrix | undefined): MatrixRow[] {
  const earlier = before === undefined ? undefined : cellsOf(before)
  const rows = matrix.subjects.map((subject, column) => ({
    subject,
    cells: matrix.rows.map((row) => {
      const cell = row.cells[column] as StanceCell
      const look = lookOf(cell)
      const then = earlier?.get(keyOf(cell))
      const old = then && lookOf(then)
      const moved =
        earlier !== undefined &&
        (old === undefined ? look.stance !== 'no_record' : !isSame(old, look))
      return { ...look, moved }
    }),
  }))
  const rank = ({ subject }: MatrixRow) => (subject.kind === 'issue' ? 0 : 1)
  return rows.sort((a, b) => rank(a) - rank(b))
}

function lookOf(cell: StanceCell): Omit<ShownCell, 'moved'> {
  const leader = cell.basis === null ? undefined : cell[cell.basis]?.leader
  return {
    party: cell.party,
    stance: cell.stance,
    basis: cell.basis,
    isRedLine: leader?.redLine === 'yes',
    isUnsupported: leader?.support === 'unsupported',
    possibly: cell.possibly,
    via: leader?.via ?? null,
    commitment:
      leader === undefined || leader.commitment === 'unspecified' ? null : leader.commitment,
  }
}

function isSame(a: Omit<ShownCell, 'moved'>, b: Omit<ShownCell, 'moved'>): boolean {
  return (
    a.stance === b.stance &&
    a.basis === b.basis &&
    a.isRedLine === b.isRedLine &&
    a.isUnsupported === b.isUnsupported &&
    a.commitment === b.commitment &&
    a.via === b.via
  )
}

function cellsOf({ rows }: StanceMatrix): Map<string, StanceCell> {
  return new Map(rows.flatMap(({ cells }) => cells.map((cell) => [keyOf(cell), cell])))
}

function keyOf({ party, subject }: StanceCell): string {
  return `${party} ${subject.kind} ${subject.id}`
}
