/** One clause of each text that may be the same. */
export interface Pair {
  readonly left: number
  readonly right: number
  /** By what they say, 0 to 1. */
  readonly alike: number
  /** The same corrected by where they stand: what pairs are ranked by. */
  readonly score: number
}

/** Less alike than this, clauses are not even reported as perhaps the same. */
export const WEAKEST = 0.2

/** From here on the words alone make a pair. */
const STRONG = 0.5

/** How much better a pair must be than what else either of its clauses might be. */
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

/**
 * The pairs that are alike enough, and alone: a rival is a pair that has one clause of it and is
 * nearly as good, unless its other clause is better off where it is.
 */
export function surePairs(candidates: readonly Pair[], pairs: readonly Pair[]): Pair[] {
  const ofLeft = Map.groupBy(candidates, ({ left }) => left)
  const ofRight = Map.groupBy(candidates, ({ right }) => right)
  const lefts = new Map(pairs.map((pair) => [pair.left, pair]))
  const rights = new Map(pairs.map((pair) => [pair.right, pair]))
  const isBetterOff = (taken: Pair | undefined, rival: Pair) =>
    taken !== undefined && taken.score >= rival.score
  return pairs.filter((pair) => {
    const close = (other: Pair) => other !== pair && other.score > pair.score - MARGIN
    const toLeft = (ofLeft.get(pair.left) ?? []).filter(close)
    const toRight = (ofRight.get(pair.right) ?? []).filter(close)
    return (
      pair.alike >= STRONG &&
      toLeft.every((rival) => isBetterOff(rights.get(rival.right), rival)) &&
      toRight.every((rival) => isBetterOff(lefts.get(rival.left), rival))
    )
  })
}
