import { wordsOf } from '../text/tokens.ts'
import type { Likenesses, WordCounts } from './likeness.ts'
import { type Pair, WEAKEST } from './pairs.ts'

/** Texts whose sure pairs mostly keep their numbers were not renumbered. */
const NOT_RENUMBERED = 0.8

/** Less alike than this, a number that agrees does not make a pair. */
const LEAST_ALIKE = 0.35

interface Free {
  readonly left: ReadonlySet<number>
  readonly right: ReadonlySet<number>
}

/** In the order of what stands around them, clauses that are so much alike are the same. */
const ALIKE_IN_ORDER = 0.4

/**
 * Pairs for which headings, numbers or order speak, among clauses that words alone did not pair:
 *
 * - the same heading, where no other clause of its text has it, with the same number, some words in
 *   common, or in order
 * - in order, those without a rival that have enough words in common, or some and the same number
 * - the same number, where none other has it and the text was not renumbered, with words in common
 *
 * Two clauses are in order if the sure pairs before and after the one stand before and after the
 * other.
 *
 * @param sure pairs found before
 * @param likely the best pairs that are left and have no rival
 * @param free places that are in no pair or group
 */
export function agreeingPairs(
  left: readonly WordCounts[],
  right: readonly WordCounts[],
  likenesses: Likenesses,
  sure: readonly Pair[],
  likely: readonly Pair[],
  free: Free,
): Pair[] {
  const pairOf = (l: number, r: number): Pair => {
    const { alike } = likenesses.of(l, r)
    return { left: l, right: r, alike, score: alike, distinctive: true }
  }
  const isNumbered = ({ left: l, right: r }: Pair) => {
    const label = labelOf(left[l] as WordCounts)
    return label !== undefined && label === labelOf(right[r] as WordCounts)
  }
  const isInOrder = orderOf(sure, left.length, right.length)
  const found: Pair[] = []
  const used = { left: new Set<number>(), right: new Set<number>() }
  const take = (pairs: readonly Pair[]) => {
    for (const pair of pairs) {
      if (!free.left.has(pair.left) || !free.right.has(pair.right)) continue
      if (used.left.has(pair.left) || used.right.has(pair.right)) continue
      used.left.add(pair.left)
      used.right.add(pair.right)
      found.push(pair)
    }
  }
  const unique = (keyOf: (wording: WordCounts) => string | undefined) =>
    uniquePairs(left, right, keyOf)
      .filter(([l, r]) => free.left.has(l) && free.right.has(r))
      .map(([l, r]) => pairOf(l, r))
  take(
    unique(headingOf).filter(
      (pair) => pair.alike >= WEAKEST || isNumbered(pair) || isInOrder(pair),
    ),
  )
  take(
    likely.filter((pair) => isInOrder(pair) && (pair.alike >= ALIKE_IN_ORDER || isNumbered(pair))),
  )
  const labelled = [...sure, ...found].filter((pair) => labelOf(left[pair.left] as WordCounts))
  const isKept = labelled.filter(isNumbered).length >= NOT_RENUMBERED * labelled.length
  if (isKept && labelled.length > 0) {
    take(unique(labelOf).filter(({ alike }) => alike >= LEAST_ALIKE))
  }
  return found
}

/** Tells whether a pair is in the order of the sure pairs around it. */
export function orderOf(
  sure: readonly Pick<Pair, 'left' | 'right'>[],
  lefts: number,
  rights: number,
): (pair: Pick<Pair, 'left' | 'right'>) => boolean {
  const partner = new Map(sure.map((pair) => [pair.left, pair.right]))
  const before: number[] = []
  let last = -1
  for (let at = 0; at < lefts; at++) {
    before.push(last)
    last = partner.get(at) ?? last
  }
  const after: number[] = []
  let next = rights
  for (let at = lefts - 1; at >= 0; at--) {
    after[at] = next
    next = partner.get(at) ?? next
  }
  return ({ left, right }) => (before[left] as number) < right && right < (after[left] as number)
}

/** Places in both texts with the same key, where one place of each text has it. */
function uniquePairs(
  left: readonly WordCounts[],
  right: readonly WordCounts[],
  keyOf: (wording: WordCounts) => string | undefined,
): (readonly [left: number, right: number])[] {
  const [lefts, rights] = [left, right].map((side) =>
    Map.groupBy(side.keys(), (place) => keyOf(side[place] as WordCounts)),
  ) as [Map<string | undefined, number[]>, Map<string | undefined, number[]>]
  return Array.from(lefts).flatMap(([key, [l, ...more]]) => {
    const [r, ...others] = rights.get(key) ?? []
    const isUnique = key !== undefined && more.length === 0 && others.length === 0
    return isUnique && l !== undefined && r !== undefined ? [[l, r] as const] : []
  })
}

function headingOf({ heading }: WordCounts): string | undefined {
  const words = wordsOf(heading ?? '')
  return words.length === 0 ? undefined : words.join(' ')
}

/** The words of a label, by which labels are compared. */
export function labelOf({ label }: WordCounts): string | undefined {
  const words = wordsOf(label ?? '')
  return words.length === 0 ? undefined : words.join(' ')
}
