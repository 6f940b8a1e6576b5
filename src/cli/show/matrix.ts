import type { StanceMatrix } from '../../../projections/stances/stance-cell.ts'
import { fits, table } from '../terminal/table.ts'
import { stanceWords, subjectTitle } from './stance-words.ts'
import { type Look, orNothing, view } from './view.ts'

/** Parties by subjects: as many tables below each other as the width of the terminal makes of them. */
export const showMatrix = view('matrix', {
  summary: 'where each party stands on each subject',
  draw: (reply, look) => {
    // Without a subject the answer is the matrix.
    const { subjects, rows } = { subjects: [], rows: [], ...reply }
    return orNothing(subjects, 'No party has taken a position on anything yet.', () => {
      const size = subjectsBeside(look.width)
      const count = Math.ceil(subjects.length / size)
      const parts = Array.from({ length: count }, (_, n) =>
        part({ subjects, rows }, n * size, size, look),
      )
      return parts.join('\n\n')
    })
  },
})

/** The number of subjects that can stand beside the parties, at least one. */
function subjectsBeside(width: number): number {
  let count = 1
  while (fits(count + 2, width)) count += 1
  return count
}

type Shown = Pick<StanceMatrix, 'subjects' | 'rows'>

function part({ subjects, rows }: Shown, from: number, size: number, look: Look): string {
  const shown = subjects.slice(from, from + size)
  const titles = shown.map((subject) => ({ title: subjectTitle(subject, look) }))
  const lines = rows.map(({ party, cells }) => [
    look.name('party', party),
    ...cells.slice(from, from + size).map(stanceWords),
  ])
  return table([{ title: 'Party' }, ...titles], lines, look)
}
