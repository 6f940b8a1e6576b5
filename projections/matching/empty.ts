import { labelOf, orderOf } from './agreeing.ts'
import type { Places } from './exact.ts'
import type { WordCounts } from './likeness.ts'
import type { Pair } from './pairs.ts'

/** The number in a label: digits, roman or Chinese numbers, or one capital. */
const NUMBER = /\p{N}+|[〇零一二三四五六七八九十百千]+|(?<!\p{L})(?:[IVXLCDM]+|\p{Lu})(?!\p{L})/gu

/**
 * The clauses without words of their own that are the same, as chapters are that have a number and
 * no title. What stands in such a clause tells more than its number:
 *
 * 1. one, or the same number in a row, between sure neighbours
 * 2. one before the same clause, where both are called alike, whatever their numbers
 * 3. those with the same label in the order of what is sure around them, where no other has it there
 *
 * @param sure pairs of other clauses
 * @param taken the places of clauses that are not to be paired
 */
export function emptyPairs(
  left: readonly WordCounts[],
  right: readonly WordCounts[],
  sure: readonly Pick<Pair, 'left' | 'right'>[],
  taken: { readonly left: ReadonlySet<number>; readonly right: ReadonlySet<number> },
): Places[] {
  const lefts = emptyPlaces(left, taken.left)
  const rights = emptyPlaces(right, taken.right)
  const partner = new Map(sure.map((pair) => [pair.left, pair.right]))
  partner.set(-1, -1).set(left.length, right.length)
  const found: Places[] = []
  const take = (l: number, r: number) => {
    found.push([l, r])
    lefts.delete(l)
    rights.delete(r)
    partner.set(l, r)
  }
  for (const { from, length } of runsOf(lefts)) {
    const other = (partner.get(from - 1) ?? Number.NaN) + 1
    const places = Array.from({ length }, (_, n) => other + n)
    const isBetween = partner.get(from + length) === other + length
    if (isBetween && places.every((r) => rights.has(r))) {
      for (const [n, r] of places.entries()) take(from + n, r)
    }
  }
  for (const l of [...lefts].reverse()) {
    const r = (partner.get(l + 1) ?? Number.NaN) - 1
    const name = nameOf(left[l])
    if (name !== undefined && rights.has(r) && name === nameOf(right[r])) take(l, r)
  }
  const pairs = Array.from(partner, ([l, r]) => ({ left: l, right: r }))
  const isInOrder = orderOf(pairs, left.length, right.length)
  const labels = Map.groupBy(rights, (r) => labelOf(right[r] as WordCounts))
  const likely = [...lefts].flatMap((l): Places[] => {
    const label = labelOf(left[l] as WordCounts)
    const [r, ...others] =
      label === undefined
        ? []
        : firstTwo(labels.get(label) ?? [], (each) => isInOrder({ left: l, right: each }))
    return r === undefined || others.length > 0 ? [] : [[l, r]]
  })
  for (const [r, places] of Map.groupBy(likely, ([, place]) => place)) {
    const [pair, ...others] = places
    if (pair !== undefined && others.length === 0) take(pair[0], r)
  }
  return found
}

/** The places of clauses with neither heading nor text, in order. */
function emptyPlaces(clauses: readonly WordCounts[], taken: ReadonlySet<number>): Set<number> {
  const places = clauses.flatMap(({ heading, text }, at) =>
    (heading ?? '').trim() !== '' || text.trim() !== '' || taken.has(at) ? [] : [at],
  )
  return new Set(places)
}

/** Places that follow one another, as where they begin and how many they are. */
function runsOf(places: Iterable<number>): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  for (const at of places) {
    const last = runs.at(-1)
    if (last !== undefined && last.from + last.length === at) last.length += 1
    else runs.push({ from: at, length: 1 })
  }
  return runs
}

/** A label without its number: `chapter` of `CHAPTER II`. */
function nameOf(clause: WordCounts | undefined): string | undefined {
  return clause?.label?.replace(NUMBER, '').trim().toLowerCase()
}

function firstTwo(places: readonly number[], isLikely: (place: number) => boolean): number[] {
  const found: number[] = []
  for (const place of places) {
    if (isLikely(place)) found.push(place)
    if (found.length === 2) break
  }
  return found
}
