import type { LeftOut } from '../../../projections/text/left-out.ts'
import { endsSentence, goesOn } from '../reading/candidates.ts'
import { isSureLabel, shapeOf } from '../reading/shapes.ts'
import type { TextLine } from './pdf-lines.ts'

/** No line of a narrower column is full, in widths of an em. */
const NARROWEST = 16

/** Lines that are further apart, in heights of their letters, may be paragraphs of one line each. */
const SPACED = 1.9

/** The gap between lines that parts paragraphs, as a multiple of the usual one. */
const WIDE = 1.3

const LAST_WORD = /(\p{L}[\p{L}\p{M}]*)([-\u2010]?)$/u
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、，。；：）」』]$/u
const UNSPACED_AFTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、，。；：（「『]/u

/**
 * The text of lines: those of one paragraph joined, paragraphs apart. A word that was parted at the
 * end of a line is whole again; where nothing else in the text tells if it has a hyphen, that it was
 * guessed is told.
 */
export function paragraphsOf(pages: readonly (readonly TextLine[])[]): {
  readonly text: string
  readonly guessed: readonly LeftOut[]
} {
  const lines = withBounds(pages.flat())
  const usual = usualGap(lines)
  const vocabulary = wordsOf(lines)
  const guessed: LeftOut[] = []
  let text = ''
  let before: Bounded | undefined
  for (const line of lines) {
    const between = before === undefined ? '' : betweenOf(before, line, usual)
    const parted = between === ' ' ? partedWord(text, line.words) : undefined
    const joined = parted && rejoined(parted, vocabulary)
    if (parted === undefined || joined === undefined) text += between + line.words
    else {
      const { first, hyphen, last } = parted
      const start = text.slice(0, text.length - first.length - hyphen.length)
      text = start + joined.whole + line.words.slice(last.length)
      if (!joined.isSure) guessed.push({ page: line.page, why: 'hyphen', text: joined.whole })
    }
    before = line
  }
  return { text, guessed }
}

/** A line, and the bounds of the column in which it stands. */
interface Bounded extends TextLine {
  readonly column: { readonly left: number; readonly right: number }
}

/** Lines with the bounds that their columns have on all pages: one page may have short lines alone. */
function withBounds(lines: readonly TextLine[]): Bounded[] {
  const bounds = new Map<TextLine['side'], Bounded['column']>()
  for (const line of lines) {
    const { left, right } = bounds.get(line.side) ?? line
    const widened = { left: Math.min(left, line.left), right: Math.max(right, line.right) }
    bounds.set(line.side, widened)
  }
  return lines.map((line) => ({ ...line, column: bounds.get(line.side) as Bounded['column'] }))
}

/** The blank or ends of lines between two lines: a blank within a paragraph, else one end or two. */
function betweenOf(before: Bounded, line: Bounded, usual: number): string {
  const ended = endsSentence(before.words)
  const isLabelled = startsLabel(line, ended || !isFull(before, line))
  const isOther = Math.abs(before.size - line.size) > before.size * 0.15
  const gap = line.base - before.base
  if (before.page !== line.page || gap <= 0) {
    const isSame = !isOther && !isLabelled && isFull(before, line) && (!ended || goesOn(line.words))
    return isSame ? blankBetween(before, line) : '\n\n'
  }
  const isEnd = !isFull(before, line)
  const isSpaced = gap > line.size * SPACED && (isEnd || ended || !goesOn(line.words))
  if (isOther || isSpaced || gap > Math.max(usual, line.size) * WIDE) return '\n\n'
  if (isLabelled && isEnd) return '\n\n'
  if (isLabelled || isEnd) return '\n'
  const indent = line.isRightToLeft ? before.right - line.right : line.left - before.left
  const isIndented = indent > line.size * 0.8 && shapeOf(before.words) === undefined
  return isIndented && ended ? '\n' : blankBetween(before, line)
}

/** True if a line begins with a label, as far as its own words tell. */
function startsLabel({ words }: TextLine, isApart: boolean): boolean {
  const shape = shapeOf(words.replace(/^\[+/, ''))
  if (shape === undefined) return false
  return isApart || isSureLabel(shape)
}

/** True if the first word of the next line would not have found room on a line. */
function isFull(line: Bounded, next: TextLine): boolean {
  const [first = ''] = next.words.split(/\s/, 1)
  const letter = (line.right - line.left) / Math.max(line.words.length, 1)
  const isUnspaced = UNSPACED.test(line.words)
  const needed = isUnspaced ? 2 * line.size : (first.length + 1) * letter
  if (line.column.right - line.column.left < NARROWEST * line.size) return false
  const room = line.isRightToLeft ? line.left - line.column.left : line.column.right - line.right
  return room < needed
}

function blankBetween(before: TextLine, line: TextLine): string {
  return UNSPACED.test(before.words) && UNSPACED_AFTER.test(line.words) ? '' : ' '
}

/** The gap between the lines of most paragraphs, in points. */
function usualGap(lines: readonly TextLine[]): number {
  const counts = new Map<number, number>()
  for (const [at, line] of lines.entries()) {
    const gap = line.base - (lines[at - 1]?.base ?? line.base)
    if (gap <= 0) continue
    const rounded = Math.round(gap)
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1)
  }
  return Array.from(counts).sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}

/** A word of which one part ends a line and the other begins the next. */
interface Parted {
  readonly first: string
  /** Empty without one, and for a soft hyphen (U+00AD), which the library leaves out. */
  readonly hyphen: string
  readonly last: string
}

function partedWord(text: string, next: string): Parted | undefined {
  const [, first, hyphen] = LAST_WORD.exec(text.slice(-100)) ?? []
  const [last] = /^\p{L}[\p{L}\p{M}]*/u.exec(next) ?? []
  return first === undefined || hyphen === undefined || last === undefined
    ? undefined
    : { first, hyphen, last }
}

/** Words of the text that stand within a line, so that they are whole. */
function wordsOf(lines: readonly TextLine[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ words }) =>
      Array.from(
        words.matchAll(
          /(?<=[^\p{L}\p{M}])[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*(?=[^\p{L}\p{M}])/gu,
        ),
        ([word]) => word.toLowerCase().replaceAll('\u2010', '-'),
      ),
    ),
  )
}

function rejoined(
  { first, hyphen, last }: Parted,
  vocabulary: ReadonlySet<string>,
): { whole: string; isSure: boolean } | undefined {
  const [joined, apart] = [first + last, `${first}-${last}`]
  if (hyphen === '') {
    const isWord = [first, last].some((part) => vocabulary.has(part.toLowerCase()))
    const isPart = !isWord && vocabulary.has(joined.toLowerCase())
    return isPart ? { whole: joined, isSure: false } : undefined
  }
  if (vocabulary.has(joined.toLowerCase())) return { whole: joined, isSure: true }
  if (vocabulary.has(apart.toLowerCase())) return { whole: apart, isSure: true }
  const isName = /^\p{Lu}/u.test(last)
  return { whole: isName ? apart : joined, isSure: isName }
}
