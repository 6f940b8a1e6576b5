import type { TemporalKey } from '../time/bitemporal.ts'

/**
 * The place of an item in the timeline: valid time in milliseconds, then the rank of its entry. A
 * plan ranks half a step after the entry that made it.
 */
export type Place = Pick<TemporalKey, 'from' | 'entry'>

export function cursorOf({ from, entry }: Place): string {
  return `${from}_${entry}`
}

/** @throws {RangeError} where the text is no cursor that `cursorOf` makes. */
export function placeOfCursor(cursor: string): Place {
  const parts = /^(-?\d{1,17}|-Infinity)_(\d{1,15}(?:\.5)?)$/.exec(cursor)
  if (parts === null) throw new RangeError(`${cursor} is no cursor of a timeline`)
  return { from: Number(parts[1]), entry: Number(parts[2]) }
}
