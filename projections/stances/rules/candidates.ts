import type { Position } from '../../../events/position.ts'
import { compareKeys, type TemporalKey } from '../../time/bitemporal.ts'
import { type Side, STANCES, sideOf } from '../side.ts'

export type TakenStance = Position['stance']

/** A position that holds at some moment, surely or possibly, as far as the rules look at it. */
export interface Candidate extends TemporalKey {
  /** It ranks by an instant from `from` and before `until`. */
  readonly until: number
  readonly stance: TakenStance
  readonly voice: string
  /** False where the party answers with it through a grouping. */
  readonly isOwn: boolean
  readonly isSure: boolean
}

/** Conditions on a candidate. Those that are left out do not narrow. */
export interface Wanted {
  readonly stances?: readonly TakenStance[]
  readonly sure?: boolean
  /** Its rank may be later than this instant. */
  readonly after?: number
  /** Its voice is another than this. */
  readonly otherVoice?: string | undefined
  readonly of?: 'own' | 'groupings' | undefined
  /** As if no speaker had retracted anything. */
  readonly unretracted?: boolean
}

/** The positions of one layer that hold at some moment. Whatever finds them, the rules are these. */
export interface Candidates<C extends Candidate> {
  /** The one of the greatest rank. */
  latest(wanted: Wanted): C | undefined
}

/** True where A ranks above B: by `from`, then the party's own, then the higher entry and part. */
export function outranks(a: Candidate, b: Candidate): boolean {
  if (a.from !== b.from) return a.from > b.from
  if (a.isOwn !== b.isOwn) return a.isOwn
  return compareKeys(a, b) > 0
}

/** The stances that take that side. */
export function stancesOf(side: Side): readonly TakenStance[] {
  return STANCES.filter((stance) => sideOf(stance) === side)
}

export function opposite(side: Side): Side {
  return side === 'for' ? 'against' : 'for'
}
