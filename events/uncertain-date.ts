import { refusedDate, separatedRefusal, UncertainDateError } from './date-refusal.ts'
import { windowOf } from './date-window.ts'

export { UncertainDateError }

/**
 * Reads a date as a person gives it: one instant, uncertainly known.
 *
 * Understood are calendar dates and times of ISO 8601 in the extended format and EDTF level 1
 * (https://www.loc.gov/standards/datetime/). An interval means some instant within it. A side that
 * is `..` or left out is open; `../` alone, open on both sides, means *already standing*. The
 * qualifiers `~`, `?` and `%` stay in the text and widen nothing. Beyond EDTF, a time of day may be
 * qualified, and a side of an interval may be any date that stands alone.
 *
 * @returns the text as given, and the half-open window [from, until) as UTC milliseconds in ISO
 *   8601 (six-digit years outside 0000 to 9999, as `toISOString` writes them); null where open.
 * @throws {UncertainDateError} the text is no such date.
 */
export function parseUncertainDate(text: string): {
  text: string
  from: string | null
  until: string | null
} {
  const separated = separatedRefusal(text)
  if (separated !== undefined) throw separated
  const [first = '', last, ...more] = text.split('/')
  if (last === undefined) {
    const { from, until } = windowOf(text)
    return { text, from: iso(from), until: iso(until) }
  }
  if (more.length > 0) throw refusedDate(text, 'date_slashes')
  if (first === '' && last === '') throw refusedDate(text, 'date_open_on_both_sides')
  const from = isOpen(first) ? null : windowOf(first).from
  const until = isOpen(last) ? null : windowOf(last).until
  if (from !== null && until !== null && from >= until) {
    throw refusedDate(text, 'date_interval_backwards')
  }
  return { text, from: iso(from), until: iso(until) }
}

function isOpen(side: string): boolean {
  return side === '' || side === '..'
}

function iso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}
