import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Words as the library finds them; marks of structure have no words. */
interface Item {
  readonly str?: string
  readonly dir?: string
  readonly width?: number
  readonly transform?: readonly number[]
}

/** Words at a place of a page, in points from its upper left corner. */
interface Fragment {
  readonly words: string
  readonly left: number
  readonly right: number
  /** The line on which the letters stand. */
  readonly base: number
  readonly size: number
  readonly isRightToLeft: boolean
}

/** A line of a page, or of one of its columns. */
export interface TextLine extends Fragment {
  readonly page: number
  /** The place on the page, from 0 at the top to 1. */
  readonly height: number
  readonly column: Column
}

/** The bounds of the lines of a page, or of one of its columns. */
export interface Column {
  readonly side: 'whole' | 'left' | 'right'
  readonly left: number
  readonly right: number
}

/** The fewest rows with words on both sides of a gap that make a page one of columns. */
const FEWEST_ROWS = 5

/**
 * The lines of a page in the order in which they are read: from top to bottom, and of two columns
 * the one before the other. Words that do not run across the page are told apart.
 */
export function linesOfPage(
  items: readonly object[],
  { transform: page, height }: Pick<PageViewport, 'transform' | 'height'>,
  number: number,
): { readonly lines: TextLine[]; readonly rotated: string } {
  const fragments: Fragment[] = []
  const rotated: string[] = []
  for (const { str, dir, width = 0, transform } of items as readonly Item[]) {
    if (str === undefined || str.trim() === '' || transform === undefined) continue
    const [a, b, c, d, left, base] = placed(page, transform)
    const size = Math.hypot(c, d) || 1
    if (a <= 0 || Math.abs(b) > a / 10) rotated.push(str)
    else {
      const isRightToLeft = dir === 'rtl'
      fragments.push({ words: str, left, right: left + width, base, size, isRightToLeft })
    }
  }
  const gap = gapOf(rowsOf(fragments))
  const parts = gap === undefined ? [fragments] : inColumns(fragments, gap)
  const lines = parts.flatMap((part) => {
    const rows = rowsOf(part).map(lineOf)
    const left = Math.min(...part.map((each) => each.left))
    const right = Math.max(...part.map((each) => each.right))
    const side =
      gap === undefined || (right > gap + 2 && left < gap - 2)
        ? 'whole'
        : left < gap
          ? 'left'
          : 'right'
    const column: Column = { side, left, right }
    return rows.map(
      (row): TextLine => ({ ...row, page: number, height: row.base / height, column }),
    )
  })
  return { lines: withBrackets(lines), rotated: rotated.join(' ') }
}

/** A matrix in the coordinates of a page as it is shown. */
function placed(page: readonly number[], own: readonly number[]) {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page
  const [g = 1, h = 0, i = 0, j = 1, x = 0, y = 0] = own
  return [
    ...[a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j],
    ...[a * x + c * y + e, b * x + d * y + f],
  ] as [number, number, number, number, number, number]
}

/** Fragments that stand on one line, marks of footnotes above it included. */
function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
  const rows: Fragment[][] = []
  for (const fragment of [...fragments].sort((a, b) => a.base - b.base)) {
    const row = rows.at(-1)
    const [first] = row ?? []
    if (first !== undefined && isNear(first, fragment)) row?.push(fragment)
    else rows.push([fragment])
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left))
}

function isNear(a: Fragment, b: Fragment): boolean {
  return Math.abs(a.base - b.base) < Math.max(a.size, b.size) / 2
}

/** The middle of the gap between two columns; undefined of a page that has one. */
function gapOf(rows: readonly (readonly Fragment[])[]): number | undefined {
  const all = rows.flat()
  const [left, right] = [
    Math.min(...all.map((each) => each.left)),
    Math.max(...all.map((each) => each.right)),
  ]
  const middles = rows.flatMap((row) =>
    row.slice(1).flatMap((fragment, at) => {
      const before = row[at] as Fragment
      const middle = (before.right + fragment.left) / 2
      const share = (middle - left) / (right - left)
      return fragment.left - before.right > fragment.size && share > 0.35 && share < 0.65
        ? [middle]
        : []
    }),
  )
  const best = middles
    .map((at) => ({ at, rows: middles.filter((each) => Math.abs(each - at) < 12).length }))
    .sort((a, b) => b.rows - a.rows)[0]
  if (best === undefined || best.rows < FEWEST_ROWS) return undefined
  const crossing = rows.filter((row) => row.some((each) => crosses(each, best.at))).length
  return crossing > rows.length * 0.4 ? undefined : best.at
}

function crosses({ left, right }: Fragment, at: number): boolean {
  return left < at - 2 && right > at + 2
}

/**
 * The parts of a page in two columns, in the order in which they are read: a row that runs across
 * both parts what stands above it from what is below.
 */
function inColumns(fragments: readonly Fragment[], gap: number): Fragment[][] {
  const across = rowsOf(fragments.filter((each) => crosses(each, gap)))
  const isAcross = (each: Fragment) =>
    across.findIndex(([first]) => first !== undefined && isNear(first, each))
  const bands = Array.from({ length: 2 * across.length + 1 }, (): Fragment[] => [])
  for (const each of fragments) {
    const row = isAcross(each)
    const above = across.filter(([first]) => (first as Fragment).base < each.base).length
    bands[row < 0 ? 2 * above : 2 * row + 1]?.push(each)
  }
  const isRightToLeft = isMostly(fragments)
  return bands
    .flatMap((band, place) => {
      if (place % 2 === 1) return [band]
      const sides = [band.filter(({ left }) => left < gap), band.filter(({ left }) => left >= gap)]
      return isRightToLeft ? sides.reverse() : sides
    })
    .filter((part) => part.length > 0)
}

/** A line of fragments from left to right, in the order in which they are read. */
function lineOf(row: readonly Fragment[]): Fragment {
  const isRightToLeft = isMostly(row)
  const ordered = isRightToLeft ? [...row].reverse() : row
  let words = ''
  let before: Fragment | undefined
  for (const fragment of ordered) {
    const gap =
      before === undefined
        ? 0
        : isRightToLeft
          ? before.left - fragment.right
          : fragment.left - before.right
    const isApart =
      gap > fragment.size * 0.15 && !/\s$/u.test(words) && !/^\s/u.test(fragment.words)
    words += (isApart ? ' ' : '') + fragment.words
    before = fragment
  }
  const largest = row.reduce((most, each) => (each.words.length > most.words.length ? each : most))
  return {
    words: words.trim().replace(FORMS, (form) => form.normalize('NFKC')),
    left: Math.min(...row.map((each) => each.left)),
    right: Math.max(...row.map((each) => each.right)),
    base: largest.base,
    size: largest.size,
    isRightToLeft,
  }
}

/** Forms of Arabic letters at the ends and in the middle of words. */
const FORMS = /[\ufb50-\ufbff\ufc00-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc]/g
const MIRRORED: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[' }

/** Lines from right to left with brackets that open first: some files have them as they look. */
function withBrackets(lines: readonly TextLine[]): TextLine[] {
  const own = lines.filter(({ isRightToLeft }) => isRightToLeft)
  const mirrored = new Map(
    own.map((line) => [line, line.words.replace(/[()[\]]/g, (one) => MIRRORED[one] as string)]),
  )
  const closed = (words: Iterable<string>) => [...words].reduce((sum, one) => sum + depthOf(one), 0)
  const isMirrored = closed(own.map(({ words }) => words)) < closed(mirrored.values())
  return lines.map((line) =>
    isMirrored ? { ...line, words: mirrored.get(line) ?? line.words } : line,
  )
}

/** The least number of brackets that are open at any place of a line. */
function depthOf(words: string): number {
  let [depth, least] = [0, 0]
  for (const [bracket] of words.matchAll(/[()[\]]/g)) {
    depth += bracket === '(' || bracket === '[' ? 1 : -1
    least = Math.min(least, depth)
  }
  return least
}

function isMostly(fragments: readonly Fragment[]): boolean {
  const lengths = { all: 0, rightToLeft: 0 }
  for (const { words, isRightToLeft } of fragments) {
    lengths.all += words.length
    if (isRightToLeft) lengths.rightToLeft += words.length
  }
  return lengths.rightToLeft * 2 > lengths.all
}
