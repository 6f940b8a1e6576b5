const DAY = 86_400_000

/** One stop for each time, and one before them all where something has no beginning. */
export function stopsOf(from: readonly (string | null)[]): number[] {
  const dated = from.filter((bound) => bound !== null).map((bound) => Date.parse(bound))
  const stops = [...new Set(dated)].sort((a, b) => a - b)
  const [first] = stops
  if (first === undefined) return []
  return from.length > dated.length ? [first - DAY, ...stops] : stops
}
