import { BitemporalIndex, compare, type TemporalKey } from '../time/bitemporal.ts'
import type { History } from '../time/history.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import { type Window, windowOf } from '../time/window.ts'

export type MembershipFact = StandingFact<'grouping.joined' | 'grouping.left' | 'party.withdrawn'>

/** A party joins a grouping, leaves it, or leaves the negotiation and with it all groupings. */
export interface Move extends TemporalKey, Window {
  readonly fact: MembershipFact
}

/** How a party stands to a grouping at one moment. */
export interface Membership {
  readonly grouping: string
  readonly member: boolean
  /** False while the latest move may not have been made yet and would have made the difference. */
  readonly certain: boolean
  /** The latest move. */
  readonly move: Move
}

/** From one move to another that ends it; `until` undefined while nothing does. */
export interface Span {
  readonly grouping: string
  readonly joined: Move
  readonly left: Move | undefined
}

type Moves = BitemporalIndex<Move>

/**
 * Which party is a member of which groupings. The latest move decides, by (from, entry); a party
 * that withdraws from the negotiation is a member of none from then on, until it joins one again.
 */
export class Memberships {
  readonly #history: History
  readonly #groupings = new Map<string, Map<string, Moves>>()
  readonly #withdrawals = new Map<string, Moves>()

  constructor(history: History) {
    this.#history = history
  }

  apply({ removed, added }: Change): void {
    if (isMembership(removed)) this.#of(removed).remove(moveOf(removed))
    if (isMembership(added)) this.#of(added).put(moveOf(added))
  }

  /** The groupings of which a party is a member then, or may be: O(log n) for each it ever joined. */
  of(party: string, asOf: AsOf): Membership[] {
    const found: Membership[] = []
    for (const [grouping, moves] of this.#groupings.get(party) ?? []) {
      const [latest, before] = this.#lastTwo(party, moves, asOf)
      if (latest === undefined) continue
      const member = joins(latest)
      const contrary = member !== (before !== undefined && joins(before))
      const certain = !contrary || latest.until <= asOf.validTime
      if (member || !certain) found.push({ grouping, member, certain, move: latest })
    }
    return found
  }

  /** Every membership of a party that is known after `revision`, whatever the valid time. */
  spans(party: string, revision: number): Span[] {
    const spans: Span[] = []
    for (const [grouping, moves] of this.#groupings.get(party) ?? []) {
      let joined: Move | undefined
      for (const move of this.#inOrder(party, moves, revision)) {
        if (joins(move)) joined ??= move
        else if (joined !== undefined) {
          spans.push({ grouping, joined, left: move })
          joined = undefined
        }
      }
      if (joined !== undefined) spans.push({ grouping, joined, left: undefined })
    }
    return spans
  }

  /** The parties that ever joined or left any grouping. */
  parties(): Iterable<string> {
    return this.#groupings.keys()
  }

  /** Those of them that ever joined or left this one. */
  everMembers(grouping: string): string[] {
    return [...this.#groupings].flatMap(([party, of]) => (of.has(grouping) ? [party] : []))
  }

  /** The revisions that changed the memberships of a party. */
  changes(party: string): number[] {
    const indexes = [...(this.#groupings.get(party)?.values() ?? [])]
    const withdrawals = this.#withdrawals.get(party)
    if (withdrawals !== undefined) indexes.push(withdrawals)
    return indexes.flatMap((index) => index.changes)
  }

  #lastTwo(party: string, moves: Moves, asOf: AsOf): (Move | undefined)[] {
    const withdrawals = this.#withdrawals.get(party)
    const last = [...firstTwo(moves, asOf), ...firstTwo(withdrawals, asOf)]
    return last.sort((a, b) => compare(b, a))
  }

  #inOrder(party: string, moves: Moves, revision: number): Move[] {
    const withdrawals = this.#withdrawals.get(party)?.all(revision) ?? []
    return [...moves.all(revision), ...withdrawals].sort(compare)
  }

  #of({ type, body }: MembershipFact): Moves {
    if (type === 'party.withdrawn') return this.#index(this.#withdrawals, body.party)
    let groupings = this.#groupings.get(body.party)
    if (groupings === undefined) {
      groupings = new Map()
      this.#history.changing(() => this.#groupings.delete(body.party))
      this.#groupings.set(body.party, groupings)
    }
    return this.#index(groupings, body.grouping)
  }

  #index(indexes: Map<string, Moves>, key: string): Moves {
    let index = indexes.get(key)
    if (index === undefined) {
      index = new BitemporalIndex<Move>(this.#history)
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

/** When a party joined, which need not be when it was said that it had. */
export function joinedAt(fact: MembershipFact) {
  return (fact.type === 'grouping.joined' ? fact.body.since : undefined) ?? fact.occurred
}

function moveOf(fact: MembershipFact): Move {
  return { entry: fact.entry, fact, ...windowOf(joinedAt(fact), fact.recordedAt) }
}

function joins(move: Move): boolean {
  return move.fact.type === 'grouping.joined'
}

function* firstTwo(moves: Moves | undefined, asOf: AsOf): Generator<Move> {
  let left = 2
  if (moves === undefined) return
  for (const move of moves.downFrom(asOf)) {
    yield move
    left -= 1
    if (left === 0) return
  }
}
