import { wordsOf } from '../text/tokens.ts'
import type { WordCounts } from './likeness.ts'

/** Places of a clause in the earlier and in the later text. */
export type Places = readonly [left: number, right: number]

interface Side {
  /** The words of each clause; undefined where it says nothing, or is not to be paired. */
  readonly says: readonly (string | undefined)[]
  readonly free: Set<number>
}

/**
 * The clauses that say the same in both texts, word for word. Where more than one pair does, those go together
 * whose neighbours say the same too, then those that stand nearest to one another, in their order.
 *
 * @param taken the places of clauses that are not to be paired
 */
export function exactPairs(
  left: readonly WordCounts[],
  right: readonly WordCounts[],
  taken: { readonly left: ReadonlySet<number>; readonly right: ReadonlySet<number> },
): Places[] {
  const [lefts, rights] = [sideOf(left, taken.left), sideOf(right, taken.right)]
  const pairs: Places[] = []
  const take = (pair: Places) => {
    pairs.push(pair)
    lefts.free.delete(pair[0])
    rights.free.delete(pair[1])
  }
  const both: Key = (says, at) => JSON.stringify([says[at - 1], says[at], says[at + 1]])
  const before: Key = (says, at) => JSON.stringify([says[at - 1], says[at]])
  const after: Key = (says, at) => JSON.stringify([says[at], says[at + 1]])
  for (const key of [both, before, after, (says, at) => says[at] as string] satisfies Key[]) {
    const ofRight = Map.groupBy(rights.free, (at) => key(rights.says, at))
    for (const [said, places] of Map.groupBy(lefts.free, (at) => key(lefts.says, at))) {
      const others = ofRight.get(said) ?? []
      for (const pair of nearest(places, others, left.length, right.length)) take(pair)
    }
  }
  return pairs
}

type Key = (says: Side['says'], at: number) => string

function sideOf(clauses: readonly WordCounts[], taken: ReadonlySet<number>): Side {
  const says = clauses.map(saidBy)
  const free = says.flatMap((said, at) => (said === undefined || taken.has(at) ? [] : [at]))
  return { says, free: new Set(free) }
}

/** Its words, whatever their case; the marks alone where it has no words. */
function saidBy({ heading, text }: WordCounts): string | undefined {
  const said = [wordsOf(heading ?? ''), wordsOf(text)]
  if (said.some((words) => words.length > 0)) return JSON.stringify(said)
  const marks = `${heading ?? ''}\n${text}`.trim()
  return marks === '' ? undefined : marks
}

/** Each place of the side that has fewer with one of the other, in order, as near as may be. */
function nearest(
  lefts: readonly number[],
  rights: readonly number[],
  ofLeft: number,
  ofRight: number,
): Places[] {
  const isLeftFewer = lefts.length <= rights.length
  const [few, many] = isLeftFewer ? [lefts, rights] : [rights, lefts]
  const [ofFew, ofMany] = isLeftFewer ? [ofLeft, ofRight] : [ofRight, ofLeft]
  const apart = (at: number, index: number) =>
    Math.abs(at / ofFew - (many[index] as number) / ofMany)
  let next = 0
  return few.map((at, index) => {
    const last = many.length - (few.length - index)
    while (next < last && apart(at, next + 1) < apart(at, next)) next += 1
    const other = many[next++] as number
    return isLeftFewer ? [at, other] : [other, at]
  })
}
