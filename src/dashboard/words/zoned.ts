/** A day and time of day as a clock in some zone shows it; months from 1. */
export interface ClockTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

const MINUTE = 60_000

const formatters = new Map<string, Intl.DateTimeFormat>()

/** As many clock times are kept: more than one picture shows. */
const KEPT = 5_000

/** Clock times by zone and minute: the browser takes some microseconds for each. */
const known = new Map<string, ClockTime>()

/** The clock of a zone (an IANA name) at an instant in milliseconds. */
export function clockTimeAt(time: number, zone: string): ClockTime {
  const key = `${Math.floor(time / MINUTE)} ${zone}`
  const clockTime = known.get(key) ?? readClock(time, zone)
  if (known.size >= KEPT) known.clear()
  known.set(key, clockTime)
  return clockTime
}

function readClock(time: number, zone: string): ClockTime {
  const formatter =
    formatters.get(zone) ??
    // Sweden writes dates as ISO 8601 does.
    new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
  formatters.set(zone, formatter)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = formatter
    .format(time)
    .split(/\D/)
    .map(Number)
  return { year, month, day, hour, minute }
}

/**
 * The instant, in milliseconds, at which the clock of a zone shows a time. A time that the clock
 * skips is taken as if it had not been put forward.
 */
export function instantOf(shown: ClockTime, zone: string): number {
  const wanted = asUtc(shown)
  const guess = wanted - offsetAt(wanted, zone)
  return wanted - offsetAt(guess, zone)
}

/** The difference between the clock of a zone and that of UTC, in milliseconds. */
function offsetAt(time: number, zone: string): number {
  return asUtc(clockTimeAt(time, zone)) - Math.floor(time / MINUTE) * MINUTE
}

function asUtc({ year, month, day, hour, minute }: ClockTime): number {
  return Date.UTC(year, month - 1, day, hour, minute)
}
