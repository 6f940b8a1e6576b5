import type { Layer, StanceCell } from '../../../projections/stances/stance-cell.ts'
import type { StanceMatrix } from '../../../projections/stances/stances.ts'
import type { Style } from '../terminal/paint.ts'
import { type Cell, fits, table } from '../terminal/table.ts'
import { type Look, orNothing, view } from './view.ts'

const STYLES: Partial<Record<string, Style>> = {
  proposes: 'green',
  supports: 'green',
  no_objection: 'green',
  opposes: 'red',
  withdrawn: 'red',
  conflicting: 'yellow',
  undecided: 'yellow',
  no_record: 'dim',
}

/** Parties by subjects, or a row for each stance where the terminal is too narrow for that. */
export const matrix = view<StanceMatrix>({
  summary: 'where each party stands on each subject',
  path: '/stances',
  draw: (matrix, look) =>
    orNothing(matrix.subjects, 'No party has taken a position on anything yet.', () =>
      fits(matrix.subjects.length + 1, look.width) ? grid(matrix, look) : list(matrix, look),
    ),
})

function grid({ subjects, rows }: StanceMatrix, look: Look): string {
  const titles = subjects.map((subject) => ({ title: titleOf(subject, look) }))
  const lines = rows.map(({ party, cells }) => [look.name('party', party), ...cells.map(stance)])
  return table([{ title: 'Party' }, ...titles], lines, look)
}

function list({ rows }: StanceMatrix, look: Look): string {
  const columns = [{ title: 'Party' }, { title: 'Subject' }, { title: 'Stance' }]
  const known = rows.flatMap(({ cells }) => cells.filter(({ stance }) => stance !== 'no_record'))
  const lines = known.map((cell) => [
    look.name('party', cell.party),
    titleOf(cell.subject, look),
    stance(cell),
  ])
  return table(columns, lines, look)
}

function titleOf({ kind, id }: StanceCell['subject'], { name }: Look): string {
  return kind === 'issue' ? name(kind, id) : `${kind} ${id}`
}

function stance(cell: StanceCell): Cell {
  const style = STYLES[cell.stance]
  if (cell.stance === 'no_record') return { text: '-', style }
  return { text: [spaced(cell.stance), ...marksOf(cell)].join(', '), style }
}

/** Notes that must be known beside a stance to read it right. */
function marksOf(cell: StanceCell): string[] {
  const { basis, possibly, orElse, conflict, declared, reported } = cell
  const layer: Layer | null = basis === 'declared' ? declared : reported
  const { leader } = layer ?? {}
  const sides = conflict?.map((side) => `${side.layer} ${spaced(side.stance)}`)
  const marks = [sides?.join(' against ') ?? basis ?? '']
  if (leader?.commitment !== undefined && leader.commitment !== 'unspecified') {
    marks.push(spaced(leader.commitment))
  }
  if (leader?.fit !== undefined && leader.fit !== 'exact') marks.push(`${leader.fit} terms`)
  if (leader?.redLine === 'yes') marks.push('red line')
  if (leader?.via) marks.push(`via ${leader.via}`)
  if (leader !== undefined && leader.support !== 'supported') marks.push(leader.support)
  if (possibly) marks.push('possibly')
  if (orElse !== undefined) marks.push(`or else ${spaced(orElse.stance)}`)
  return marks.filter((mark) => mark !== '')
}

function spaced(word: string): string {
  return word.replaceAll('_', ' ')
}
