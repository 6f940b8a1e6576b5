import { refusedDate, slashedRefusal, UncertainDateError } from './date-refusal.ts'
import { type Window, windowOf } from './date-window.ts'
import { meantDate } from './meant-date.ts'

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
  const [first = '', last, ...more] = text.split('/')
  if (last === undefined) {
    const { from, until } = readOne(text)
    return { text, from: iso(from), until: iso(until) }
  }
  const other = meantRefusal(text) ?? slashedRefusal(text)
  if (other !== undefined) throw other
  if (more.length > 0) throw refusedDate(text, 'date_slashes')
  if (first === '' && last === '') throw refusedDate(text, 'date_open_on_both_sides')
  const from = isOpen(first) ? null : readOne(first).from
  const until = isOpen(last) ? null : readOne(last).until
  if (from !== null && until !== null && from >= until) {
    throw refusedDate(text, 'date_interval_backwards')
  }
  return { text, from: iso(from), until: iso(until) }
}

/** @throws {UncertainDateError} it is no date: with the date that was probably meant, if there is one. */
function readOne(text: string): Window {
  try {
    return windowOf(text)
  } catch (error) {
    throw meantRefusal(text) ?? error
  }
}

/**
 * Refuses a text by the dates that may have been meant, or says what is wrong with the first of them;
 * undefined where none is known.
 */
function meantRefusal(text: string): unknown {
  const meant = meantDate(text)
  if (meant === undefined) return undefined
  const faults = meant.forms.map(faultOf)
  const forms = meant.forms.filter((_, index) => faults[index] === undefined)
  if (forms.length === 0) return faults[0]
  return new UncertainDateError({ code: meant.code, params: { text, forms } })
}

/** The fault of a date or an interval; undefined where it is one. */
function faultOf(text: string): unknown {
  try {
    for (const side of text.split('/')) windowOf(side)
    return undefined
  } catch (error) {
    return error
  }
}

function isOpen(side: string): boolean {
  return side === '' || side === '..'
}

function iso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}
