import type { EventOf, LedgerEvent } from '../../events/registry.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'
import { holdingByForce, type NaiveAct, type NaiveHolding, naiveHolding } from './naive-holding.ts'
import {
  type NaivePosition,
  type NaiveWindow,
  naivePositions,
  occurredIn,
  sinceIn,
} from './naive-positions.ts'
import { type NaiveFact, naiveStanding } from './naive-standing.ts'
import type { PlainCell, PlainElse, PlainLayer } from './plain-cell.ts'

/** A position at one of its ranks, as one party answers with it. */
interface Answering extends NaivePosition {
  readonly via: string | undefined
  readonly rank: NaiveWindow
  readonly holding: NaiveHolding
  readonly unretracted: NaiveHolding
}

/** All that may decide a layer: its answer, and what each choice of instants could make of it. */
interface Answer {
  readonly plain: PlainLayer | null
  readonly leader: Answering | undefined
  readonly floor: Answering | undefined
  /** Everything that may lead. */
  readonly may: readonly Answering[]
}

/** The stances, replayed from the first event on, straight from the rules, for every question. */
export class NaiveStances {
  readonly #facts: readonly NaiveFact[]
  readonly #positions: readonly NaivePosition[]
  readonly #validTime: number
  readonly #memberships = new Map<string, NaiveHolding>()

  constructor(events: readonly LedgerEvent[], { revision, validTime }: AsOf) {
    this.#facts = naiveStanding(events.slice(0, revision + 1))
    this.#positions = naivePositions(this.#facts)
    this.#validTime = validTime
  }

  cell(party: string, subject: string): PlainCell {
    const declared = this.#layer(party, subject, 'declared')
    const reported = this.#layer(party, subject, 'reported')
    const layers = { declared: declared.plain, reported: reported.plain }
    if (declared.plain === null) {
      const { stance = 'no_record', possibly = false, orElse = null } = reported.plain ?? {}
      const basis = reported.plain && 'reported'
      const conflict = reported.plain?.conflict ?? null
      return { stance, basis, possibly, orElse, conflict, ...layers }
    }
    const [own, theirs] = [declared.leader as Answering, reported.leader]
    const isAtOdds = declared.plain.conflict !== null
    if (!isAtOdds && theirs && opposite(own, theirs) && theirs.rank.from > own.rank.from) {
      const orElse = withoutContradiction(declared, reported)
      const conflict = [plainPosition(theirs), plainPosition(own)] as const
      const possibly = orElse !== null
      return { stance: 'conflicting', basis: 'declared', possibly, orElse, conflict, ...layers }
    }
    const { stance, possibly, conflict } = declared.plain
    let { orElse } = declared.plain
    if (orElse?.stance === 'no_record' && reported.plain !== null) {
      const position = reported.plain.leader
      orElse = { stance: reported.plain.stance, basis: 'reported', position }
    }
    const { floor } = declared
    const rival =
      !possibly && !isAtOdds && floor !== undefined
        ? reported.may.find((r) => opposite(own, r) && r.rank.until > floor.rank.from)
        : undefined
    if (rival !== undefined) {
      orElse = { stance: 'conflicting', basis: 'declared', position: plainPosition(rival) }
    }
    return { stance, basis: 'declared', possibly: orElse !== null, orElse, conflict, ...layers }
  }

  #layer(party: string, subject: string, layer: string): Answer {
    const ranked = this.#answering(party)
      .filter((p) => p.subject === subject && p.layer === layer && p.rank.from <= this.#validTime)
      .sort(byRank)
    const holding = ranked.filter((p) => p.holding !== 'no')
    const [leader] = holding
    if (leader === undefined) return { plain: null, leader, floor: undefined, may: [] }
    const floor = holding.find((p) => p.holding === 'surely')
    const may = holding.filter((p) => mayLead(p, floor))
    const compared = (among: readonly Answering[]) =>
      pairOf(
        among.filter(
          (p) => p.rank.until > leader.rank.from && !(leader.via === undefined && p.via),
        ),
      )
    const pair = compared(holding)
    const surely = compared(holding.filter((p) => p.holding === 'surely'))
    const other = may.find((p) => p.stance !== leader.stance)
    const orElse =
      pair === undefined
        ? other !== undefined
          ? elseOf(other)
          : floor === undefined
            ? NOTHING
            : null
        : surely === undefined
          ? elseOf(pair.find((p) => p.holding === 'surely') ?? pair[0])
          : null
    const plain: PlainLayer = {
      stance: pair === undefined ? leader.stance : 'conflicting',
      leader: plainPosition(leader),
      conflict: pair === undefined ? null : [plainPosition(pair[0]), plainPosition(pair[1])],
      afterRetraction: ranked.find((p) => p.unretracted !== 'no') !== leader,
      possibly: orElse !== null,
      orElse,
    }
    return { plain, leader, floor, may }
  }

  #answering(party: string): Answering[] {
    return this.#positions.flatMap((position) => {
      if (position.party === party) return this.#ranks(position, undefined, 'surely')
      const membership = this.membership(party, position.party)
      return membership === 'no' ? [] : this.#ranks(position, position.party, membership)
    })
  }

  /** Once it has been said it ranks by that, before by its `since`; in between by either. */
  #ranks(p: NaivePosition, via: string | undefined, membership: NaiveHolding): Answering[] {
    const at = this.#validTime
    const kept = p.ends.filter(({ isRetraction }) => !isRetraction)
    const ranked = (rank: NaiveWindow, start: NaiveWindow): Answering => ({
      ...{ ...p, via, rank },
      holding: weaker(membership, naiveHolding(start, p.ends, at)),
      unretracted: weaker(membership, naiveHolding(start, kept, at)),
    })
    if (p.start.from >= p.said.from) return [ranked(p.said, p.start)]
    const isSurelySaid = p.said.until <= at
    const isSaid = p.said.from <= at
    return [
      ...(isSurelySaid ? [] : [ranked(p.start, p.start)]),
      ...(isSaid ? [ranked(p.said, p.said)] : []),
    ]
  }

  membership(party: string, grouping: string): NaiveHolding {
    const pair = `${party} ${grouping}`
    const known = this.#memberships.get(pair)
    if (known !== undefined) return known
    const holding = holdingByForce(this.acts(party, grouping), this.#validTime)
    this.#memberships.set(pair, holding)
    return holding
  }

  acts(party: string, grouping: string): NaiveAct[] {
    return this.#facts.flatMap((fact): NaiveAct[] => {
      if (fact.type === 'party.withdrawn') {
        const isOwn = (fact.body as { party: string }).party === party
        return isOwn ? [{ ...occurredIn(fact), begins: false, isWithdrawal: true }] : []
      }
      if (fact.type !== 'grouping.joined' && fact.type !== 'grouping.left') return []
      const body = fact.body as EventOf<'grouping.joined'>['body']
      if (body.party !== party || body.grouping !== grouping) return []
      const isWithdrawal = false
      if (fact.type === 'grouping.left') {
        return [{ ...occurredIn(fact), begins: false, isWithdrawal }]
      }
      return [{ ...sinceIn(fact, body.since), begins: true, isWithdrawal }]
    })
  }
}

const NOTHING: PlainElse = { stance: 'no_record', basis: null, position: null }

/** What ranks above the floor, and what may be later; below one of its own only its own. */
function mayLead(p: Answering, floor: Answering | undefined): boolean {
  if (floor === undefined || p === floor || byRank(p, floor) < 0) return true
  return p.rank.until > floor.rank.from && !(floor.via === undefined && p.via !== undefined)
}

/** The answer if a contradiction of the two layers does not hold; null where it does in any case. */
function withoutContradiction(declared: Answer, reported: Answer): PlainElse | null {
  const [own, theirs] = [declared.leader as Answering, reported.leader as Answering]
  const other = (answer: Answer, leader: Answering) =>
    answer.may.find((p) => sideOf(p.stance) !== sideOf(leader.stance))
  if (reported.floor === undefined || other(reported, theirs)) return elseOf(own)
  const another = other(declared, own)
  if (another !== undefined) return elseOf(another)
  return declared.floor === undefined ? elseOf(theirs) : null
}

function pairOf(ranked: readonly Answering[]): readonly [Answering, Answering] | undefined {
  for (const [n, late] of ranked.entries()) {
    const early = ranked.slice(n + 1).find((p) => opposite(p, late) && p.voice !== late.voice)
    if (early !== undefined) return [late, early]
  }
  return undefined
}

/** The latest first: by `from`, then the party's own, then the later entry, then the later part. */
function byRank(a: Answering, b: Answering): number {
  if (a.rank.from !== b.rank.from) return a.rank.from < b.rank.from ? 1 : -1
  const own = Number(b.via === undefined) - Number(a.via === undefined)
  return own || b.entry - a.entry || b.part - a.part
}

function weaker(a: NaiveHolding, b: NaiveHolding): NaiveHolding {
  const order = ['no', 'possibly', 'surely'] as const
  return order[Math.min(order.indexOf(a), order.indexOf(b))] as NaiveHolding
}

function sideOf(stance: string): string {
  if (['proposes', 'supports', 'no_objection'].includes(stance)) return 'for'
  return stance === 'opposes' ? 'against' : 'neither'
}

function opposite(a: NaivePosition, b: NaivePosition): boolean {
  const sides = [sideOf(a.stance), sideOf(b.stance)]
  return sides.includes('for') && sides.includes('against')
}

function elseOf(p: Answering): PlainElse {
  return { stance: p.stance, basis: p.layer, position: plainPosition(p) }
}

function plainPosition({ tag, via, voice }: Answering) {
  return { tag, via: via ?? null, voice }
}
