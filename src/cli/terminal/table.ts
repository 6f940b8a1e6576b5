import type { Paint, Style } from './paint.ts'
import { oneLine, widthOf } from './width.ts'
import { wrap } from './wrap.ts'

export interface Column {
  readonly title: string
  /** It keeps its width, whatever that of the terminal. */
  readonly rigid?: boolean
}

export interface Cell {
  readonly text: string
  readonly style?: Style | undefined
}

/** The place at which a table is drawn. */
export interface Sheet {
  /** In columns of the terminal. */
  readonly width: number
  readonly paint: Paint
}

const GAP = 2
const NARROWEST = 8

/** A table without lines: titles above, and cells in as many lines as their width makes of them. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly (Cell | string)[])[],
  { width, paint }: Sheet,
): string {
  const head = columns.map(({ title }) => ({ text: title, style: 'bold' }) satisfies Cell)
  const all = [head, ...rows.map((row) => row.map(cellOf))]
  const widths = widthsWithin(
    width - GAP * (columns.length - 1),
    columns.map(({ rigid = false }, at) => {
      const texts = all.map((row) => row[at]?.text ?? '')
      const natural = Math.max(...texts.map(widthOf))
      return { natural, least: rigid ? natural : Math.max(...texts.map(longestWord)) }
    }),
  )
  return all.flatMap((row) => linesOf(row, widths, paint)).join('\n')
}

/** Tells if that number of columns can stand beside each other and still be read. */
export function fits(columns: number, width: number): boolean {
  return columns * (NARROWEST + 3 + GAP) - GAP <= width
}

function cellOf(cell: Cell | string): Cell {
  const { text, style } = typeof cell === 'string' ? { text: cell, style: undefined } : cell
  return { text: oneLine(text), style }
}

interface Extent {
  /** In columns of the terminal: that of its longest text, and of its longest word. */
  readonly natural: number
  readonly least: number
}

/** A word that is longer may be broken. */
const LONGEST_WORD = 24

function longestWord(text: string): number {
  return Math.max(...text.split(' ').map((word) => Math.min(widthOf(word), LONGEST_WORD)))
}

/**
 * The widths that share a number of columns: each has its longest word; of what is left, those that want
 * less than their share have what they want, and the others divide the rest by what they want.
 * Where even the words do not fit, the widest give way.
 */
function widthsWithin(width: number, extents: readonly Extent[]): number[] {
  if (sum(extents.map(({ natural }) => natural)) <= width) {
    return extents.map(({ natural }) => natural)
  }
  const widths = extents.map(({ least }) => least)
  if (sum(widths) > width) return narrowed(widths, width)
  const wanted = extents.map(({ natural, least }) => Math.min(natural, width) - least)
  let wanting = wanted.flatMap((want, at) => (want > 0 ? [at] : []))
  for (;;) {
    const left = width - sum(widths)
    const modest = wanting.filter((at) => (wanted[at] ?? 0) <= left / wanting.length)
    const total = sum(wanting.map((at) => wanted[at] ?? 0))
    for (const at of modest.length > 0 ? modest : wanting) {
      const want = wanted[at] ?? 0
      widths[at] =
        (widths[at] ?? 0) + (modest.length > 0 ? want : Math.floor((left * want) / total))
    }
    if (modest.length === 0) return widths
    wanting = wanting.filter((at) => !modest.includes(at))
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

/** Takes from the widest, one by one, until they fit or are as narrow as can be read. */
function narrowed(given: readonly number[], width: number): number[] {
  const widths = [...given]
  let over = sum(widths) - width
  while (over > 0 && Math.max(...widths) > NARROWEST) {
    const widest = widths.indexOf(Math.max(...widths))
    widths[widest] = (widths[widest] ?? 0) - 1
    over--
  }
  return widths
}

function linesOf(row: readonly Cell[], widths: readonly number[], paint: Paint): string[] {
  const wrapped = row.map(({ text }, at) => wrap(text, widths[at] ?? 1))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    row
      .map(({ style }, at) => {
        const text = wrapped[at]?.[line] ?? ''
        const isLast = at === row.length - 1
        const padding = isLast ? 0 : Math.max(0, (widths[at] ?? 0) - widthOf(text)) + GAP
        return paint(style, text) + ' '.repeat(padding)
      })
      .join('')
      .trimEnd(),
  )
}
