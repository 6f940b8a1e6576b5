import type { UncertainDate } from '../../events/envelope.ts'

/** Where an instant lies: half-open, in milliseconds since 1970, UTC. */
export interface Window {
  readonly from: number
  readonly until: number
}

/**
 * The window of an uncertain date: an open start is -Infinity, and an open end is bounded by when
 * the event was recorded, since an event tells of what has come about.
 *
 * @param recordedAt UTC, ISO 8601
 */
export function windowOf(date: UncertainDate, recordedAt: string): Window {
  const from = date.from === null ? Number.NEGATIVE_INFINITY : Date.parse(date.from)
  const until =
    date.until === null ? Math.max(from, Date.parse(recordedAt)) : Date.parse(date.until)
  return { from, until }
}
