import { Likenesses, type Wording } from './likeness.ts'
import { mergesAndSplits } from './many-to-one.ts'
import { type Pair, pairUp, surePairs, WEAKEST } from './pairs.ts'

/** Clauses of an earlier text and the ones of a later text that they are. */
export interface Match {
  readonly left: readonly number[]
  readonly right: readonly number[]
  /** How much of one another they have, 0 to 1. */
  readonly alike: number
}

/** Places are from 0, in the order in which the texts were given. */
export interface Matching {
  readonly matches: readonly Match[]
  /** Pairs that are not taken for granted: too unlike, or others are as alike. Best first. */
  readonly uncertain: readonly Match[]
}

/** Pairs that the caller knows: a null says that its counterpart is none of the others. */
export type KnownPairs = readonly {
  readonly left: number | null
  readonly right: number | null
}[]

/**
 * Which clauses of an earlier text are which of a later one, by what they say and where they stand
 * and never by their printed numbers. A clause is in one match at most.
 *
 * 1. Pairs by likeness (weighted Dice coefficient of words and word pairs), corrected by place, the
 *    most alike first.
 * 2. A clause that is left over and is for the most part within a counterpart of another makes a
 *    merge, or a split, of that pair.
 * 3. A pair is sure where its likeness is at least 0.5, or 0.3 between sure neighbours, and no other
 *    clause comes close. Two empty clauses are the same between sure neighbours.
 */
export function match(
  left: readonly Wording[],
  right: readonly Wording[],
  known: KnownPairs = [],
): Matching {
  const likenesses = new Likenesses(left, right)
  const taken = {
    left: new Set(known.flatMap((pair) => pair.left ?? [])),
    right: new Set(known.flatMap((pair) => pair.right ?? [])),
  }
  const candidates = candidatesOf(likenesses, left.length, right.length).filter(
    (pair) => !taken.left.has(pair.left) && !taken.right.has(pair.right),
  )
  const pairs = pairUp(candidates)
  const many = mergesAndSplits(likenesses, candidates, pairs)
  const inMany = {
    left: new Set(many.flatMap((group) => group.left)),
    right: new Set(many.flatMap((group) => group.right)),
  }
  const single = pairs.filter((p) => !inMany.left.has(p.left) && !inMany.right.has(p.right))
  const given = known.flatMap(({ left: l, right: r }) =>
    l === null || r === null
      ? []
      : [{ left: l, right: r, alike: likenesses.of(l, r).alike, score: 1 }],
  )
  const sure = [...given, ...surePairs(candidates, pairs).filter((pair) => single.includes(pair))]
  const rest = single.filter((pair) => !sure.includes(pair))
  const between = (pair: Pair) => isBetween(pair, sure, left.length, right.length)
  const placed = rest.filter((pair) => pair.alike >= 0.3 && between(pair))
  sure.push(...placed, ...empties(left, right, [...sure, ...placed], taken))
  return {
    matches: [...sure.map(asMatch), ...many].sort((a, b) => (a.right[0] ?? 0) - (b.right[0] ?? 0)),
    uncertain: rest.filter((pair) => !placed.includes(pair)).map(asMatch),
  }
}

function candidatesOf(likenesses: Likenesses, lefts: number, rights: number): Pair[] {
  const pairs: Pair[] = []
  for (const [left, right] of likenesses.candidates()) {
    const { alike } = likenesses.of(left, right)
    const apart = Math.abs(left / Math.max(1, lefts) - right / Math.max(1, rights))
    if (alike >= WEAKEST) pairs.push({ left, right, alike, score: 0.9 * alike + 0.1 * (1 - apart) })
  }
  return pairs
}

/** Whether the clauses before and after, where there are any, are sure to be the same. */
function isBetween(
  { left, right }: { readonly left: number; readonly right: number },
  sure: readonly Pair[],
  lefts: number,
  rights: number,
): boolean {
  const known = new Set(sure.map((pair) => `${pair.left} ${pair.right}`))
  const before = left === 0 && right === 0
  const after = left === lefts - 1 && right === rights - 1
  return (
    (before || known.has(`${left - 1} ${right - 1}`)) &&
    (after || known.has(`${left + 1} ${right + 1}`))
  )
}

/** Clauses that say nothing at all, between sure neighbours. */
function empties(
  left: readonly Wording[],
  right: readonly Wording[],
  sure: readonly Pair[],
  taken: { readonly left: ReadonlySet<number>; readonly right: ReadonlySet<number> },
): Pair[] {
  const empty = (side: readonly Wording[], done: ReadonlySet<number>) =>
    side.flatMap(({ heading, text }, at) =>
      (heading ?? '').trim() === '' && text.trim() === '' && !done.has(at) ? [at] : [],
    )
  const pairs: Pair[] = []
  const rights = empty(right, taken.right)
  for (const at of empty(left, taken.left)) {
    const pair = rights.find((r) =>
      isBetween({ left: at, right: r }, [...sure, ...pairs], left.length, right.length),
    )
    if (pair !== undefined) pairs.push({ left: at, right: pair, alike: 1, score: 1 })
  }
  return pairs
}

function asMatch({ left, right, alike }: Pair): Match {
  return { left: [left], right: [right], alike }
}
