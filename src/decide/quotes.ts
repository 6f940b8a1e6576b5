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
import type { Reason } from './reasons.ts'
import type { Refusal } from './refusal.ts'
import type { DecidableEvent } from './registry.ts'
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
  return {
    code: 'quote_not_found',
    what: whyMissed(claim, found, text),
    pointer: claim.pointer.replace(/exact$/, found.missed),
  }
}

/**
 * An event whose quotes are the words as the held text of their sources has them, with offsets: what
 * is recorded of one that was judged and can be recorded.
 */
export function withPlacedQuotes(event: DecidableEvent, state: DecisionState): DecidableEvent {
  if (event.type === 'entry.corrected') {
    const { replacement } = event.body
    const body = withQuotesOf(replacement.body, state)
    if (body === replacement.body) return event
    return {
      ...event,
      body: { ...event.body, replacement: { ...replacement, body } },
    } as DecidableEvent
  }
  const body = withQuotesOf(event.body, state)
  return body === event.body ? event : ({ ...event, body } as DecidableEvent)
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

function whyMissed(
  { source, quote }: QuoteClaim,
  { missed, places }: QuoteMissed,
  text: string,
): Reason {
  if (missed === 'exact') {
    return { code: 'quote_absent', params: { source, ...nearest(quote.exact, text) } }
  }
  const has = { source, missed, places, orMore: places === MOST_PLACES }
  if (missed !== 'start') {
    const { prefix = '', exact, suffix = '' } = quote
    const params = { ...has, ...nearest(`${prefix}${exact}${suffix}`, text) }
    return { code: 'quote_misplaced', params }
  }
  const { start = 0, end = start + quote.exact.length } = quote
  const says = shortened(text.slice(start, Math.min(end, start + SHOWN * 2)))
  return { code: 'quote_misplaced', params: { ...has, given: { start, end, says } } }
}

function nearest(words: string, text: string): { readonly nearest?: string } {
  const near = nearestPassage(text, words)
  return near === undefined ? {} : { nearest: shortened(text.slice(near.start, near.end)) }
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
