import type { LeftOut } from '../../../projections/text/left-out.ts'
import { shapeOf } from '../reading/shapes.ts'
import { romanValue } from '../reading/values.ts'
import type { TextLine } from './pdf-lines.ts'

/** The share of a page, at its top and at its bottom, in which running heads and page numbers are. */
const OUTER = 0.1

/** The least share of the pages on which a line comes again. */
const SHARE = 0.3

/** Lines of several pages stand at the same place if their heights differ by at most these points. */
const SAME_PLACE = 8

/** Smaller letters than this share of those of the body are notes. */
const SMALL = 0.9

const FOOTNOTE = /^(?:\d{1,3}|[*†‡]{1,3}|[¹²³⁰⁴-⁹]{1,3})[.)]?\s?\S/u

/** The address of a page, or when it was printed, as browsers put them around it; and `1/3`. */
const PRINTED =
  /^(?:(?:https?|file):\/\/\S+(?:\s\d+\/\d+)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?: ?[AP]M)?\b.*|\d+\/\d+)$/u

/**
 * The lines of the pages without what is printed on each page: heads and feet that come again at one
 * place, numbers of pages, and footnotes. All of these are told, a head once.
 */
export function withoutFurniture(pages: readonly (readonly TextLine[])[]): {
  readonly pages: readonly (readonly TextLine[])[]
  readonly leftOut: readonly LeftOut[]
} {
  const leftOut: LeftOut[] = []
  const told = new Set<string>()
  const recurring = recurringLines(pages)
  const body = bodySize(pages)
  const kept = pages.map((lines) => {
    const within = lines.filter((line) => {
      const key = recurring.get(line)
      if (key === undefined) return true
      const why = isNumber(line.words) ? 'page_number' : 'running_head'
      if (!told.has(key)) leftOut.push({ page: line.page, why, text: line.words })
      told.add(key)
      return false
    })
    const from = footnotesFrom(within, body)
    const notes = within.slice(from)
    if (notes.length > 0) {
      const text = notes.map(({ words }) => words).join('\n')
      leftOut.push({ page: (notes[0] as TextLine).page, why: 'footnote', text })
    }
    return within.slice(0, from)
  })
  return { pages: kept, leftOut }
}

/** The size of most letters, in points. */
export function bodySize(pages: readonly (readonly TextLine[])[]): number {
  const letters = new Map<number, number>()
  for (const { size, words } of pages.flat()) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + words.length)
  }
  return Array.from(letters).sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Outer lines that come again on other pages, each with the words that it has on all of them. */
function recurringLines(pages: readonly (readonly TextLine[])[]): Map<TextLine, string> {
  const places = new Map<string, TextLine[]>()
  for (const line of pages.flatMap(outerOf)) {
    for (const key of keysOf(line)) places.set(key, [...(places.get(key) ?? []), line])
  }
  const least = Math.max(2, Math.ceil(pages.length * SHARE))
  const recurring = new Map<TextLine, string>()
  for (const [key, lines] of places) {
    for (const line of lines) {
      const there = lines.filter(({ base }) => Math.abs(base - line.base) < SAME_PLACE)
      const isEnough = new Set(there.map(({ page }) => page)).size >= least
      if (isEnough && !recurring.has(line)) recurring.set(line, key)
    }
  }
  for (const line of pages.flatMap(outerOf)) {
    if (PRINTED.test(line.words) && !recurring.has(line)) recurring.set(line, line.words)
  }
  for (const [at, lines] of pages.entries()) {
    const last = outerOf(lines).at(-1)
    const isAlone = pages.length === 1 && last !== undefined && last.words === String(at + 1)
    if (isAlone && lines.length > 1) recurring.set(last, last.words)
  }
  return recurring
}

function outerOf(lines: readonly TextLine[]): TextLine[] {
  return lines.filter(({ height }) => height < OUTER || height > 1 - OUTER)
}

/** The words of a line, and the same with a number that counts the pages left open. */
function keysOf({ words, page }: TextLine): string[] {
  const division = shapeOf(words)?.division
  // Articles that begin on pages one after the other are no heads.
  if (division !== undefined && division !== null) return [words]
  const open = [...words.matchAll(/\d{1,4}/g)].map(({ 0: digits, index }) => {
    const rest = `${words.slice(0, index)}#${words.slice(index + digits.length)}`
    return `${rest} ${Number(digits) - page}`
  })
  const roman = romanValue(words.replace(/[^\p{L}]/gu, ''))
  return [words, ...open, ...(roman === undefined ? [] : [`# roman ${roman - page}`])]
}

/** True if the words of a recurring line are a number with little beside it, as `Page 3 of 12`, and no time. */
function isNumber(words: string): boolean {
  const letters = words.replace(/[^\p{L}]/gu, '')
  if (/\d:\d/.test(words)) return false
  return romanValue(letters) !== undefined || (/\d/.test(words) && letters.length < 12)
}

/** The place of the first of the footnotes at the end of a page. */
function footnotesFrom(lines: readonly TextLine[], body: number): number {
  let from = lines.length
  while (from > 0 && (lines[from - 1] as TextLine).size < body * SMALL) from -= 1
  const first = lines.slice(from).findIndex(({ words }) => FOOTNOTE.test(words))
  return first < 0 || from === 0 ? lines.length : from + first
}
