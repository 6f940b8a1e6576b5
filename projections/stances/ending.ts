import type { UncertainDate } from '../../events/envelope.ts'
import type { WordsEnd } from '../drafts/wording-run.ts'
import { canEnd } from '../time/holding.ts'
import type { StandingFact } from '../time/standing-fact.ts'
import { beginningOf, type TimeWindow, windowOfDate } from '../time/window.ts'
import type { CarrierFact, TakenPosition } from './position.ts'

/** The types of facts that end positions of statements. */
export const ENDING_TYPES = ['statement.retracted', 'position.ended'] as const

export type EndingFact = StandingFact<(typeof ENDING_TYPES)[number]>

/** One reason for a position to hold no longer, and the window in which that comes about. */
export interface Ending extends TimeWindow {
  /**
   * The end that the position itself names, one recorded later, its speaker's retraction, that the
   * party withdrew the draft that it had tabled, or that a draft drops or agrees the words that the
   * position is on.
   */
  readonly why: 'named' | 'ended' | 'retracted' | 'withdrawn' | WordsEnd
  readonly at: UncertainDate
  readonly fact: StandingFact | undefined
}

export function isEnding(fact: StandingFact | undefined): fact is EndingFact {
  return fact?.type === 'statement.retracted' || fact?.type === 'position.ended'
}

/** True where an ending of its statement may be one of that position. */
export function concerns(
  ending: EndingFact,
  { party, subject }: Pick<TakenPosition, 'party' | 'subject'>,
): boolean {
  if (ending.type === 'statement.retracted') return true
  const { body } = ending
  return (
    body.party === party && body.subject.kind === subject.kind && body.subject.id === subject.id
  )
}

/**
 * Everything that ends a position: the end that it names, what was recorded about its statement and
 * what ended it in drafts; the earliest first. What provably lies before the position began and
 * before it was spoken of ends nothing.
 */
export function endingsOf(
  fact: CarrierFact,
  position: TakenPosition,
  others: readonly Ending[],
): readonly Ending[] {
  const endings = [...others]
  if (position.until !== undefined) {
    const window = windowOfDate(position.until)
    endings.push({ why: 'named', at: position.until, fact: undefined, ...window })
  }
  const earliest = earliestStart(fact, position)
  return endings
    .filter((ending) => canEnd(earliest, ending))
    .sort((a, b) => order(a.from, b.from) || rank(a) - rank(b))
}

/** The window in which a position began or was spoken of, whichever begins first. */
export function earliestStart(fact: CarrierFact, { since }: TakenPosition): TimeWindow {
  const start = beginningOf(fact, since)
  return start.from < fact.from ? start : fact
}

function order(a: number, b: number): number {
  return a === b ? 0 : a - b
}

function rank({ fact }: Ending): number {
  return fact?.entry ?? -1
}
