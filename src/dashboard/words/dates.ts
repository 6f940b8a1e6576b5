import type { UncertainDate } from '../../../events/envelope.ts'
import { zone } from '../state/preferences.ts'
import { clockTimeAt } from './zoned.ts'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** An instant as a clock in the reader's zone shows it, to the minute: "2 Dec 2025, 23:59". */
export function instantText(time: number | string): string {
  return `${dayText(time)}, ${timeOfDayText(time)}`
}

/** The day of an instant, in the reader's zone. */
export function dayText(time: number | string): string {
  const { year, month, day } = clockTimeAt(new Date(time).getTime(), zone.value)
  return `${day} ${MONTHS[month - 1]} ${year}`
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
