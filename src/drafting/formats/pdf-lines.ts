import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type PagePart, partsOfPage } from './pdf-columns.ts'
import type { PageItem } from './pdf-items.ts'
import { type Fragment, fragmentRows, lineOf } from './pdf-rows.ts'

/** A line of a page, or of one of its columns. */
export interface TextLine extends Fragment {
  readonly page: number
  /** The place on the page, from 0 at the top to 1. */
  readonly height: number
  readonly side: PagePart['side']
}

/**
 * The lines of a page in the order in which they are read: from top to bottom, and of two columns
 * the one before the other. Words that do not run across the page are told apart.
 */
export function linesOfPage(
  items: readonly PageItem[],
  { transform: page, height }: Pick<PageViewport, 'transform' | 'height'>,
  number: number,
): { readonly lines: TextLine[]; readonly rotated: string } {
  const fragments: Fragment[] = []
  const rotated: string[] = []
  for (const { str, dir, width = 0, transform } of items) {
    if (str === undefined || str.trim() === '' || transform === undefined) continue
    const [a, b, c, d, left, base] = placed(page, transform)
    const size = Math.hypot(c, d) || 1
    if (a <= 0 || Math.abs(b) > a / 10) rotated.push(str)
    else {
      const isRightToLeft = dir === 'rtl'
      fragments.push({ words: str, left, right: left + width, base, size, isRightToLeft })
    }
  }
  const lines = partsOfPage(fragments).flatMap(({ side, fragments: part }) =>
    fragmentRows(part)
      .map(lineOf)
      .map((row): TextLine => ({ ...row, page: number, height: row.base / height, side })),
  )
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
