import { edgesOf, type HeldTree } from './held.ts'

/** A stretch of valid time: from a time on and before another, in milliseconds. */
export interface Stretch {
  readonly from: number
  readonly end: number
}

/** Of more positions than these the stretch is not worth its search. */
const FEW = 64

/**
 * The stretch around a valid time within which those positions answer alike, since none of them
 * begins, ends or becomes certain there; undefined where they are many.
 */
export function constantAround(tree: HeldTree, validTime: number): Stretch | undefined {
  let [from, end, left] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, FEW]
  const narrow = (edge: number) => {
    if (edge > validTime) end = Math.min(end, edge)
    else from = Math.max(from, edge)
  }
  const walk = (node: HeldTree): void => {
    if (node === undefined || left < 0) return
    left -= 1
    const { item } = node
    for (const edge of edgesOf(item)) narrow(edge)
    walk(node.earlier)
    walk(node.later)
  }
  walk(tree)
  return left < 0 ? undefined : { from, end }
}
