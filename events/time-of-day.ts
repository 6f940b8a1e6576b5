import {
  dateRefusal,
  type PlainDateCode,
  refusedDate,
  type UncertainDateError,
} from './date-refusal.ts'
import type { Window } from './date-window.ts'

const FORM =
  /^(?<hour>\d\d):(?<minute>\d\d)(:(?<second>\d\d)(\.(?<decimals>\d+))?)?(?<offset>Z|[+-]\d\d(:\d\d)?)?$/

/**
 * A time of day with its offset from UTC, as wide as it is coarse: a minute, a second, or the last
 * of up to three decimals.
 *
 * @param time what follows the `T`, such as `14:00-05:00`
 * @param text the whole date, for messages
 * @returns milliseconds from the UTC midnight of its date; may be below 0 or beyond a day.
 * @throws {UncertainDateError} it is no time of day, or has no offset.
 */
export function timeOfDay(time: string, text: string): Window {
  const parts = FORM.exec(time)?.groups
  if (parts === undefined) throw dateRefusal(text)
  const refuse = (code: PlainDateCode) => refusedDate(text, code)
  const { hour = '', minute = '', second, decimals = '', offset } = parts
  if (offset === undefined) throw refuse('date_offset_missing')
  if (hour === '24') throw refuse('date_hour_24')
  if (Number(hour) > 23) throw refuse('date_hour_unknown')
  if (Number(minute) > 59) throw refuse('date_minute_unknown')
  if (second === '60') throw refuse('date_leap_second')
  if (Number(second ?? 0) > 59) throw refuse('date_second_unknown')
  if (decimals.length > 3) throw refuse('date_too_fine')

  const milliseconds = Number(second ?? 0) * 1000 + Number(decimals.padEnd(3, '0'))
  const local = (Number(hour) * 60 + Number(minute)) * 60_000 + milliseconds
  const from = local - offsetMinutes(offset, refuse) * 60_000
  const width = second === undefined ? 60_000 : 1000 / 10 ** decimals.length
  return { from, until: from + width }
}

function offsetMinutes(
  offset: string,
  refuse: (code: PlainDateCode) => UncertainDateError,
): number {
  if (offset === 'Z') return 0
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  if (hours > 23 || minutes > 59) throw refuse('date_offset_unknown')
  const size = hours * 60 + minutes
  if (offset.startsWith('+')) return size
  if (size === 0) throw refuse('date_offset_minus_zero')
  return -size
}
