import { STANCE_WORDS } from '../words/labels.ts'
import type { MatrixGrid } from './matrix-grid.ts'
import type { ShownCell } from './matrix-rows.ts'

/** Characters that a spreadsheet may take for the beginning of a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n]/

/** The matrix as shown, as CSV (RFC 4180): names at the heads, stances with what qualifies them. */
export function matrixCsv({ parties, subjects }: MatrixGrid, rows: 'parties' | 'subjects'): string {
  const [lines, columns] = rows === 'parties' ? [parties, subjects] : [subjects, parties]
  const text = (line: number, column: number) => {
    const [party, subject] = rows === 'parties' ? [line, column] : [column, line]
    return cellText(subjects[subject]?.cells[parties[party]?.place ?? -1])
  }
  const table = [
    [rows === 'parties' ? 'Party' : 'Subject', ...columns.map(({ name }) => name)],
    ...lines.map(({ name }, line) => [name, ...columns.map((_, column) => text(line, column))]),
  ]
  return table.map((cells) => `${cells.map(field).join(',')}\r\n`).join('')
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

function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
