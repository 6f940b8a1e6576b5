import { type Side, STANCES, sideOf } from '../side.ts'
import {
  type Candidate,
  type Candidates,
  opposite,
  outranks,
  stancesOf,
  type TakenStance,
  type Wanted,
} from './candidates.ts'

/** The answer of one layer, before it is put into words. */
export interface LayerAnswer<C extends Candidate> {
  readonly leader: C | undefined
  /** A *for* and an *against* of different voices, the later first. */
  readonly conflict: readonly [C, C] | undefined
  readonly afterRetraction: boolean
  /** True where another choice of instants could give another stance, or none. */
  readonly possibly: boolean
  /** The position that may decide instead, if it is `possibly`; undefined if none would. */
  readonly orElse: C | undefined
  /** The surely holding position of the greatest rank: some answer there is in any case. */
  readonly floor: C | undefined
  /** The latest position of those stances that may lead, and may rank after an instant. */
  mayLead(stances: readonly TakenStance[], after?: number): C | undefined
}

/**
 * The answer of a layer: the leader, the holding position of the greatest rank, unless a *for* and an
 * *against* of different voices are among it and what may be later.
 */
export function answerOf<C extends Candidate>(candidates: Candidates<C>): LayerAnswer<C> {
  const leader = candidates.latest({})
  const floor = candidates.latest({ sure: true })
  const mayLead = (stances: readonly TakenStance[], after = Number.NEGATIVE_INFINITY) =>
    latestThatMayLead(candidates, floor, stances, after)
  if (leader === undefined) return { ...NOTHING, mayLead }
  const afterRetraction = !isSame(candidates.latest({ unretracted: true }), leader)
  const conflict = contradiction(candidates, leader)
  if (conflict !== undefined) {
    const possibly = contradiction(candidates, leader, true) === undefined
    const orElse = possibly ? (conflict.find(({ isSure }) => isSure) ?? conflict[0]) : undefined
    return { leader, conflict, afterRetraction, possibly, orElse, floor, mayLead }
  }
  const orElse = mayLead(othersThan(leader.stance))
  const possibly = orElse !== undefined || floor === undefined
  return { leader, conflict, afterRetraction, possibly, orElse, floor, mayLead }
}

const NOTHING = {
  leader: undefined,
  conflict: undefined,
  afterRetraction: false,
  possibly: false,
  orElse: undefined,
  floor: undefined,
}

/** Every stance but that one. */
function othersThan(stance: TakenStance): readonly TakenStance[] {
  return STANCES.filter((other) => other !== stance)
}

function isSame(a: Candidate | undefined, b: Candidate): boolean {
  return a !== undefined && !outranks(a, b) && !outranks(b, a)
}

/**
 * The latest position that may lead: one that ranks above the floor, or that may be later than it.
 * Where the floor is the party's own, what ranks below it counts only if it is the party's own too.
 */
function latestThatMayLead<C extends Candidate>(
  candidates: Candidates<C>,
  floor: C | undefined,
  stances: readonly TakenStance[],
  after: number,
): C | undefined {
  const late = Math.max(after, floor?.from ?? after)
  if (floor?.isOwn !== true) return candidates.latest({ stances, after: late })
  const own = candidates.latest({ stances, after: late, of: 'own' })
  const theirs = candidates.latest({ stances, after: late, of: 'groupings' })
  if (theirs === undefined || !outranks(theirs, floor)) return own
  return own === undefined || outranks(theirs, own) ? theirs : own
}

/**
 * The latest *for* and *against* of different voices among the leader and what may be later than it,
 * the later of the two first. Where the leader is the party's own, only its own is compared.
 *
 * @param sure only what surely holds counts.
 */
function contradiction<C extends Candidate>(
  candidates: Candidates<C>,
  leader: C,
  sure = false,
): readonly [C, C] | undefined {
  const of: Wanted['of'] = leader.isOwn ? 'own' : undefined
  const latest = (side: Side, otherVoice?: string) =>
    candidates.latest({ stances: stancesOf(side), after: leader.from, sure, otherVoice, of })
  const a = latest('for')
  const b = a && latest('against')
  if (a === undefined || b === undefined) return undefined
  const [late, early] = inOrder(a, b)
  const { voice } = late
  if (early.voice !== voice) return [late, early]
  const side = sideOf(late.stance) as Side
  const partner = latest(opposite(side), voice)
  if (partner !== undefined) return [late, partner]
  const instead = latest(side, voice)
  return instead && inOrder(instead, early)
}

function inOrder<C extends Candidate>(a: C, b: C): readonly [C, C] {
  return outranks(a, b) ? [a, b] : [b, a]
}
