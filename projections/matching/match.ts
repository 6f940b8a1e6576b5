import { agreeingPairs } from './agreeing.ts'
import { emptyPairs } from './empty.ts'
import { exactPairs } from './exact.ts'
import { Likenesses, type WordCounts } from './likeness.ts'
import { mergesAndSplits } from './many-to-one.ts'
import { isStrong, type Pair, pairUp, undisputed, WEAKEST } from './pairs.ts'

/** Clauses of an earlier text and the ones of a later text that they are. */
export interface Match {
  readonly left: readonly number[]
  readonly right: readonly number[]
  /** The share of one another that they have, 0 to 1. */
  readonly alike: number
}

/** Places are from 0, in the order in which the texts were given. */
export interface Matching {
  readonly matches: readonly Match[]
  /** Pairs that are not taken for granted: too unlike, or others are as alike. Best first. */
  readonly uncertain: readonly Match[]
}

/** Pairs that the caller knows: a null says that no other clause is its counterpart. */
export type KnownPairs = readonly {
  readonly left: number | null
  readonly right: number | null
}[]

/**
 * Finds the clauses of an earlier text in a later one, by what they say and where they stand; a
 * heading or a number that agrees counts where words leave it open. A clause is in one match at most.
 *
 * 1. Those that say the same, word for word; of copies, those in the same place.
 * 2. Pairs by likeness (weighted Dice coefficient of words and word pairs), corrected by place, the
 *    most alike first.
 * 3. A clause that is left over and is for the most part within a counterpart of another makes a
 *    merge, or a split, of that pair.
 * 4. A pair is sure where its likeness is at least 0.5, or 0.3 between sure neighbours, no other
 *    clause comes close, and below 0.75 they share words that no other clause has.
 * 5. Of what is left, clauses whose headings or numbers agree ({@link agreeingPairs}). Of
 *    clauses that say nothing, those with the same neighbours or number ({@link emptyPairs}).
 */
export function match(
  left: readonly WordCounts[],
  right: readonly WordCounts[],
  known: KnownPairs = [],
): Matching {
  const likenesses = new Likenesses(left, right)
  const given = known.flatMap(({ left: l, right: r }) =>
    l === null || r === null
      ? []
      : [{ ...SAME, left: l, right: r, alike: likenesses.of(l, r).alike }],
  )
  const taken = placesOf(known)
  const exact = exactPairs(left, right, taken).map(([l, r]) => ({ ...SAME, left: l, right: r }))
  const settled = placesOf(exact)
  const candidates = candidatesOf(likenesses, left.length, right.length).filter(
    (pair) => !taken.left.has(pair.left) && !taken.right.has(pair.right),
  )
  const unsettled = candidates.filter(
    (pair) => !settled.left.has(pair.left) && !settled.right.has(pair.right),
  )
  const pairs = [...exact, ...pairUp(unsettled)]
  const many = mergesAndSplits(likenesses, candidates, pairs)
  const inMany = {
    left: new Set(many.flatMap((group) => group.left)),
    right: new Set(many.flatMap((group) => group.right)),
  }
  const single = pairs.filter((p) => !inMany.left.has(p.left) && !inMany.right.has(p.right))
  const clean = new Set(undisputed(candidates, pairs))
  const isExact = new Set<Pair>(exact)
  const sure = [...given, ...single.filter((p) => isExact.has(p) || (clean.has(p) && isStrong(p)))]
  const isSure = new Set<Pair>(sure)
  const rest = single.filter((pair) => !isSure.has(pair))
  const between = isBetween(sure, left.length, right.length)
  const placed = rest.filter((pair) => pair.alike >= 0.3 && clean.has(pair) && between(pair))
  const found = [...sure, ...placed]
  const agreeing = agreeingPairs(
    left,
    right,
    likenesses,
    found,
    rest.filter((pair) => clean.has(pair)),
    {
      left: freeOf(left.length, [taken.left, inMany.left, placesOf(found).left]),
      right: freeOf(right.length, [taken.right, inMany.right, placesOf(found).right]),
    },
  )
  const filled = [...found, ...agreeing]
  const { left: pairedLeft, right: pairedRight } = placesOf(filled)
  const isOpen = (pair: Pair) => !pairedLeft.has(pair.left) && !pairedRight.has(pair.right)
  const empty = emptyPairs(left, right, filled, taken).map(([l, r]) => ({
    ...SAME,
    left: l,
    right: r,
  }))
  const all = [...filled, ...empty]
  return {
    matches: [...all.map(asMatch), ...many].sort((a, b) => (a.right[0] ?? 0) - (b.right[0] ?? 0)),
    uncertain: rest.filter(isOpen).map(asMatch),
  }
}

const SAME = { alike: 1, score: 1, distinctive: true }

/** The places of a text that none of the sets has. */
function freeOf(length: number, taken: readonly ReadonlySet<number>[]): Set<number> {
  const places = Array.from({ length }, (_, place) => place)
  return new Set(places.filter((place) => !taken.some((set) => set.has(place))))
}

function placesOf(pairs: KnownPairs) {
  return {
    left: new Set(pairs.flatMap((pair) => pair.left ?? [])),
    right: new Set(pairs.flatMap((pair) => pair.right ?? [])),
  }
}

function candidatesOf(likenesses: Likenesses, lefts: number, rights: number): Pair[] {
  const pairs: Pair[] = []
  for (const [left, right] of likenesses.candidates()) {
    const { alike } = likenesses.of(left, right)
    if (alike < WEAKEST) continue
    const distinctive = likenesses.areDistinct(left, right)
    const apart = Math.abs(left / Math.max(1, lefts) - right / Math.max(1, rights))
    const score = 0.9 * alike + 0.1 * (1 - apart)
    pairs.push({ left, right, alike, distinctive, score })
  }
  return pairs
}

/** Tells if the clauses before and after, where there are any, are sure to be the same. */
function isBetween(sure: readonly Pair[], lefts: number, rights: number) {
  const known = new Set(sure.map(({ left, right }) => `${left} ${right}`))
  known.add('-1 -1').add(`${lefts} ${rights}`)
  return ({ left, right }: Pair) =>
    known.has(`${left - 1} ${right - 1}`) && known.has(`${left + 1} ${right + 1}`)
}

function asMatch({ left, right, alike }: Pair): Match {
  return { left: [left], right: [right], alike }
}
