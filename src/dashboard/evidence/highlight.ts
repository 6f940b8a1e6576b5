import type { Evidence } from '../../../events/envelope.ts'

type Quote = NonNullable<Evidence['quote']>

/** A run of a text: quoted, or between quotes. */
export interface Run {
  readonly text: string
  readonly isQuoted: boolean
}

/** Where a quote is in a text, its surroundings deciding between several places; -1 where nowhere. */
export function placeOfQuote(text: string, { exact, prefix = '', suffix = '' }: Quote): number {
  const whole = text.indexOf(prefix + exact + suffix)
  return whole < 0 ? text.indexOf(exact) : whole + prefix.length
}

/** The text as runs, with each quote in its place; quotes that overlap become one. */
export function highlighted(text: string, quotes: readonly Quote[]): Run[] {
  const spans = quotes
    .map((quote) => ({ from: placeOfQuote(text, quote), length: quote.exact.length }))
    .filter(({ from }) => from >= 0)
    .map(({ from, length }) => ({ from, until: from + length }))
    .sort((a, b) => a.from - b.from)
  const runs: Run[] = []
  let at = 0
  for (const { from, until } of spans) {
    if (until <= at) continue
    if (from > at) runs.push({ text: text.slice(at, from), isQuoted: false })
    runs.push({ text: text.slice(Math.max(at, from), until), isQuoted: true })
    at = until
  }
  if (at < text.length) runs.push({ text: text.slice(at), isQuoted: false })
  return runs
}
