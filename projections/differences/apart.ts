import type { Side } from '../stances/side.ts'

/** How far the parties that have a record on a subject stand apart on it. */
export interface Apart {
  /** How many are for it, against it, and on neither side: undecided, withdrawn, conflicting. */
  readonly for: number
  readonly against: number
  readonly neither: number
  /** Pairs of a party that is for it and one that is against it. */
  readonly opposing: number
  /** All pairs of parties with a record. */
  readonly pairs: number
  /** `opposing / pairs`, from 0 to 1; 0 where there is no pair. */
  readonly apart: number
}

/** The sides of all parties with a record, reckoned up: opposing pairs over all pairs. */
export function apartOf(sides: Iterable<Side | undefined>): Apart {
  const count = { for: 0, against: 0, neither: 0 }
  for (const side of sides) count[side ?? 'neither'] += 1
  const all = count.for + count.against + count.neither
  const opposing = count.for * count.against
  const pairs = (all * Math.max(0, all - 1)) / 2
  return { ...count, opposing, pairs, apart: pairs === 0 ? 0 : opposing / pairs }
}
