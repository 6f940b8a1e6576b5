import type { UncertainDate } from '../../../events/envelope.ts'
import type { Language } from '../../words/language.ts'
import { zone } from '../state/preferences.ts'
import { messages } from './messages.ts'
import { clockTimeAt } from './zoned.ts'

/** The months of a language, beside a day and by themselves, once they are asked for. */
const months = new Map<Language, MonthNames>()

interface MonthNames {
  readonly beside: readonly string[]
  readonly alone: readonly string[]
}

function monthNames(): MonthNames {
  const { language } = messages
  const kept = months.get(language)
  if (kept !== undefined) return kept
  const names = { beside: namesWith({ day: 'numeric' }), alone: namesWith({}) }
  months.set(language, names)
  return names
}

function namesWith(more: Intl.DateTimeFormatOptions): string[] {
  // American English has months of three letters, where British has "Sept".
  const locale = messages.language === 'en' ? 'en-US' : messages.language
  const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC', ...more })
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2025, month, 1))
    return parts.find(({ type }) => type === 'month')?.value ?? ''
  })
}

/** An instant as a clock in the reader's zone shows it, to the minute: "2 Dec 2025, 23:59". */
export function instantText(time: number | string): string {
  return `${dayText(time)}, ${timeOfDayText(time)}`
}

/** The day of an instant, in the reader's zone. */
export function dayText(time: number | string): string {
  const { year, month, day } = clockTimeAt(new Date(time).getTime(), zone.value)
  return `${day} ${monthNames().beside[month - 1]} ${year}`
}

/** The day of an instant without its year, for an axis: "2 Dec". */
export function dayOfMonthText(time: number): string {
  const { month, day } = clockTimeAt(time, zone.value)
  return `${day} ${monthNames().beside[month - 1]}`
}

/** The month of an instant by itself: "Dec". */
export function monthText(time: number): string {
  return monthNames().alone[clockTimeAt(time, zone.value).month - 1] ?? ''
}

/** The time of day of an instant, in the reader's zone. */
export function timeOfDayText(time: number | string): string {
  const { hour, minute } = clockTimeAt(new Date(time).getTime(), zone.value)
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
}

/** An uncertain date in words, as uncertain as it is: `../2025-11-30` is "by 30 Nov 2025". */
export function uncertainText({ text }: Pick<UncertainDate, 'text'>): string {
  const [first = '', last] = text.split('/')
  if (last === undefined) return sideText(first)
  const [hasFirst, hasLast] = [isDated(first), isDated(last)]
  if (hasFirst && hasLast) return messages.terms.between(sideText(first), sideText(last))
  if (hasFirst) return messages.terms.orLater(sideText(first))
  return hasLast ? messages.terms.by(sideText(last)) : messages.terms.alreadyStanding
}

function isDated(side: string): boolean {
  return side !== '' && side !== '..'
}

function sideText(side: string): string {
  const mark = /[~?%]$/.exec(side)?.[0]
  const date = mark === undefined ? side : side.slice(0, -1)
  const plain = dateText(date)
  if (mark === undefined) return plain
  return mark === '?' ? messages.terms.uncertain(plain) : messages.terms.about(plain)
}

function dateText(date: string): string {
  if (date.includes('T')) return instantText(date)
  const [, year, month, day] = /^(-?\d+)(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date) ?? []
  if (year === undefined) return date
  const { beside, alone } = monthNames()
  const name = (day === undefined ? alone : beside)[Number(month) - 1]
  if (month !== undefined && name === undefined) return date
  return [day === undefined ? '' : String(Number(day)), name ?? '', year].filter(Boolean).join(' ')
}
