import type { UncertainDate } from '../../events/envelope.ts'

/** An instant, uncertainly known: half-open, in milliseconds since 1970, UTC; infinite where open. */
export interface TimeWindow {
  readonly from: number
  readonly until: number
}

/** The window of a date as it was given: that of a plan, such as an `until` or a schedule. */
export function windowOfDate({ from, until }: UncertainDate): TimeWindow {
  return {
    from: from === null ? Number.NEGATIVE_INFINITY : Date.parse(from),
    until: until === null ? Number.POSITIVE_INFINITY : Date.parse(until),
  }
}

/** The window of what had come about by `instant`. One that begins later is a plan and stays. */
export function closedBy(instant: number, { from, until }: TimeWindow): TimeWindow {
  return { from, until: from < instant ? Math.min(until, instant) : until }
}

/** The window in which a fact began to be so: its `since` where it gives one, else its own. */
export function beginningOf(fact: TimeWindow, since: UncertainDate | undefined): TimeWindow {
  if (since === undefined) return { from: fact.from, until: fact.until }
  return closedBy(fact.until, windowOfDate(since))
}
