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
  /** The places of the text that the quote fits, {@link MOST_PLACES} at most; 1 if it is told apart. */
  readonly places: number
}

/** The reason for a miss: the first member that does not fit, and how often the words stand. */
export interface QuoteMissed {
  readonly missed: 'exact' | 'prefix' | 'suffix' | 'start'
  /** Of the words alone, {@link MOST_PLACES} at most. */
  readonly places: number
}

/** A folded quote, and the words of it that are the quote proper. */
interface Needle {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The most places of a quote that are counted, so that a text of repetitions costs no more. */
export const MOST_PLACES = 100

/** Finds a quote in a text, whatever no reader sees in either. */
export function findQuote(text: FoldedText, quote: QuotedWords): QuotePlace | QuoteMissed {
  const { prefix = '', exact, suffix = '', start } = quote
  const words = needleOf('', exact, '')
  const alone = placesOf(text, words)
  if (alone.length === 0) return { missed: 'exact', places: 0 }
  if (start !== undefined) {
    const at = placeAt(text, words, start)
    const fits = at !== undefined && (quote.end === undefined || at.end === quote.end)
    return fits ? { ...at, places: 1 } : { missed: 'start', places: alone.length }
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

/** The first places of the words, {@link MOST_PLACES} at most. */
function placesOf(text: FoldedText, { text: words, start, end }: Needle) {
  const places = occurrences(text.text, words).flatMap((at) => {
    const span = text.heldSpan({ start: at + start, end: at + end })
    if (span === undefined) return []
    const whole = text.heldSpan({ start: at, end: at + words.length })
    return [
      {
        ...span,
        ...(whole && start > 0 && { prefix: { start: whole.start, end: span.start } }),
        ...(whole && end < words.length && { suffix: { start: span.end, end: whole.end } }),
      },
    ]
  })
  return places.take(MOST_PLACES).toArray()
}

/** The words where they begin at an offset of the held text; undefined if they do not. */
function placeAt(text: FoldedText, { text: words }: Needle, held: number) {
  const at = text.foldedOffset(held)
  if (!text.text.startsWith(words, at)) return undefined
  const span = text.heldSpan({ start: at, end: at + words.length })
  return span?.start === held ? span : undefined
}
