import type { UncertainDate } from '../../../events/envelope.ts'
import { zone } from '../state/preferences.ts'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** An instant as the reader's clock shows it, to the minute. */
export function instantText(time: number | string): string {
  return format(time, { dateStyle: 'medium', timeStyle: 'short' })
}

/** The day of an instant, in the reader's zone. */
export function dayText(time: number | string): string {
  return format(time, { dateStyle: 'medium' })
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function format(time: number | string, style: Intl.DateTimeFormatOptions, locale = 'en-GB') {
  const key = JSON.stringify([locale, zone.value, style])
  const kept = formatters.get(key)
  const formatter = kept ?? new Intl.DateTimeFormat(locale, { ...style, timeZone: zone.value })
  if (kept === undefined) formatters.set(key, formatter)
  return formatter.format(new Date(time))
}

/** An uncertain date in words, as uncertain as it is: `../2025-11-30` is "by 30 Nov 2025". */
export function uncertainText({ text }: Pick<UncertainDate, 'text'>): string {
  const [first = '', last] = text.split('/')
  if (last === undefined) return sideText(first)
  const [hasFirst, hasLast] = [isDated(first), isDated(last)]
  if (hasFirst && hasLast) return `between ${sideText(first)} and ${sideText(last)}`
  if (hasFirst) return `${sideText(first)} or later`
  return hasLast ? `by ${sideText(last)}` : 'already standing'
}

function isDated(side: string): boolean {
  return side !== '' && side !== '..'
}

function sideText(side: string): string {
  const mark = /[~?%]$/.exec(side)?.[0]
  const date = mark === undefined ? side : side.slice(0, -1)
  const plain = dateText(date)
  if (mark === undefined) return plain
  return mark === '?' ? `${plain} (uncertain)` : `about ${plain}`
}

function dateText(date: string): string {
  if (date.includes('T')) return instantText(date)
  const [, year, month, day] = /^(-?\d+)(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date) ?? []
  if (year === undefined) return date
  const name = MONTHS[Number(month) - 1]
  if (month !== undefined && name === undefined) return date
  return [day === undefined ? '' : String(Number(day)), name ?? '', year].filter(Boolean).join(' ')
}

/** For a field of type datetime-local, in the reader's zone. */
export function fieldValue(time: number): string {
  // Sweden writes dates as ISO 8601 does.
  return format(time, { dateStyle: 'short', timeStyle: 'short' }, 'sv-SE').replace(' ', 'T')
}

/** The time in a field of type datetime-local, in milliseconds; undefined while it is empty. */
export function fieldTime(value: string): number | undefined {
  const asUtc = Date.parse(`${value}Z`)
  if (Number.isNaN(asUtc)) return undefined
  const shift = Date.parse(`${fieldValue(asUtc)}Z`) - Math.floor(asUtc / 60_000) * 60_000
  const guess = asUtc - shift
  const off = Date.parse(`${fieldValue(guess)}Z`) - Math.floor(asUtc / 60_000) * 60_000
  return guess - off
}
