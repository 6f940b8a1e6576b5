import type { StanceOrNone } from '../../../projections/stances/side.ts'
import { GLYPH_PATHS } from '../parts/stance-glyph.tsx'
import { messages } from '../words/messages.ts'

import type { MatrixGrid } from './matrix-grid.ts'
import type { ShownCell } from './matrix-rows.ts'

const CELL = 24
const BOX = { left: 230, top: 210, margin: 16 }
const LONGEST = 34

/** The tone and background of each side, as on white paper. */
const FOR = ['#1c6245', '#e3f0e8'] as const
const NEITHER = ['#73550f', '#f7efd8'] as const
const COLOURS: { readonly [S in StanceOrNone]: readonly [tone: string, back: string] } = {
  proposes: FOR,
  supports: FOR,
  no_objection: FOR,
  undecided: NEITHER,
  withdrawn: NEITHER,
  opposes: ['#98301f', '#f9e6e1'],
  conflicting: ['#6a3a83', '#f1e6f6'],
  no_record: ['#7d868c', '#ffffff'],
}
const RED_LINE = '#98301f'

/** The matrix as shown, as a picture of its own with heads and legend, on white paper. */
export function matrixSvg(
  { parties, subjects }: MatrixGrid,
  rows: 'parties' | 'subjects',
  title: string,
): string {
  const [lines, columns] = rows === 'parties' ? [parties, subjects] : [subjects, parties]
  const used = new Set<StanceOrNone>()
  const cells = lines.flatMap((_, line) =>
    columns.map((_, column) => {
      const [party, subject] = rows === 'parties' ? [line, column] : [column, line]
      const cell = subjects[subject]?.cells[parties[party]?.place ?? -1] as ShownCell
      used.add(cell.stance)
      return drawCell(cell, BOX.left + column * CELL, BOX.top + line * CELL)
    }),
  )
  const width = Math.max(BOX.left + columns.length * CELL + 150, 760)
  const height = BOX.top + lines.length * CELL + 60
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${BOX.margin}" y="28" font-size="16" font-weight="bold">${escaped(title)}</text>`,
    ...lines.map(
      ({ name }, line) =>
        `<text x="${BOX.left - 8}" y="${BOX.top + line * CELL + 16}" text-anchor="end">${escaped(short(name))}</text>`,
    ),
    ...columns.map(({ name }, column) => {
      const x = BOX.left + column * CELL + 15
      return `<text transform="translate(${x} ${BOX.top - 8}) rotate(-50)">${escaped(short(name))}</text>`
    }),
    ...cells,
    ...[...used].map((stance, place) => {
      const [x, y] = [BOX.margin + place * 110, height - 36]
      return `${drawSign(stance, x, y, CELL)}<text x="${x + 30}" y="${y + 16}">${messages.terms.stances[stance]}</text>`
    }),
    '</svg>\n',
  ].join('\n')
}

function drawCell({ stance, conflict, basis, isRedLine }: ShownCell, x: number, y: number): string {
  if (stance === 'no_record') return ''
  const signs =
    conflict === null
      ? drawSign(stance, x, y, CELL)
      : drawSign(conflict[1], x, y, CELL / 2) + drawSign(conflict[0], x + CELL / 2, y, CELL / 2)
  const dashes = basis === 'reported' ? ' stroke-dasharray="3 2"' : ''
  const frame = `<rect x="${x + 1}" y="${y + 1}" width="22" height="22" fill="none" stroke="${COLOURS[stance][0]}"${dashes}/>`
  return `${signs}${frame}${isRedLine ? `<rect x="${x + 1}" y="${y + 20}" width="22" height="3" fill="${RED_LINE}"/>` : ''}`
}

function drawSign(stance: StanceOrNone, x: number, y: number, width: number): string {
  const [tone, back] = COLOURS[stance]
  const scale = width === CELL ? 1 : 0.6
  const [left, top] = [x + (width - 16 * scale) / 2, y + (CELL - 16 * scale) / 2]
  return [
    `<rect x="${x}" y="${y + 1}" width="${width}" height="22" fill="${back}"/>`,
    `<path transform="translate(${left} ${top}) scale(${scale})" d="${GLYPH_PATHS[stance]}" fill="none" stroke="${tone}" stroke-width="1.9"/>`,
  ].join('')
}

function short(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
