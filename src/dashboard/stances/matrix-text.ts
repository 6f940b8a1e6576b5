import { STANCE_WORDS } from '../words/labels.ts'
import type { MatrixGrid } from './matrix-grid.ts'
import type { ShownCell } from './matrix-rows.ts'

/** The matrix as shown, in words: names at the heads, stances with what qualifies them. */
export function matrixText(
  { parties, subjects }: MatrixGrid,
  rows: 'parties' | 'subjects',
): string[][] {
  const [lines, columns] = rows === 'parties' ? [parties, subjects] : [subjects, parties]
  const text = (line: number, column: number) => {
    const [party, subject] = rows === 'parties' ? [line, column] : [column, line]
    return cellText(subjects[subject]?.cells[parties[party]?.place ?? -1])
  }
  return [
    [rows === 'parties' ? 'Party' : 'Subject', ...columns.map(({ name }) => name)],
    ...lines.map(({ name }, line) => [name, ...columns.map((_, column) => text(line, column))]),
  ]
}

function cellText(cell: ShownCell | undefined): string {
  if (cell === undefined || cell.stance === 'no_record') return ''
  const { stance, sides, basis, number, isRedLine, isUnsupported, isInPart, possibly } = cell
  const notes = [
    sides ?? basis,
    number,
    isRedLine && 'red line',
    isInPart && 'in part',
    isUnsupported && 'unsupported',
    possibly && 'possibly',
  ]
  return [STANCE_WORDS[stance], ...notes.filter(Boolean)].join('; ')
}
