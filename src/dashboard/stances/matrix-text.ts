import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
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
    [
      rows === 'parties' ? messages.stances.party : messages.stances.subject,
      ...columns.map(({ name }) => name),
    ],
    ...lines.map(({ name }, line) => [name, ...columns.map((_, column) => text(line, column))]),
  ]
}

function cellText(cell: ShownCell | undefined): string {
  if (cell === undefined || cell.stance === 'no_record') return ''
  const { stance, sides, basis, number, isRedLine, isUnsupported, isInPart, possibly } = cell
  const notes = [
    sides ?? (basis && plainWords(basis)),
    number,
    isRedLine && messages.stances.redLineNote,
    isInPart && messages.stances.inPart,
    isUnsupported && messages.stances.unsupported,
    possibly && messages.stances.possibly,
  ]
  return [messages.terms.stances[stance], ...notes.filter(Boolean)].join('; ')
}
