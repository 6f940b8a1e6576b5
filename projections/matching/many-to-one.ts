import type { Likenesses } from './likeness.ts'
import type { Match } from './match.ts'
import type { Pair } from './pairs.ts'

/** So much of each part must be in the whole, and of the whole in its parts together. */
const WITHIN = 0.7

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
  const used = new Set(merges.flatMap(({ left }) => left))
  const splits = grouped('left', likenesses, candidates, pairs).filter(
    ({ left, right }) =>
      !left.some((at) => used.has(at)) && !merges.some((m) => right.includes(m.right[0] as number)),
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
    parts.set(pair[whole], [...(parts.get(pair[whole]) ?? []), pair[part]])
  }
  const taken = new Set<number>()
  const wholes = [...parts].sort(([, a], [, b]) => b.length - a.length)
  return wholes.flatMap(([at, candidates]) => {
    const free = candidates.filter((each) => !taken.has(each)).sort((a, b) => a - b)
    const counted = contributing(likenesses, whole, at, free)
    if (counted.length < 2) return []
    const alike = likenesses.covered(whole, at, counted)
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
  let kept = [...parts]
  for (const part of parts) {
    const without = kept.filter((each) => each !== part)
    const loss = likenesses.covered(side, whole, kept) - likenesses.covered(side, whole, without)
    if (loss < 0.05) kept = without
  }
  return kept
}
