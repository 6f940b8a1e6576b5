import type { Likenesses } from './likeness.ts'
import type { Match } from './match.ts'
import type { Pair } from './pairs.ts'

/** So much of each part must be in the whole, and of the whole in its parts together. */
const WITHIN = 0.7

/** An operation merges, or makes, no more. */
const MOST_PARTS = 200

/** Shorter texts are in many others by chance. */
const FEWEST_SHINGLES = 6

type Side = 'left' | 'right'

/**
 * Clauses that became one, and one that became several: a clause that has no counterpart of its own,
 * and is for the most part within one that has another or several such.
 */
export function mergesAndSplits(
  likenesses: Likenesses,
  candidates: readonly Pair[],
  pairs: readonly Pair[],
): Match[] {
  const merges = grouped('right', likenesses, candidates, pairs)
  const used = {
    left: new Set(merges.flatMap(({ left }) => left)),
    right: new Set(merges.flatMap(({ right }) => right)),
  }
  const splits = grouped('left', likenesses, candidates, pairs).filter(
    ({ left, right }) =>
      !left.some((at) => used.left.has(at)) && !right.some((at) => used.right.has(at)),
  )
  return [...merges, ...splits]
}

/** @param whole the side on which one clause has what several have on the other */
function grouped(
  whole: Side,
  likenesses: Likenesses,
  candidates: readonly Pair[],
  pairs: readonly Pair[],
): Match[] {
  const part: Side = whole === 'left' ? 'right' : 'left'
  const good = pairs.filter(({ alike }) => alike >= 0.85)
  const settled = new Set(good.map((pair) => pair[part]))
  const parts = new Map<number, number[]>()
  for (const pair of candidates) {
    const { leftInRight, rightInLeft } = likenesses.of(pair.left, pair.right)
    const within = part === 'left' ? leftInRight : rightInLeft
    if (within < WITHIN || settled.has(pair[part])) continue
    if (likenesses.size(part, pair[part]) < FEWEST_SHINGLES) continue
    const others = parts.get(pair[whole])
    if (others === undefined) parts.set(pair[whole], [pair[part]])
    else others.push(pair[part])
  }
  const taken = new Set<number>()
  const wholes = [...parts].sort(([, a], [, b]) => b.length - a.length)
  return wholes.flatMap(([at, candidates]) => {
    const free = candidates.filter((each) => !taken.has(each)).sort((a, b) => a - b)
    const counted = contributing(likenesses, whole, at, free)
    if (counted.length < 2 || counted.length > MOST_PARTS) return []
    const alike = likenesses.together(whole, at, counted).covered
    if (alike < WITHIN) return []
    for (const each of counted) taken.add(each)
    return [
      whole === 'right'
        ? { left: counted, right: [at], alike }
        : { left: [at], right: counted, alike },
    ]
  })
}

/** Those without which less of the whole would be covered: a repeated part counts once. */
function contributing(
  likenesses: Likenesses,
  side: Side,
  whole: number,
  parts: readonly number[],
): number[] {
  const together = likenesses.together(side, whole, parts)
  return parts.filter((part) => {
    if (together.loss(part) >= 0.05) return true
    together.leave(part)
    return false
  })
}
