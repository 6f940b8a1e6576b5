import type { Membership } from '../parties/memberships.ts'
import { BitemporalIndex, compare } from '../time/bitemporal.ts'
import type { History } from '../time/history.ts'
import { type Held, type HeldTree, type Reach, reach } from './held.ts'
import type { LayerName } from './layer.ts'
import type { Side } from './side.ts'

/** The positions of one party on one subject: an index for each layer. */
export class Cell {
  readonly declared: BitemporalIndex<Held, Reach>
  readonly reported: BitemporalIndex<Held, Reach>

  constructor(history: History) {
    this.declared = new BitemporalIndex(history, reach)
    this.reported = new BitemporalIndex(history, reach)
  }

  of(layer: LayerName): BitemporalIndex<Held, Reach> {
    return layer === 'declared' ? this.declared : this.reported
  }
}

/** Positions of one layer that a party answers with: its own, or those of a grouping. */
export interface Strand {
  readonly tree: HeldTree
  readonly via: Membership | undefined
}

/** A position, and the grouping through which a party answers with it. */
export interface Found {
  readonly held: Held
  readonly via: Membership | undefined
}

type Until = 'end' | 'unretracted' | 'surely'

/** The latest position of those strands that has begun by `validTime` and ends after it. */
export function latestHolding(
  strands: readonly Strand[],
  validTime: number,
  until: Until = 'end',
): Found | undefined {
  return latestOf(
    strands,
    validTime,
    (reach) => reach[until] > validTime,
    (held) => held[until] > validTime,
  )
}

/**
 * Whether a *for* and an *against* stand against each other among the leader and what may be later
 * than it: the latest such pair of different voices, the later of the two first; `one voice` where
 * there are such pairs but each of one voice; undefined where there are none.
 */
export function contradiction(
  strands: readonly Strand[],
  leader: Found,
  validTime: number,
): readonly [Found, Found] | 'one voice' | undefined {
  const compared = leader.via === undefined ? strands.filter((s) => s.via === undefined) : strands
  const after = leader.held.from
  const latest = (side: Side, not?: string) =>
    leader.held.side === side && leader.held.voice !== not
      ? leader
      : latestOf(
          compared,
          validTime,
          (r) =>
            r[side] > after &&
            r[`${side}End`] > validTime &&
            (not === undefined || r.voice !== not),
          (h) => h.side === side && h.until > after && h.end > validTime && h.voice !== not,
        )
  const a = latest('for')
  const b = a && latest('against')
  if (a === undefined || b === undefined) return undefined
  const [late, early] = inOrder(a, b)
  const { voice } = late.held
  if (early.held.voice !== voice) return [late, early]
  const partner = latest(late === a ? 'against' : 'for', voice)
  if (partner !== undefined) return [late, partner]
  const instead = latest(late === a ? 'for' : 'against', voice)
  return instead === undefined ? 'one voice' : inOrder(instead, early)
}

/** Whether A is later than B: by `from`, then the party's own, then the higher entry and part. */
export function outranks(a: Found, b: Found): boolean {
  if (a.held.from !== b.held.from) return a.held.from > b.held.from
  if ((a.via === undefined) !== (b.via === undefined)) return a.via === undefined
  return compare(a.held, b.held) > 0
}

function inOrder(a: Found, b: Found): readonly [Found, Found] {
  return outranks(a, b) ? [a, b] : [b, a]
}

function latestOf(
  strands: readonly Strand[],
  validTime: number,
  may: (reach: Reach) => boolean,
  is: (held: Held) => boolean,
): Found | undefined {
  let latest: Found | undefined
  for (const { tree, via } of strands) {
    const held = search(tree, validTime, may, is)
    if (held === undefined) continue
    const found = { held, via }
    if (latest === undefined || outranks(found, latest)) latest = found
  }
  return latest
}

function search(
  tree: HeldTree,
  validTime: number,
  may: (reach: Reach) => boolean,
  is: (held: Held) => boolean,
): Held | undefined {
  if (tree === undefined || !may(tree.summary)) return undefined
  if (tree.item.from > validTime) return search(tree.earlier, validTime, may, is)
  return (
    search(tree.later, validTime, may, is) ??
    (is(tree.item) ? tree.item : search(tree.earlier, validTime, may, is))
  )
}
