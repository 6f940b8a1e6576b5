import { messages } from './messages.ts'
import { type ClockTime, clockTimeAt, instantOf } from './zoned.ts'

/** The readings of a typed moment. */
export type TypedMoment =
  | { readonly kind: 'now' }
  /** An instant in milliseconds. */
  | { readonly kind: 'time'; readonly time: number }
  /** A span before the moment that is reckoned from, as an address has it: `-3d`. */
  | { readonly kind: 'ago'; readonly span: string }
  /** An entry by its number, which is its revision. */
  | { readonly kind: 'entry'; readonly entry: number }
  /** A sentence that says what is wrong, and what to type. */
  | { readonly kind: 'problem'; readonly problem: string }

export interface TypingContext {
  /** In milliseconds. */
  readonly now: number
  /** The IANA name of the zone whose clock is meant. */
  readonly zone: string
  /** A day without a year is the latest such day up to this instant. */
  readonly latest: number
  /** The edge of a day or minute that is meant: its last millisecond for "as of", else its first. */
  readonly edge: 'start' | 'end'
}

const MINUTE = 60_000

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(' ')
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ')

type Day = Pick<ClockTime, 'year' | 'month' | 'day'>
type TimeOfDay = Pick<ClockTime, 'hour' | 'minute'>

/** Thrown within this file alone, and told as a problem. */
class Unreadable extends Error {}

/**
 * Reads a moment that somebody typed: `now`, `-3d`, `3 days ago`, `yesterday 18:00`, `Monday`, `2 Dec`,
 * `2 Dec 2025, 23:59`, `2.12.2025`, `18:00`, `entry 37`, or ISO 8601. Never guesses: text of any other
 * form is a problem.
 */
export function readTypedMoment(text: string, context: TypingContext): TypedMoment {
  const typed = text.trim().toLowerCase().replace(/−/g, '-').replace(/,/g, ' ').replace(/\s+/g, ' ')
  const words = messages.moments.inEnglish(typed)
  try {
    if (words === 'now') return { kind: 'now' }
    return (
      readEntry(words) ??
      readSpan(words) ??
      readIso(text.trim(), context) ??
      day(words, context, text.trim())
    )
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { kind: 'problem', problem: `${error.message} ${messages.moments.toType}` }
  }
}

function readEntry(words: string): TypedMoment | undefined {
  const [, entry] = /^(?:entry |#)(\d{1,15})$/.exec(words) ?? []
  if (entry === undefined) return undefined
  return { kind: 'entry', entry: Number(entry) }
}

function readSpan(words: string): TypedMoment | undefined {
  const [, count, unit = ''] =
    /^-(\d{1,5}) ?([mhdw])$/.exec(words) ??
    /^(\d{1,5}) ?(m|h|d|w)[a-z]* ago$/.exec(words) ??
    /^(an?) (m|h|d|w)[a-z]* ago$/.exec(words) ??
    []
  if (count === undefined) return undefined
  if (/month/.test(words)) throw new Unreadable(messages.moments.noFixedSpan)
  return { kind: 'ago', span: `-${/\d/.test(count) ? Number(count) : 1}${unit}` }
}

/** An instant with its offset, whatever the zone. */
function readIso(text: string, { edge }: TypingContext): TypedMoment | undefined {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i.exec(text)
  if (instant === null) return undefined
  const time = Date.parse(text)
  isoDay(text.slice(0, 10))
  if (Number.isNaN(time)) throw new Unreadable(messages.moments.noInstant(shortened(text)))
  const isWhole = instant[1] === undefined
  return { kind: 'time', time: isWhole && edge === 'end' ? time + MINUTE - 1 : time }
}

/** A day, with or without a time of day, by the clock of the reader's zone. */
function day(words: string, context: TypingContext, typed: string): TypedMoment {
  if (words === '') throw new Unreadable(messages.moments.noneGiven)
  const [, before = '', clock] =
    /^(.*?)(?:(?:^|t| at | )(\d{1,2}(?::\d\d)?(?: ?[ap]m)|\d{1,2}:\d\d))?$/.exec(words) ?? [
      '',
      words,
    ]
  const time = clock === undefined ? undefined : timeOfDay(clock)
  const { zone, edge } = context
  const found =
    before === '' && time !== undefined ? dayOfTime(time, context) : readDay(before, context)
  if (found === undefined) throw new Unreadable(messages.moments.notUnderstood(shortened(typed)))
  if (time !== undefined) {
    const at = instantOf({ ...found, ...time }, zone)
    return { kind: 'time', time: edge === 'end' ? at + MINUTE - 1 : at }
  }
  const next = edge === 'end' ? shifted(found, 1) : found
  const at = instantOf({ ...next, hour: 0, minute: 0 }, zone)
  return { kind: 'time', time: edge === 'end' ? at - 1 : at }
}

function timeOfDay(clock: string): TimeOfDay {
  const [, hours, minutes = '0', half] = /^(\d{1,2})(?::(\d\d))? ?([ap]m)?$/.exec(clock) ?? []
  const isHalf = half !== undefined
  const hour = isHalf ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours)
  if (
    hour > 23 ||
    Number(minutes) > 59 ||
    (isHalf && (Number(hours) > 12 || Number(hours) === 0))
  ) {
    throw new Unreadable(messages.moments.noTimeOfDay(shortened(clock)))
  }
  return { hour, minute: Number(minutes) }
}

/** The day of a time without one: today, or yesterday where that time is still to come. */
function dayOfTime(time: TimeOfDay, { now, zone }: TypingContext): Day {
  const today = clockTimeAt(now, zone)
  return instantOf({ ...today, ...time }, zone) > now ? shifted(today, -1) : today
}

function readDay(words: string, context: TypingContext): Day | undefined {
  const today = clockTimeAt(context.now, context.zone)
  if (words === 'today') return today
  if (words === 'yesterday') return shifted(today, -1)
  if (words === 'tomorrow') return shifted(today, 1)
  return weekday(words, today) ?? isoDay(words) ?? namedDay(words, context)
}

/** The latest such day before today. */
function weekday(words: string, today: Day): Day | undefined {
  const [, name] =
    /^(?:last )?(sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?$/.exec(words) ?? []
  if (name === undefined) return undefined
  const wanted = WEEKDAYS.indexOf(name.slice(0, 3))
  const back = (weekdayOf(today) - wanted + 7) % 7 || 7
  return shifted(today, -back)
}

function isoDay(words: string): Day | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words) ?? []
  if (year !== undefined) return checked(Number(year), Number(month), Number(date))
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(words)
  if (dotted !== null) return checked(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))
  if (/^\d{1,2}\/\d{1,2}(\/\d{2,4})?$/.test(words)) {
    throw new Unreadable(messages.moments.ambiguous(shortened(words)))
  }
  return undefined
}

/** `2 december 2025`, `dec 2`: without a year, the latest such day. */
function namedDay(words: string, { latest, zone }: TypingContext): Day | undefined {
  const [, date, name, year] =
    /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?(?: (\d{4}))?$/.exec(words) ?? []
  const turned = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(words)
  const [named, dated, given] =
    turned === null ? [name, date, year] : [turned[1], turned[2], turned[3]]
  const month = monthOf(named)
  if (month === undefined) return undefined
  if (given !== undefined) return checked(Number(given), month, Number(dated))
  const last = clockTimeAt(latest, zone)
  const isLater = month > last.month || (month === last.month && Number(dated) > last.day)
  const guess = isLater ? last.year - 1 : last.year
  // 29 February stands in one year of four alone.
  const fitting = [0, 1, 2, 3, 4, 5, 6, 7].find((back) =>
    hasDay(guess - back, month, Number(dated)),
  )
  return checked(guess - (fitting ?? 0), month, Number(dated))
}

function monthOf(name: string | undefined): number | undefined {
  if (name === undefined) return undefined
  const place = MONTHS.indexOf(name.slice(0, 3))
  const isName = MONTH_NAMES[place]?.startsWith(name) || name === 'sept'
  return place >= 0 && isName ? place + 1 : undefined
}

function checked(year: number, month: number, date: number): Day {
  if (month < 1 || month > 12) throw new Unreadable(messages.moments.noMonth(month))
  if (!hasDay(year, month, date)) {
    throw new Unreadable(messages.moments.noDay(month, year, date))
  }
  return { year, month, day: date }
}

function hasDay(year: number, month: number, date: number): boolean {
  return date >= 1 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function shifted({ year, month, day: date }: Day, days: number): Day {
  const moved = new Date(Date.UTC(year, month - 1, date + days))
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}

function weekdayOf({ year, month, day: date }: Day): number {
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay()
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
