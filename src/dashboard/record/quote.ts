/** How much of its surroundings tells a quote from the same words elsewhere. */
const AROUND = 40

/** Words as they stand in a source, with their surroundings where the words alone are ambiguous. */
export interface Quote {
  readonly exact: string
  readonly prefix?: string
  readonly suffix?: string
}

/**
 * The quote for a stretch of a text, as a W3C TextQuoteSelector; undefined where nothing but blanks
 * is selected. Blanks at its ends are left out.
 */
export function quoteOf(text: string, from: number, until: number): Quote | undefined {
  const selected = text.slice(from, until)
  const exact = selected.trim()
  if (exact === '') return undefined
  const start = from + selected.indexOf(exact)
  const end = start + exact.length
  if (text.indexOf(exact) === start && text.indexOf(exact, start + 1) < 0) return { exact }
  const prefix = text.slice(Math.max(0, start - AROUND), start)
  const suffix = text.slice(end, end + AROUND)
  return {
    exact,
    ...(prefix === '' ? {} : { prefix }),
    ...(suffix === '' ? {} : { suffix }),
  }
}
