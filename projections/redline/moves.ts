import { type Clause, type Content, readingOrder } from '../drafts/clause.ts'
import { childrenOf } from '../drafts/clause-order.ts'
import type { Group } from './groups.ts'

/**
 * The clauses of the later text that stand elsewhere than in the earlier one: within another
 * clause, or among its siblings in another order. Of siblings that changed their order the fewest
 * are said to have moved.
 */
export function movedIn(before: Content, after: Content, groups: readonly Group[]): Set<string> {
  const earlier = new Map<string, Clause>()
  const group = new Map<string, number>()
  for (const [index, { before: from, after: to }] of groups.entries()) {
    for (const { id } of from) group.set(`before ${id}`, index)
    for (const { id } of to) group.set(`after ${id}`, index)
    if (from.length === 1 && to.length === 1) earlier.set((to[0] as Clause).id, from[0] as Clause)
  }
  const order = new Map(Array.from(readingOrder(before), ({ clause: { id } }, i) => [id, i]))
  const parent = (side: string, under: string | null) =>
    under === null ? 'top' : group.get(`${side} ${under}`)

  const moved = new Set<string>()
  const parents = [null, ...Array.from(readingOrder(after), ({ clause }) => clause.id)]
  for (const under of parents) {
    const siblings = childrenOf(after, under).flatMap((id) => {
      const was = earlier.get(id)
      if (was === undefined) return []
      if (parent('before', was.under) === parent('after', under)) {
        return [{ id, place: order.get(was.id) as number }]
      }
      moved.add(id)
      return []
    })
    const kept = longestRising(siblings.map(({ place }) => place))
    for (const [index, { id }] of siblings.entries()) if (!kept.has(index)) moved.add(id)
  }
  return moved
}

/** The indexes of a longest strictly rising subsequence. O(n log n). */
export function longestRising(numbers: readonly number[]): Set<number> {
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  for (const [index, number] of numbers.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((numbers[ends[middle] as number] as number) < number) low = middle + 1
      else high = middle
    }
    previous.push(ends[low - 1])
    ends[low] = index
  }
  const kept = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) kept.add(at)
  return kept
}
