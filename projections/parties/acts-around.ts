import type { Act } from '../time/acts.ts'
import { compareKeys, type Node, type TemporalKey } from '../time/bitemporal.ts'

type Tree<A> = Node<A, number> | undefined
type DatedAct = Act & TemporalKey

/**
 * The acts that can bear on the state at `instant`: those of its cluster, and of the clusters before
 * and after it up to one whose acts are all of one kind, which settles the state whatever came
 * before. O(log n) for each act.
 *
 * @param tree acts in the order of `from`, summarised by the latest end of their windows
 */
export function actsAround<A extends DatedAct>(tree: Tree<A>, instant: number): A[] {
  const before: A[] = []
  let run: A[] = []
  let isWhole = false
  for (const act of descending(tree, instant)) {
    before.push(act)
    run.push(act)
    if (latestBefore(tree, act) > act.from) continue
    if (isWhole && isOfOneKind(run)) break
    isWhole = true
    run = []
  }
  const after: A[] = []
  let until = Math.max(...before.map((act) => act.until))
  isWhole = false
  run = []
  for (const act of later(tree, instant)) {
    if (until <= act.from) {
      if (isWhole && isOfOneKind(run)) break
      isWhole = true
      run = []
    }
    after.push(act)
    run.push(act)
    until = Math.max(until, act.until)
  }
  return [...before.reverse(), ...after]
}

function isOfOneKind(acts: readonly Act[]): boolean {
  return acts.every(({ begins }) => begins === acts[0]?.begins)
}

/** The latest end of a window among the acts that come before one in the tree. */
function latestBefore<A extends DatedAct>(tree: Tree<A>, act: A): number {
  let latest = Number.NEGATIVE_INFINITY
  for (let node = tree; node !== undefined; ) {
    if (compareKeys(node.item, act) >= 0) {
      node = node.earlier
      continue
    }
    latest = Math.max(latest, node.item.until, node.earlier?.summary ?? latest)
    node = node.later
  }
  return latest
}

function* descending<A extends DatedAct>(tree: Tree<A>, instant: number): Generator<A> {
  if (tree === undefined) return
  if (tree.item.from <= instant) {
    yield* descending(tree.later, instant)
    yield tree.item
  }
  yield* descending(tree.earlier, instant)
}

function* later<A extends DatedAct>(tree: Tree<A>, instant: number): Generator<A> {
  if (tree === undefined) return
  if (tree.item.from > instant) {
    yield* later(tree.earlier, instant)
    yield tree.item
  }
  yield* later(tree.later, instant)
}
