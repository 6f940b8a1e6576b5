import { type AnalysedWord, analysed, type FieldText } from './words/analysed.ts'
import { matchesIn, type WordMatch } from './words/matching.ts'
import type { QueryTerm } from './words/query.ts'

/** The number of words a snippet shows at most, and how many of them before its first match. */
const WORDS = 32
const BEFORE = 6

/** The same in UTF-16 units, for texts whose words or gaps are beyond reason. */
const UNITS = 600
const UNITS_BEFORE = 150

/** The most snippets of one fact. */
const MOST = 3

/** A part of a snippet: plain text, `match` where it is what was looked for. */
export interface Segment {
  readonly text: string
  readonly match: boolean
}

/**
 * The place of the words in a fact. Its segments, put together, are a passage of the text as it
 * stands.
 */
export interface Snippet {
  /** The member of the fact's body. */
  readonly field: string
  /** BCP 47, where the fact tells. */
  readonly language?: string
  /** True if the text goes on before and after. */
  readonly cutBefore: boolean
  readonly cutAfter: boolean
  readonly segments: readonly Segment[]
}

/** The passages that show best why a fact is found: those with most of the terms first. */
export function snippetsOf(texts: readonly FieldText[], terms: readonly QueryTerm[]): Snippet[] {
  return texts
    .map((text) => {
      const words = analysed(text)
      const passage = bestPassage(matchesIn(words, terms))
      return { text, words, passage }
    })
    .filter(({ passage }) => passage.length > 0)
    .toSorted((a, b) => termsIn(b.passage) - termsIn(a.passage))
    .slice(0, MOST)
    .map(({ text, words, passage }) => cut(text, words, passage))
}

/** The matches within one snippet's reach that are of the most terms, the first such. */
function bestPassage(matches: readonly WordMatch[]): readonly WordMatch[] {
  let best: readonly WordMatch[] = []
  let terms = 0
  for (let begin = 0, end = 0; begin < matches.length; begin++) {
    const { first } = matches[begin] as WordMatch
    while (end < matches.length && (matches[end] as WordMatch).last < first + WORDS - BEFORE) end++
    const passage = matches.slice(begin, Math.max(end, begin + 1))
    const found = termsIn(passage)
    if (found > terms) [best, terms] = [passage, found]
  }
  return best
}

function termsIn(matches: readonly WordMatch[]): number {
  return new Set(matches.map(({ term }) => term)).size
}

function cut(
  { field, text, language }: FieldText,
  words: readonly AnalysedWord[],
  passage: readonly WordMatch[],
): Snippet {
  const found = (passage[0] as WordMatch).first
  const first = Math.max(0, found - BEFORE)
  const last = Math.min(words.length - 1, first + WORDS - 1)
  const [from, until] = [words[first] as AnalysedWord, words[last] as AnalysedWord]
  const reach = (words[found] as AnalysedWord).start - UNITS_BEFORE
  const begin = between(text, Math.max(first === 0 ? 0 : from.start, reach))
  const reached = last === words.length - 1 ? text.length : until.end
  const end = between(text, Math.min(reached, begin + UNITS))
  return {
    field,
    ...(language === undefined ? {} : { language }),
    cutBefore: begin > 0,
    cutAfter: end < text.length,
    segments: segmentsOf(text, begin, end, rangesOf(words, passage, end)),
  }
}

/** The place, or the one before where a character of two units lies across it. */
function between(text: string, place: number): number {
  return /[\udc00-\udfff]/.test(text[place] ?? '') ? place - 1 : place
}

/** The place at which the matches stand in the text, those that overlap or touch as one. */
function rangesOf(words: readonly AnalysedWord[], passage: readonly WordMatch[], limit: number) {
  const ranges: { start: number; end: number }[] = []
  for (const { first, last } of passage) {
    const { start } = words[first] as AnalysedWord
    if (start >= limit) break
    const end = Math.min(limit, (words[last] as AnalysedWord).end)
    const before = ranges.at(-1)
    if (before !== undefined && start <= before.end) before.end = Math.max(before.end, end)
    else ranges.push({ start, end })
  }
  return ranges
}

function segmentsOf(
  text: string,
  begin: number,
  end: number,
  ranges: readonly { start: number; end: number }[],
): Segment[] {
  const segments: Segment[] = []
  let at = begin
  for (const range of ranges) {
    if (range.start > at) segments.push({ text: text.slice(at, range.start), match: false })
    segments.push({ text: text.slice(range.start, range.end), match: true })
    at = range.end
  }
  if (end > at) segments.push({ text: text.slice(at, end), match: false })
  return segments
}
