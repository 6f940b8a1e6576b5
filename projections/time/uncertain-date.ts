import type { UncertainDate } from '../../events/envelope.ts'

/** Milliseconds since 1970 of a bound, an ISO 8601 text; null, an open side, stays null. */
export function instant(bound: string | null): number | null {
  return bound === null ? null : Date.parse(bound)
}

/** Whether every instant at which A may be comes before every one at which B may be. */
export function provablyPrecedes(a: UncertainDate, b: UncertainDate): boolean {
  const end = instant(a.until)
  const start = instant(b.from)
  return end !== null && start !== null && end <= start
}
