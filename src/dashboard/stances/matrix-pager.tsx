import type { MatrixGrid } from './matrix-grid.ts'
import { type MatrixPart, rangeText } from './matrix-parts.ts'
import { setMatrix } from './matrix-settings.ts'

/** The part of a large matrix that is shown, and the way to its neighbours and to all of it. */
export function MatrixPager({ part, of }: { part: MatrixPart; of: MatrixGrid }) {
  const { grid, row, column, rows, columns } = part
  if (rows * columns === 1) return null
  const lead = (label: string, toRow: number, toColumn: number) => (
    <button
      type="button"
      disabled={toRow < 0 || toColumn < 0 || toRow >= rows || toColumn >= columns}
      onClick={() => setMatrix({ part: `${toRow}.${toColumn}` })}
    >
      {label}
    </button>
  )
  return (
    <div class="matrix-pager no-print">
      <button type="button" onClick={() => setMatrix({ size: 'overview' })}>
        Overview
      </button>
      {columns > 1 && lead('Subjects before', row, column - 1)}
      {columns > 1 && lead('Subjects after', row, column + 1)}
      {rows > 1 && lead('Parties before', row - 1, column)}
      {rows > 1 && lead('Parties after', row + 1, column)}
      <span role="status">
        {grid.parties.length} of {of.parties.length} parties ({rangeText(grid.parties)}),{' '}
        {grid.subjects.length} of {of.subjects.length} subjects ({rangeText(grid.subjects)})
      </span>
    </div>
  )
}
