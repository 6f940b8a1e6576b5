/** Days of the example as its source files write them (`03-14`), all of one year. */
export const YEAR = '2025'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
]

/** A day as the ledger takes it. */
export function dateOf(day: string): string {
  return `${YEAR}-${day}`
}

/** A time of a day by the clock of the conference, two hours ahead of UTC. */
export function timeOf(day: string, minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  return `${dateOf(day)}T${two(hour)}:${two(minute)}+02:00`
}

export function plusDays(day: string, days: number): string {
  const at = Date.parse(`${dateOf(day)}T00:00:00.000Z`) + days * 86_400_000
  return new Date(at).toISOString().slice(5, 10)
}

export function daysFrom(first: string, last: string): number {
  return (Date.parse(dateOf(last)) - Date.parse(dateOf(first))) / 86_400_000
}

/** A day in words: 14 March. */
export function inWords(day: string): string {
  const [month = '', date = ''] = day.split('-')
  return `${Number(date)} ${MONTHS[Number(month) - 1]}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
