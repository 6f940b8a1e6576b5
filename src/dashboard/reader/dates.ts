import { utcDay } from '../words/instant.ts'
import type { ReaderLexicon } from './lexicon.ts'
import type { TextStretch, Token } from './tokens.ts'

/** A date in a text, in EDTF, as uncertain as the text tells it. */
export interface DateFound extends TextStretch {
  readonly date: string
  /** True if the text does not say the year, which is then reckoned from the date of the report. */
  readonly isWithoutYear: boolean
}

interface DateContext {
  /** The day of the report, `2026-03-01`: days without a year or month are reckoned from it. */
  readonly published: string
  /** True if what is told of is still to come. */
  readonly isPlan: boolean
  /** True of the date of the report itself, which is never after the day that it is reckoned from. */
  readonly isOwn?: true
}

/** A part of the reading: what was found from a token on, and how many tokens it takes. */
interface DateRead {
  readonly date: string
  readonly tokens: number
  readonly isWithoutYear?: boolean
}

const DAY = 86_400_000
/** A day without a year is seldom longer after a report, in days. */
const MONTH = 31

/**
 * The dates that a sentence tells: `30 November 2025`, `November 30`, `3 to 5 March`, `30.11.2025`,
 * `2025-11-30`, `in May`, weekdays, `yesterday`. A word before makes one uncertain: `about` as `~`,
 * `before` as `../`, `after` as `/..`. A day without a year is the last such day up to a month after the
 * report, a weekday the last one; in a sentence about what is to come each is the next.
 */
export function datesIn(
  text: string,
  tokens: readonly Token[],
  lexicon: ReaderLexicon,
  context: DateContext,
): DateFound[] {
  const found: DateFound[] = []
  for (let at = 0; at < tokens.length; ) {
    const read = readAt(text, tokens, at, lexicon, context)
    if (read === undefined) {
      at += 1
      continue
    }
    const [first, last] = [tokens[at] as Token, tokens[at + read.tokens - 1] as Token]
    const isArticle = lexicon.between.has(tokens[at - 1]?.folded ?? '')
    const qualifier = tokens[isArticle ? at - 2 : at - 1]
    const date = qualified(read.date, qualifier?.folded ?? '', lexicon)
    const isQualified = date !== read.date && qualifier !== undefined
    found.push({
      start: (isQualified ? qualifier : first).start,
      end: last.end,
      date,
      isWithoutYear: read.isWithoutYear === true,
    })
    at += read.tokens
  }
  return found
}

function qualified(date: string, word: string, lexicon: ReaderLexicon): string {
  if (date.includes('/')) return date
  if (lexicon.about.has(word)) return `${date}~`
  if (lexicon.before.has(word)) return `../${date}`
  return lexicon.after.has(word) ? `${date}/..` : date
}

function readAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  lexicon: ReaderLexicon,
  context: DateContext,
): DateRead | undefined {
  return (
    readNumeric(text, tokens, at) ??
    readSpan(tokens, at, lexicon, context) ??
    readDay(tokens, at, lexicon, context) ??
    readMonth(tokens, at, lexicon, context) ??
    readRelative(tokens, at, lexicon, context)
  )
}

/** `2025-11-30`, `30.11.2025`: with marks between, and without blanks. */
function readNumeric(text: string, tokens: readonly Token[], at: number): DateRead | undefined {
  const [a, b, c] = tokens.slice(at, at + 3)
  if (a === undefined || b === undefined || c === undefined) return undefined
  const printed = text.slice(a.start, c.end)
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(printed) ?? []
  if (year !== undefined) return dayRead(Number(year), Number(month), Number(day), 3)
  const [, d, m, y] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(printed) ?? []
  return d === undefined ? undefined : dayRead(Number(y), Number(m), Number(d), 3)
}

/** `3 to 5 March 2026`, `3-5 March`. */
function readSpan(
  tokens: readonly Token[],
  at: number,
  lexicon: ReaderLexicon,
  context: DateContext,
): DateRead | undefined {
  const first = dayNumber(tokens[at])
  if (first === undefined) return undefined
  const [a, b] = [tokens[at] as Token, tokens[at + 1]]
  const isJoined = b !== undefined && dayNumber(b) !== undefined && b.start - a.end === 1
  const isTold = lexicon.until.has(b?.folded ?? '')
  if (!isJoined && !isTold) return undefined
  const skipped = isJoined ? 1 : 2
  const last = readDay(tokens, at + skipped, lexicon, context)
  if (last === undefined) return undefined
  const start = `${last.date.slice(0, 8)}${String(first).padStart(2, '0')}`
  if (start >= last.date) return undefined
  return { ...last, date: `${start}/${last.date}`, tokens: skipped + last.tokens }
}

/** `30 November 2025`, `30 novembre`, `November 30, 2025`. */
function readDay(
  tokens: readonly Token[],
  at: number,
  lexicon: ReaderLexicon,
  context: DateContext,
): DateRead | undefined {
  const [first, second] = [tokens[at], tokens[at + 1]]
  const isMonthFirst = monthOf(first, lexicon) !== undefined
  let [length, day, month] = [2, dayNumber(first), monthOf(second, lexicon)]
  if (isMonthFirst) [day, month] = [dayNumber(second), monthOf(first, lexicon)]
  else if (lexicon.between.has(second?.folded ?? '')) {
    ;[month, length] = [monthOf(tokens[at + 2], lexicon), 3]
  }
  if (day === undefined || month === undefined) return undefined
  const year = yearOf(tokens[at + length])
  if (year !== undefined) return dayRead(year, month, day, length + 1)
  const read = dayRead(yearOfDay(month, day, context), month, day, length)
  return read && { ...read, isWithoutYear: true }
}

/** `November 2025`, or `in November`. */
function readMonth(
  tokens: readonly Token[],
  at: number,
  lexicon: ReaderLexicon,
  context: DateContext,
): DateRead | undefined {
  const month = monthOf(tokens[at], lexicon)
  if (month === undefined) return undefined
  const isBetween = lexicon.between.has(tokens[at + 1]?.folded ?? '')
  const year = yearOf(tokens[at + (isBetween ? 2 : 1)])
  const written = String(month).padStart(2, '0')
  if (year !== undefined) return { date: `${year}-${written}`, tokens: isBetween ? 3 : 2 }
  if (!lexicon.within.has(tokens[at - 1]?.folded ?? '')) return undefined
  const date = `${yearOfDay(month, 1, context)}-${written}`
  return { date, tokens: 1, isWithoutYear: true }
}

/** `yesterday`, `Sunday`, `next Sunday`. */
function readRelative(
  tokens: readonly Token[],
  at: number,
  lexicon: ReaderLexicon,
  { published, isPlan }: DateContext,
): DateRead | undefined {
  const word = tokens[at]?.folded ?? ''
  const from = Date.parse(published)
  const days = (count: number) => ({ date: utcDay(from + count * DAY), tokens: 1 })
  if (lexicon.yesterday.has(word)) return days(-1)
  if (lexicon.today.has(word)) return days(0)
  if (lexicon.tomorrow.has(word)) return days(1)
  const wanted = lexicon.weekdays.findIndex((names) => names.includes(word))
  if (wanted < 0) return undefined
  const today = new Date(from).getUTCDay()
  const isNext = [tokens[at - 1], tokens[at + 1]].some((one) => lexicon.next.has(one?.folded ?? ''))
  if (isPlan || isNext) return days(((wanted - today + 6) % 7) + 1)
  return days(-((today - wanted + 7) % 7))
}

/** The last year in which that day is not more than a month after the report; of a plan the next. */
function yearOfDay(month: number, day: number, context: DateContext): number {
  const { published, isPlan, isOwn } = context
  if (isPlan) {
    const year = Number(published.slice(0, 4))
    return Date.UTC(year, month - 1, day) >= Date.parse(published) ? year : year + 1
  }
  const latest = Date.parse(published) + (isOwn ? 0 : MONTH * DAY)
  const year = new Date(latest).getUTCFullYear()
  return Date.UTC(year, month - 1, day) <= latest ? year : year - 1
}

function dayNumber(token: Token | undefined): number | undefined {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th|er|го|е)?$/.exec(token?.folded ?? '') ?? []
  const day = Number(digits)
  return day >= 1 && day <= 31 ? day : undefined
}

function monthOf(token: Token | undefined, { months }: ReaderLexicon): number | undefined {
  const found = months.findIndex((names) => names.includes(token?.folded ?? ''))
  return found < 0 ? undefined : found + 1
}

function yearOf(token: Token | undefined): number | undefined {
  return /^(19|20)\d\d$/.test(token?.folded ?? '') ? Number(token?.folded) : undefined
}

function dayRead(year: number, month: number, day: number, tokens: number): DateRead | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  // The 31st of a month that has 30 days is no date.
  if (date.getUTCDate() !== day || month > 12) return undefined
  return { date: utcDay(date.getTime()), tokens }
}
