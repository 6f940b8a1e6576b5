/**
 * A point on an axis where a party's stance may change. `party` is undefined when what may change is
 * which parties are counted.
 */
export type Touch = readonly [at: number, party: string | undefined]

/** The touches of one party at some points of an axis. */
export function* touches(party: string | undefined, points: Iterable<number>): Generator<Touch> {
  for (const at of points) yield [at, party]
}
