import { messages } from '../words/messages.ts'
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
        {messages.stances.overview}
      </button>
      {columns > 1 && lead(messages.stances.subjectsBefore, row, column - 1)}
      {columns > 1 && lead(messages.stances.subjectsAfter, row, column + 1)}
      {rows > 1 && lead(messages.stances.partiesBefore, row - 1, column)}
      {rows > 1 && lead(messages.stances.partiesAfter, row + 1, column)}
      <span role="status">
        {messages.stances.partiesOf(grid.parties.length, of.parties.length)} (
        {rangeText(grid.parties)}),{' '}
        {messages.stances.subjectsOf(grid.subjects.length, of.subjects.length)} (
        {rangeText(grid.subjects)})
      </span>
    </div>
  )
}
