import type { Unit } from './units.ts'

/** Something doubtful about the division of a text: a label that may be none, or a level. */
export interface Doubt {
  /** Its offset in the text in its normal form, in UTF-16 units; of clauses that were given, their place. */
  readonly at: number
  readonly label: string
  /** True if it was taken for a label. */
  readonly taken: boolean
  /**
   * The number skips others, comes again, falls, or begins late; the line goes on with a sentence; or
   * the unit stands more than one level below the one before.
   */
  readonly why: 'skips' | 'repeats' | 'falls' | 'begins_late' | 'goes_on' | 'skips_levels'
}

/** The most doubts that are told of one text. */
export const MOST_DOUBTS = 500

/** The most characters of words that name a unit without a label or heading. */
const SHOWN = 40

/** The units of a list that are more than one level below the one before, by their places in it. */
export function deepUnits(units: readonly Unit[]): Doubt[] {
  const doubts: Doubt[] = []
  let last = -1
  for (const [at, { label, heading, text, depth }] of units.entries()) {
    if (depth > last + 1 && doubts.length < MOST_DOUBTS) {
      const name = label ?? heading ?? text.slice(0, SHOWN)
      doubts.push({ at, label: name, taken: true, why: 'skips_levels' })
    }
    last = Math.min(depth, last + 1)
  }
  return doubts
}
