const DAY = 86_400_000

/** One stop for each time, and one before them all where something has no beginning. */
export function stopsOf(from: readonly (string | null)[]): number[] {
  const dated = from.filter((bound) => bound !== null).map((bound) => Date.parse(bound))
  const stops = [...new Set(dated)].sort((a, b) => a - b)
  const [first] = stops
  if (first === undefined) return []
  return from.length > dated.length ? [first - DAY, ...stops] : stops
}

/** A place of the slider: a time, or the present whenever that is. */
export type Stop = number | 'now'

/** The present as a step of its own: the last one, but for what is still to come. */
export function withNow(stops: readonly number[], now: number): Stop[] {
  if (stops.length === 0) return []
  const ahead = stops.findIndex((time) => time > now)
  const past = ahead < 0 ? stops.length : ahead
  return [...stops.slice(0, past), 'now', ...stops.slice(past)]
}

/** On which step the slider stands: the last one that has come by then; the first before them all. */
export function placeIn(steps: readonly Stop[], at: Stop): number {
  const place =
    at === 'now'
      ? steps.indexOf('now')
      : steps.findLastIndex((step) => step !== 'now' && step <= at)
  return Math.max(0, place)
}
