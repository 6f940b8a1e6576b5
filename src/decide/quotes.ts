import type { Evidence } from '../../events/envelope.ts'
import {
  findQuote,
  MOST_PLACES,
  type QuoteMissed,
  type QuotePlace,
} from '../../projections/text/find-quote.ts'
import { type FoldedSpan, FoldedText } from '../../projections/text/folded-text.ts'
import { nearestPassage } from '../../projections/text/nearest-passage.ts'
import type { Claim } from './claim.ts'
import type { Refusal } from './refusal.ts'
import type { Named } from './registry.ts'
import type { DecisionState } from './state.ts'

type Quote = NonNullable<Evidence['quote']>
type QuoteClaim = Extract<Claim, { claim: 'quotes' }>

/** The most characters of a source that a refusal shows. */
const SHOWN = 200

/** Texts that were quoted last, folded: many quotes are of one source. */
const KEPT = 4
const kept = new Map<string, FoldedText>()

/** The refusal of a quote; undefined if the source has it, or its text is not held. */
export function judgeQuote(claim: QuoteClaim, text: string | undefined): Refusal | undefined {
  if (text === undefined) return undefined
  const found = findQuote(foldedText(text), claim.quote)
  if (!('missed' in found)) return undefined
  const { missed } = found
  const parts = [whatIsMissed(claim, found, text), nearest(claim.quote, found, text)]
  return {
    code: 'quote_not_found',
    what: parts.filter((part) => part !== '').join('; '),
    pointer: claim.pointer.replace(/exact$/, missed),
  }
}

/**
 * An event whose quotes are the words as the held text of their sources has them, with offsets: what
 * is recorded of one that was judged and can be recorded.
 */
export function withPlacedQuotes(event: Named, state: DecisionState): Named {
  if (event.type === 'entry.corrected') {
    const { replacement } = event.body
    const body = withQuotesOf(replacement.body, state)
    if (body === replacement.body) return event
    return { ...event, body: { ...event.body, replacement: { ...replacement, body } } } as Named
  }
  const body = withQuotesOf(event.body, state)
  return body === event.body ? event : ({ ...event, body } as Named)
}

function withQuotesOf<Body extends { readonly evidence?: readonly Evidence[] | undefined }>(
  body: Body,
  state: DecisionState,
): Body {
  if (!body.evidence?.some(({ quote }) => quote !== undefined)) return body
  const evidence = body.evidence.map((item) => {
    const text = state.heldText(item.source)
    if (item.quote === undefined) return item
    const { places: _, ...quote } = item.quote
    if (text === undefined) return { ...item, quote }
    const found = findQuote(foldedText(text), item.quote)
    return 'missed' in found ? item : { ...item, quote: placedQuote(quote, found, text) }
  })
  return { ...body, evidence }
}

/** The quote as the text has it: what it gives of its surroundings too. */
function placedQuote(
  { prefix, suffix }: Quote,
  { start, end, places, ...around }: QuotePlace,
  text: string,
): Quote {
  const run = (span: FoldedSpan | undefined, given: string | undefined) =>
    span === undefined ? given : text.slice(span.start, span.end)
  const [before, after] = [run(around.prefix, prefix), run(around.suffix, suffix)]
  return {
    exact: text.slice(start, end),
    ...(before !== undefined && { prefix: before }),
    ...(after !== undefined && { suffix: after }),
    ...{ start, end },
    ...(places > 1 && { places }),
  }
}

function whatIsMissed(
  { source, quote }: QuoteClaim,
  { missed, places }: QuoteMissed,
  text: string,
) {
  if (missed === 'exact')
    return `is not in the text of "${source}": give its own words, or leave the quote out`
  const more = places === MOST_PLACES ? ' or more' : ''
  const often = places === 1 ? 'once' : `at ${places} places${more}`
  const has = `does not fit: the text of "${source}" has the quoted words ${often}`
  if (missed !== 'start') {
    return `${has}, ${places === 1 ? 'but not' : 'none of them'} ${missed === 'prefix' ? 'directly after this prefix' : 'directly before this suffix'}`
  }
  const { start = 0, end = start + quote.exact.length } = quote
  return `${has}, not at ${start} to ${end}, where it says "${shortened(text.slice(start, Math.min(end, start + SHOWN * 2)))}"; offsets are in UTF-16 units, with lines that end in LF`
}

function nearest(
  { prefix = '', exact, suffix = '' }: Quote | QuoteClaim['quote'],
  { missed }: QuoteMissed,
  text: string,
) {
  if (missed === 'start') return ''
  const words = missed === 'exact' ? exact : `${prefix}${exact}${suffix}`
  const near = nearestPassage(text, words)
  return near === undefined
    ? ''
    : `the nearest passage is "${shortened(text.slice(near.start, near.end))}"`
}

function shortened(passage: string): string {
  const line = passage.replace(/\s+/g, ' ')
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN).toWellFormed()}…`
}

function foldedText(text: string): FoldedText {
  const found = kept.get(text) ?? new FoldedText(text)
  kept.delete(text)
  kept.set(text, found)
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
  return found
}
