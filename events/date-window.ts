import { dateRefusal, refusedDate, UncertainDateError } from './date-refusal.ts'
import { timeOfDay } from './time-of-day.ts'

/** Milliseconds since 1970 in UTC, half-open. */
export interface Window {
  readonly from: number
  readonly until: number
}

type Parts = Record<string, string | undefined>

/**
 * The grammar of one date, without its qualifier, and what each form means. What is given most comes
 * first, and a season before the months, whose form it has.
 */
const FORMS: readonly (readonly [RegExp, (parts: Parts, text: string) => Window])[] = [
  [/^(?<year>-?\d{4})-(?<month>\d\d)-(?<day>\d\d)$/, day],
  [/^(?<year>-?\d{4})-(?<month>\d\d)-(?<day>\d\d)T(?<time>.*)$/, time],
  [/^(?<year>-?\d{4})-2(?<season>[1-4])$/, season],
  [/^(?<year>-?\d{4})-(?<month>\d\d)(-XX)?$/, month],
  [/^(?<year>-?\d{4})(-XX(-XX)?)?$/, ({ year }) => years(Number(year), Number(year))],
  [/^Y(?<year>-?[1-9]\d{4,})$/, ({ year }) => years(Number(year), Number(year))],
  [/^(?<year>-?(\d\dXX|\d{3}X))$/, unspecified],
]

/**
 * The window in which one date lies, as wide as its text is coarse: from a century to a
 * millisecond.
 *
 * @throws {UncertainDateError} it is no date that is understood, or beyond what a `Date` can hold.
 */
export function windowOf(text: string): Window {
  const plain = text.replace(/[~?%]$/, '')
  if (plain.startsWith('-0000')) throw refusedDate(text, 'date_year_minus_zero')
  for (const [form, read] of FORMS) {
    const parts = form.exec(plain)?.groups
    if (parts === undefined) continue
    const window = read(parts, text)
    if (Number.isFinite(window.from) && Number.isFinite(window.until)) return window
    throw refusedDate(text, 'date_out_of_reach')
  }
  throw dateRefusal(text)
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999; this does not. NaN beyond its reach. */
function utc(year: number, month = 1, day = 1): number {
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

function years(first: number, last: number): Window {
  return { from: utc(first), until: utc(last + 1) }
}

function unspecified({ year = '' }: Parts): Window {
  const ends = [Number(year.replaceAll('X', '0')), Number(year.replaceAll('X', '9'))]
  return years(Math.min(...ends), Math.max(...ends))
}

/**
 * A season of EDTF level 1 names no hemisphere, so its window holds both, by the astronomical or
 * the meteorological reckoning. Spring and autumn lie between March and December of their year.
 * A summer in the south or a winter in the north straddles the new year and is named after either
 * year: from December of the year before to March of the year after.
 */
function season({ year, season }: Parts): Window {
  const y = Number(year)
  return season === '1' || season === '3'
    ? { from: utc(y, 3), until: utc(y + 1) }
    : { from: utc(y - 1, 12), until: utc(y + 1, 4) }
}

function month({ year, month, day }: Parts, text: string): Window {
  const y = Number(year)
  const m = Number(month)
  if (m < 1 || m > 12) {
    if (day !== undefined) throw refusedDate(text, 'date_month_of_day_unknown')
    throw refusedDate(text, m >= 25 && m <= 41 ? 'date_season_unknown' : 'date_month_unknown')
  }
  return { from: utc(y, m), until: utc(y, m + 1) }
}

function day(parts: Parts, text: string): Window {
  const last = new Date(month(parts, text).until - 1).getUTCDate()
  const d = Number(parts.day)
  if (d < 1 || d > last) {
    const month = `${parts.year}-${parts.month}`
    throw new UncertainDateError({ code: 'date_day_unknown', params: { text, month, last } })
  }
  const from = utc(Number(parts.year), Number(parts.month), d)
  return { from, until: from + 86_400_000 }
}

function time(parts: Parts, text: string): Window {
  const midnight = day(parts, text).from
  const { from, until } = timeOfDay(parts.time ?? '', text)
  return { from: midnight + from, until: midnight + until }
}
