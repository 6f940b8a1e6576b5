import { type Act, clusters, holdsAfter } from '../time/acts.ts'
import { BitemporalIndex, compareKeys, type Measure, type TemporalKey } from '../time/bitemporal.ts'
import type { History } from '../time/history.ts'
import type { Holding } from '../time/holding.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import { beginningOf } from '../time/window.ts'
import { actsAround } from './acts-around.ts'

export type MembershipFact = StandingFact<'grouping.joined' | 'grouping.left' | 'party.withdrawn'>

/** A party joins a grouping, leaves it, or leaves the negotiation and with it all groupings. */
export interface MembershipMove extends TemporalKey, Act {
  readonly fact: MembershipFact
}

/** A grouping of which a party is a member at one moment, surely or possibly. */
export interface Membership {
  readonly grouping: string
  readonly holding: Exclude<Holding, 'no'>
  /** The first report of the joining. */
  readonly joined: MembershipMove
}

/** From one move to another that ends it; `left` undefined while nothing does. */
export interface Span {
  readonly grouping: string
  readonly joined: MembershipMove
  readonly left: MembershipMove | undefined
}

type Moves = BitemporalIndex<MembershipMove, number>

/** Summarises moves by the latest end of a window among them. */
const LATEST: Measure<MembershipMove, number> = { of: ({ until }) => until, combine: Math.max }

/**
 * Memberships of parties in groupings. A party that withdraws from the negotiation is a member of
 * none from then on, until it joins one again.
 */
export class Memberships {
  readonly folds = ['grouping', 'party.withdrawn'] as const
  readonly #history: History
  readonly #groupings = new Map<string, Map<string, Moves>>()
  readonly #members = new Map<string, Set<string>>()
  readonly #withdrawals = new Map<string, Moves>()

  constructor(history: History) {
    this.#history = history
  }

  apply({ removed, added }: Change): void {
    if (isMembership(removed)) {
      for (const moves of this.#concerned(removed)) moves.remove(moveOf(removed))
    }
    if (isMembership(added)) {
      for (const moves of this.#concerned(added)) moves.put(moveOf(added))
    }
  }

  /** The groupings of which a party is a member then, surely or possibly. */
  of(party: string, asOf: AsOf): Membership[] {
    const found: Membership[] = []
    for (const grouping of this.#groupings.get(party)?.keys() ?? []) {
      const membership = this.in(grouping, party, asOf)
      if (membership !== undefined) found.push(membership)
    }
    return found
  }

  /** The membership of a party in one grouping then: O(log n) in its moves, unless many overlap. */
  in(grouping: string, party: string, asOf: AsOf): Membership | undefined {
    const moves = this.#groupings.get(party)?.get(grouping)?.root(asOf.revision)
    if (moves === undefined) return undefined
    const around = actsAround(moves, asOf.validTime)
    const holding = holdsAfter(around, asOf.validTime)
    const joined = firstOfLastRun(around, asOf.validTime)
    if (holding === 'no' || joined === undefined) return undefined
    return { grouping, holding, joined }
  }

  /** Every membership of a party that is known after `revision`, whatever the valid time. */
  spans(party: string, revision: number): Span[] {
    const spans: Span[] = []
    for (const [grouping, moves] of this.#groupings.get(party) ?? []) {
      let joined: MembershipMove | undefined
      for (const move of byTurns([...moves.all(revision)])) {
        if (move.begins) joined ??= move
        else if (joined !== undefined) {
          spans.push({ grouping, joined, left: move })
          joined = undefined
        }
      }
      if (joined !== undefined) spans.push({ grouping, joined, left: undefined })
    }
    return spans
  }

  /** The valid times at which the membership of a party in any grouping may change. */
  *moments(party: string, revision: number): Generator<number> {
    for (const moves of this.#groupings.get(party)?.values() ?? []) {
      for (const { from, until } of moves.all(revision)) yield* [from, until]
    }
  }

  /** The parties that ever joined or left any grouping. */
  parties(): Iterable<string> {
    return this.#groupings.keys()
  }

  /** Those of them that ever joined or left this one. */
  everMembers(grouping: string): readonly string[] {
    return [...(this.#members.get(grouping) ?? [])]
  }

  /** The revisions that changed the memberships of a party. */
  changes(party: string): number[] {
    return [...(this.#groupings.get(party)?.values() ?? [])].flatMap(({ changes }) => changes)
  }

  /** The indexes that a fact belongs to: a withdrawal to those of all groupings of the party. */
  #concerned({ type, body }: MembershipFact): Moves[] {
    if (type !== 'party.withdrawn') return [this.#of(body.party, body.grouping)]
    const groupings = this.#groupings.get(body.party)?.values() ?? []
    return [this.#index(this.#withdrawals, body.party), ...groupings]
  }

  #of(party: string, grouping: string): Moves {
    let groupings = this.#groupings.get(party)
    if (groupings === undefined) {
      groupings = new Map()
      this.#history.changing(() => this.#groupings.delete(party))
      this.#groupings.set(party, groupings)
    }
    const known = groupings.get(grouping)
    if (known !== undefined) return known
    const moves = this.#index(groupings, grouping)
    this.#member(grouping, party)
    const withdrawals = this.#withdrawals.get(party)?.all(this.#history.revision) ?? []
    for (const withdrawal of withdrawals) moves.put(withdrawal)
    return moves
  }

  #member(grouping: string, party: string): void {
    const members = this.#members.get(grouping) ?? new Set()
    this.#history.changing(() => members.delete(party))
    members.add(party)
    this.#members.set(grouping, members)
  }

  #index(indexes: Map<string, Moves>, key: string): Moves {
    let index = indexes.get(key)
    if (index === undefined) {
      index = new BitemporalIndex(this.#history, LATEST)
      this.#history.changing(() => indexes.delete(key))
      indexes.set(key, index)
    }
    return index
  }
}

function isMembership(fact: StandingFact | undefined): fact is MembershipFact {
  return (
    fact?.type === 'grouping.joined' ||
    fact?.type === 'grouping.left' ||
    fact?.type === 'party.withdrawn'
  )
}

/** The date of the joining, which need not be when it was said that the party had joined. */
export function joinedAt(fact: MembershipFact) {
  return (fact.type === 'grouping.joined' ? fact.body.since : undefined) ?? fact.occurred
}

function moveOf(fact: MembershipFact): MembershipMove {
  const since = fact.type === 'grouping.joined' ? fact.body.since : undefined
  const begins = fact.type === 'grouping.joined'
  const weight = fact.type === 'party.withdrawn' ? 1 / 1024 : 1
  return { entry: fact.entry, fact, begins, weight, ...beginningOf(fact, since) }
}

/** The earliest joining of the latest that no leaving separates, of moves in order. */
function firstOfLastRun(
  moves: readonly MembershipMove[],
  instant: number,
): MembershipMove | undefined {
  let first: MembershipMove | undefined
  for (const move of moves.toReversed()) {
    if (move.from > instant) continue
    if (move.begins) first = move
    else if (first !== undefined) break
  }
  return first
}

/** Of more moves that overlap than these the order is not looked for. */
const FEW = 64

/** Moves in an order in which joinings and leavings take turns where their windows allow it. */
function byTurns(moves: readonly MembershipMove[]): MembershipMove[] {
  let holds = false
  return clusters(moves).flatMap((cluster) => {
    const left = cluster.acts.toSorted(compareKeys)
    if (left.length > FEW) return left
    const ordered: MembershipMove[] = []
    while (left.length > 0) {
      const earliest = Math.min(...left.map(({ until }) => until))
      const next = left.findIndex((move) => move.begins !== holds && move.from < earliest)
      const [move] = left.splice(Math.max(next, 0), 1) as [MembershipMove]
      ordered.push(move)
      holds = move.begins
    }
    return ordered
  })
}
