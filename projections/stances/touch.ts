/** A place on an axis, and the party whose stance may change there; none where who counts may. */
export type Touch = readonly [at: number, party: string | undefined]

/** The touches of one party at each of some places. */
export function* touches(party: string | undefined, places: Iterable<number>): Generator<Touch> {
  for (const at of places) yield [at, party]
}
