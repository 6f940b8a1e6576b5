import type { Table, TableCell } from './table.ts'

/** Rows that are handed over at once. */
const ROWS = 200

/** Characters that a spreadsheet may take for the beginning of a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n]/

/**
 * A table as CSV (RFC 4180), piece by piece: names first, lines that end in CR LF. Words of
 * people that a spreadsheet would run as a formula have an apostrophe before them.
 *
 * @param begin what stands before all of it
 */
export function* csvOf({ columns, rows }: Table, begin = ''): Generator<string, void> {
  let piece = begin + line(columns)
  let count = 0
  for (const row of rows) {
    piece += line(row)
    count += 1
    if (count % ROWS !== 0) continue
    yield piece
    piece = ''
  }
  yield piece
}

function line(cells: readonly TableCell[]): string {
  return `${cells.map(field).join(',')}\r\n`
}

function field(cell: TableCell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return quoted(cell.written)
  if (typeof cell !== 'string') return String(cell)
  return quoted(FORMULA.test(cell) ? `'${cell}` : cell)
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
