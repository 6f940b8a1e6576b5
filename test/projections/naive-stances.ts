import type { EventOf, LedgerEvent } from '../../events/registry.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'
import { type NaivePosition, naivePositions, windowOf } from './naive-positions.ts'
import { type NaiveFact, naiveStanding } from './naive-standing.ts'
import type { PlainCell, PlainLayer } from './plain-cell.ts'

interface Answering extends NaivePosition {
  readonly via: string | undefined
  readonly member: boolean
  readonly certain: boolean
}

/** The stances, replayed from the first event on, straight from the rules, for every question. */
export class NaiveStances {
  readonly #facts: readonly NaiveFact[]
  readonly #positions: readonly NaivePosition[]
  readonly #validTime: number

  constructor(events: readonly LedgerEvent[], { revision, validTime }: AsOf) {
    this.#facts = naiveStanding(events.slice(0, revision + 1))
    this.#positions = naivePositions(this.#facts)
    this.#validTime = validTime
  }

  cell(party: string, subject: string): PlainCell {
    const [declared, dLeader, dMay] = this.#layer(party, subject, 'declared')
    const [reported, rLeader, rMay] = this.#layer(party, subject, 'reported')
    const contradicted =
      dLeader !== undefined &&
      rLeader !== undefined &&
      rLeader.from > dLeader.from &&
      opposite(dLeader, rLeader)
    if (declared !== null) {
      const stance = contradicted ? 'conflicting' : declared.stance
      const possibly = dMay || (contradicted && rMay)
      return { stance, basis: 'declared', possibly, declared, reported }
    }
    const possibly = dMay || rMay
    if (reported === null) return { stance: 'no_record', basis: null, possibly, declared, reported }
    return { stance: reported.stance, basis: 'reported', possibly, declared, reported }
  }

  #layer(
    party: string,
    subject: string,
    layer: string,
  ): [PlainLayer | null, Answering | undefined, boolean] {
    const v = this.#validTime
    const all = this.#answering(party)
      .filter((p) => p.subject === subject && p.layer === layer && p.from <= v)
      .sort(byRank)
    const members = all.filter((p) => p.member)
    const holding = members.filter((p) => p.end > v)
    const leader = holding[0]
    const mayStill = all.find((p) => p.surely > v) !== leader
    if (leader === undefined) return [null, undefined, mayStill]
    const compared = holding.filter(
      (p) =>
        p === leader ||
        (p.until > leader.from && !(leader.via === undefined && p.via !== undefined)),
    )
    const pairs = compared.flatMap((late, i) =>
      compared.slice(i + 1).flatMap((early) => (opposite(late, early) ? [[late, early]] : [])),
    ) as [Answering, Answering][]
    const conflict = pairs.find(([a, b]) => a.voice !== b.voice)
    const wavers = conflict === undefined && pairs.length > 0
    const possibly = mayStill || v < leader.until || !leader.certain || wavers
    const plain: PlainLayer = {
      stance: conflict === undefined ? leader.stance : 'conflicting',
      leader: plainPosition(leader),
      conflict:
        conflict === undefined ? null : [plainPosition(conflict[0]), plainPosition(conflict[1])],
      afterRetraction: members.find((p) => p.unretracted > v) !== leader,
      possibly,
    }
    return [plain, leader, possibly]
  }

  #answering(party: string): Answering[] {
    return this.#positions.flatMap((p): Answering[] => {
      if (p.party === party) return [{ ...p, via: undefined, member: true, certain: true }]
      const { member, certain } = this.#membership(party, p.party)
      return member || !certain ? [{ ...p, via: p.party, member, certain }] : []
    })
  }

  #membership(party: string, grouping: string): { member: boolean; certain: boolean } {
    const moves = this.#facts
      .flatMap((fact) => {
        if (fact.type !== 'grouping.joined' && fact.type !== 'grouping.left') {
          const withdraws = fact.type === 'party.withdrawn'
          if (!withdraws || (fact.body as { party: string }).party !== party) return []
          return [{ ...windowOf(fact.occurred, fact.recordedAt), joins: false, entry: fact.entry }]
        }
        const body = fact.body as EventOf<'grouping.joined'>['body']
        if (body.party !== party || body.grouping !== grouping) return []
        const joins = fact.type === 'grouping.joined'
        const at = (joins ? body.since : undefined) ?? fact.occurred
        return [{ ...windowOf(at, fact.recordedAt), joins, entry: fact.entry }]
      })
      .filter((move) => move.from <= this.#validTime)
      .sort((a, b) => (a.from === b.from ? b.entry - a.entry : b.from - a.from))
    const [last, before] = moves
    const member = last?.joins ?? false
    const was = before?.joins ?? false
    return {
      member,
      certain: last === undefined || member === was || last.until <= this.#validTime,
    }
  }
}

/** The latest first: by `from`, then the party's own, then the later entry, then the later part. */
function byRank(a: Answering, b: Answering): number {
  if (a.from !== b.from) return b.from - a.from
  const own = Number(b.via === undefined) - Number(a.via === undefined)
  return own || b.entry - a.entry || b.part - a.part
}

function opposite(a: NaivePosition, b: NaivePosition): boolean {
  const pro = ['proposes', 'supports', 'no_objection']
  const [x, y] = [a.stance, b.stance]
  return (pro.includes(x) && y === 'opposes') || (pro.includes(y) && x === 'opposes')
}

function plainPosition({ tag, via, voice }: Answering) {
  return { tag, via: via ?? null, voice }
}
