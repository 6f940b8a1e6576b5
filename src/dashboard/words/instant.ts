/** A day, or a minute or more of one with its offset from UTC. */
const INSTANT = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/i

/**
 * The instant that an address gives in ISO 8601, in milliseconds; a day is its beginning in UTC.
 * Undefined for anything else: `Date.parse` alone takes "entry 37" for a day in the year 2037.
 */
export function instantIn(text: string): number | undefined {
  const [, day] = INSTANT.exec(text) ?? []
  if (day === undefined || !isInCalendar(day)) return undefined
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : time
}

/** False for the 30th of February, which `Date.parse` takes for the 1st or 2nd of March. */
function isInCalendar(day: string): boolean {
  const time = Date.parse(`${day}T00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

/** The day of an instant in UTC, in ISO 8601: `2025-12-02`; by default today. */
export function utcDay(time: number = Date.now()): string {
  return new Date(time).toISOString().slice(0, 10)
}
