/** One clause of each text that may be the same. */
export interface Pair {
  readonly left: number
  readonly right: number
  /** By what they say, 0 to 1. */
  readonly alike: number
  /** True if they share words that no other clause has. */
  readonly distinctive: boolean
  /** The same corrected by where they stand: what pairs are ranked by. */
  readonly score: number
}

/** Less alike than this, clauses are not even reported as perhaps the same. */
export const WEAKEST = 0.2

/** From here on the words alone make a pair. */
const STRONG = 0.5

/** Less alike than this, two clauses are not the same by what many others say as well. */
const CLEAR = 0.75

/** The margin by which better a pair must be than what else either of its clauses might be. */
const MARGIN = 0.05

/** Each clause with one other at most, the best pairs first. */
export function pairUp(candidates: readonly Pair[]): Pair[] {
  const best = [...candidates].sort(
    (a, b) => b.score - a.score || a.left - b.left || a.right - b.right,
  )
  const lefts = new Set<number>()
  const rights = new Set<number>()
  const pairs: Pair[] = []
  for (const pair of best) {
    if (lefts.has(pair.left) || rights.has(pair.right)) continue
    lefts.add(pair.left)
    rights.add(pair.right)
    pairs.push(pair)
  }
  return pairs
}

/** Tells if the words of a pair that has no rival make it one, wherever it stands. */
export function isStrong({ alike }: Pair): boolean {
  return alike >= STRONG
}

/**
 * The pairs that nothing speaks against: their clauses share more than what others say as well, and
 * they are alone. A rival is a candidate that has one clause of the pair and is nearly as good, unless
 * it is no better and its other clause is better off where it is.
 */
export function undisputed(candidates: readonly Pair[], pairs: readonly Pair[]): Pair[] {
  const ofLeft = Map.groupBy(candidates, ({ left }) => left)
  const ofRight = Map.groupBy(candidates, ({ right }) => right)
  const lefts = new Map(pairs.map((pair) => [pair.left, pair]))
  const rights = new Map(pairs.map((pair) => [pair.right, pair]))
  return pairs.filter((pair) => {
    const isRival = (other: Pair, itsOther: Pair | undefined) =>
      (other.left !== pair.left || other.right !== pair.right) &&
      other.score > pair.score - MARGIN &&
      (other.score > pair.score || itsOther === undefined || itsOther.score < other.score)
    const isOfMany = pair.alike < CLEAR && !pair.distinctive
    return !(
      isOfMany ||
      ofLeft.get(pair.left)?.some((other) => isRival(other, rights.get(other.right))) ||
      ofRight.get(pair.right)?.some((other) => isRival(other, lefts.get(other.left)))
    )
  })
}
