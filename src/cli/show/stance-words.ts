import type { PositionView } from '../../../projections/stances/position-view.ts'
import type { Layer, StanceCell } from '../../../projections/stances/stance-cell.ts'
import type { Style } from '../terminal/paint.ts'
import type { Cell } from '../terminal/table.ts'
import type { Look } from './view.ts'

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

export function subjectTitle({ kind, id }: StanceCell['subject'], { name }: Look): string {
  return kind === 'issue' ? name(kind, id) : `${kind} ${id}`
}

/** The stance of a cell of the matrix, with its basis and marks. */
export function stanceWords(cell: StanceCell): Cell {
  const style = STYLES[cell.stance]
  if (cell.stance === 'no_record') return { text: '-', style }
  return { text: [spaced(cell.stance), ...cellMarks(cell)].join(', '), style }
}

/** The stance of one position, with its layer and marks. */
export function positionWords(position: PositionView): Cell {
  const words = [spaced(position.stance), position.layer, ...positionMarks(position)]
  return { text: words.join(', '), style: STYLES[position.stance] }
}

/** The sides that a party takes on the wordings open in a clause; undefined where none is. */
export function wordingsWords({ clause }: StanceCell): string | undefined {
  const { of = 0, for: on = 0, against = 0, reserves = 0 } = clause?.wordings ?? {}
  if (of === 0) return undefined
  const reserved = reserves === 0 ? '' : `, reserves ${reserves}`
  return `for ${on} of ${of}, against ${against}${reserved}`
}

/** Notes that must be known beside a stance to read it right. */
function cellMarks(cell: StanceCell): string[] {
  const { basis, possibly, orElse, conflict, declared, reported } = cell
  const layer: Layer | null = basis === 'declared' ? declared : reported
  const sides = conflict?.map((side) => `${side.layer} ${spaced(side.stance)}`)
  const marks = [
    sides?.join(' against ') ?? basis ?? '',
    ...(layer === null ? [] : positionMarks(layer.leader)),
  ]
  if (possibly) marks.push('possibly')
  if (orElse !== undefined) marks.push(`or else ${spaced(orElse.stance)}`)
  return marks.filter((mark) => mark !== '')
}

function positionMarks({ commitment, fit, redLine, via, support }: PositionView): string[] {
  const marks: string[] = []
  if (commitment !== 'unspecified') marks.push(spaced(commitment))
  if (fit !== undefined && fit !== 'exact') marks.push(`${fit} terms`)
  if (redLine === 'yes') marks.push('red line')
  if (via) marks.push(`via ${via}`)
  if (support !== 'supported') marks.push(support)
  return marks
}

function spaced(word: string): string {
  return word.replaceAll('_', ' ')
}
