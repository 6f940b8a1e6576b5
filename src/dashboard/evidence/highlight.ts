import type { Evidence } from '../../../events/envelope.ts'
import { findQuote } from '../../../projections/text/find-quote.ts'
import { type FoldedSpan, FoldedText } from '../../../projections/text/folded-text.ts'

type Quote = NonNullable<Evidence['quote']>

/** A run of a text: quoted, or between quotes. */
export interface HighlightRun {
  readonly text: string
  readonly isQuoted: boolean
}

/** The place at which a quote is in a text; undefined if nowhere. */
function placeOfQuote(text: FoldedText, quote: Quote): FoldedSpan | undefined {
  const { exact, start, end } = quote
  if (start !== undefined && text.held.slice(start, end) === exact) {
    return { start, end: start + exact.length }
  }
  // Offsets of a text that was corrected since tell nothing of the one that stands.
  const place = findQuote(text, { ...quote, start: undefined, end: undefined })
  const found = 'missed' in place ? findQuote(text, { exact }) : place
  return 'missed' in found ? undefined : found
}

/** The text as runs, with each quote in its place; quotes that overlap become one. */
export function highlighted(text: string, quotes: readonly Quote[]): HighlightRun[] {
  const folded = new FoldedText(text)
  const spans = quotes
    .flatMap((quote) => placeOfQuote(folded, quote) ?? [])
    .sort((a, b) => a.start - b.start)
  const runs: HighlightRun[] = []
  let at = 0
  for (const { start: from, end: until } of spans) {
    if (until <= at) continue
    if (from > at) runs.push({ text: text.slice(at, from), isQuoted: false })
    runs.push({ text: text.slice(Math.max(at, from), until), isQuoted: true })
    at = until
  }
  if (at < text.length) runs.push({ text: text.slice(at), isQuoted: false })
  return runs
}
