import { findQuote } from '../../../projections/text/find-quote.ts'
import { FoldedText } from '../../../projections/text/folded-text.ts'
import { heldOffset } from '../../../projections/text/lines.ts'

/** The surroundings that tell a quote from the same words elsewhere, in UTF-16 units. */
const AROUND = 40

/** Words as they stand in a source, where they stand, and what tells them apart from others there. */
export interface Quote {
  readonly exact: string
  readonly prefix?: string
  readonly suffix?: string
  readonly start: number
  readonly end: number
}

/**
 * The quote for a stretch of a text that is shown with the lines of its normal form, as the
 * TextQuoteSelector and TextPositionSelector of W3C's Web Annotation. Blanks at its ends are left out.
 *
 * @param held the text as the ledger holds it, which may be older than that form
 * @param folded the folding of that text, for whoever makes many quotes of it
 * @returns undefined if nothing but blanks is selected
 */
export function quoteOf(
  held: string,
  from: number,
  until: number,
  folded?: FoldedText,
): Quote | undefined {
  const [first, last] = [heldOffset(held, from), heldOffset(held, until)]
  const selected = held.slice(first, last)
  const exact = selected.trim()
  if (exact === '') return undefined
  const start = first + selected.indexOf(exact)
  const end = start + exact.length
  const found = findQuote(folded ?? new FoldedText(held), { exact })
  if (!('missed' in found) && found.places === 1) return { exact, start, end }
  const prefix = held.slice(Math.max(0, start - AROUND), start).toWellFormed()
  const suffix = held.slice(end, end + AROUND).toWellFormed()
  return {
    exact,
    ...(prefix === '' ? {} : { prefix }),
    ...(suffix === '' ? {} : { suffix }),
    ...{ start, end },
  }
}
