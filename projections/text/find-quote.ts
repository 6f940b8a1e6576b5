import { type FoldedSpan, FoldedText } from './folded-text.ts'
import { occurrences } from './occurrences.ts'

/** The words of a quote, and what tells them from the same words elsewhere. */
export interface QuotedWords {
  readonly exact: string
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
  /** Offsets of the words in the text, in UTF-16 units. */
  readonly start?: number | undefined
  readonly end?: number | undefined
}

/** The place of a quote, as the text has it. */
export interface QuotePlace extends FoldedSpan {
  readonly prefix?: FoldedSpan
  readonly suffix?: FoldedSpan
  /** The number of places of the text the quote fits: 1 where it is told apart. */
  readonly places: number
}

/** The reason for a miss: the first member that does not fit, and how often the words stand. */
export interface QuoteMissed {
  readonly missed: 'exact' | 'prefix' | 'suffix' | 'start'
  /** Of the words alone. */
  readonly places: number
}

/** A folded quote, and the words of it that are the quote proper. */
interface Needle {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Finds a quote in a text, whatever no reader sees in either. */
export function findQuote(text: FoldedText, quote: QuotedWords): QuotePlace | QuoteMissed {
  const { prefix = '', exact, suffix = '', start } = quote
  const alone = placesOf(text, needleOf('', exact, ''))
  if (alone.length === 0) return { missed: 'exact', places: 0 }
  if (start !== undefined) {
    const at = alone.find(
      (place) => place.start === start && (quote.end === undefined || place.end === quote.end),
    )
    return at === undefined ? { missed: 'start', places: alone.length } : { ...at, places: 1 }
  }
  const found =
    prefix === '' && suffix === '' ? alone : placesOf(text, needleOf(prefix, exact, suffix))
  const [first] = found
  if (first !== undefined) return { ...first, places: found.length }
  const isPrefixWrong = placesOf(text, needleOf(prefix, exact, '')).length === 0
  return { missed: isPrefixWrong ? 'prefix' : 'suffix', places: alone.length }
}

function needleOf(prefix: string, exact: string, suffix: string): Needle {
  const whole = new FoldedText(prefix + exact + suffix)
  let start = whole.foldedOffset(prefix.length)
  let end = whole.foldedOffset(prefix.length + exact.length)
  while (whole.text[start] === ' ' && start < end) start += 1
  while (whole.text[end - 1] === ' ' && start < end) end -= 1
  if (start === end) return { text: '', start, end }
  return prefix === '' && suffix === ''
    ? { text: whole.text.slice(start, end), start: 0, end: end - start }
    : { text: whole.text, start, end }
}

function placesOf(text: FoldedText, { text: words, start, end }: Needle) {
  return occurrences(text.text, words).flatMap((at) => {
    const span = text.heldSpan({ start: at + start, end: at + end })
    if (span === undefined) return []
    const whole = text.heldSpan({ start: at, end: at + words.length })
    return {
      ...span,
      ...(whole && start > 0 && { prefix: { start: whole.start, end: span.start } }),
      ...(whole && end < words.length && { suffix: { start: span.end, end: whole.end } }),
    }
  })
}
