import type { UncertainDate } from '../../events/envelope.ts'
import type { StandingFact } from '../time/standing-fact.ts'
import { type Window, windowOf } from '../time/window.ts'
import type { CarrierFact, TakenPosition } from './position.ts'

export type EndingFact = StandingFact<'statement.retracted' | 'position.ended'>

/** One reason for a position to hold no longer, counted from the start of its window. */
export interface Ending extends Window {
  /** The end that the position itself names, one recorded later, or its speaker's retraction. */
  readonly why: 'named' | 'ended' | 'retracted'
  readonly at: UncertainDate
  readonly fact: EndingFact | undefined
}

/** Until when a position holds, in milliseconds; Infinity where nothing ends it. */
export interface Ends {
  readonly end: number
  /** The same, had its speaker retracted nothing. */
  readonly unretracted: number
  /** By when it has ended for certain: the end of the window of an ending. */
  readonly surely: number
}

export function isEnding(fact: StandingFact | undefined): fact is EndingFact {
  return fact?.type === 'statement.retracted' || fact?.type === 'position.ended'
}

/** Whether an ending of its statement is one of that position. */
export function concerns(ending: EndingFact, { party, subject }: TakenPosition): boolean {
  if (ending.type === 'statement.retracted') return true
  const { body } = ending
  return (
    body.party === party && body.subject.kind === subject.kind && body.subject.id === subject.id
  )
}

/** Everything that ends a position, given what stands about its statement; the earliest first. */
export function endingsOf(
  fact: CarrierFact,
  position: TakenPosition,
  recorded: Iterable<EndingFact>,
): readonly Ending[] {
  const endings: Ending[] = []
  if (position.until !== undefined) {
    const window = windowOf(position.until, fact.recordedAt)
    endings.push({ why: 'named', at: position.until, fact: undefined, ...window })
  }
  for (const ending of recorded) {
    if (!concerns(ending, position)) continue
    const { from, until, occurred } = ending
    const why = ending.type === 'position.ended' ? 'ended' : 'retracted'
    endings.push({ why, at: occurred, fact: ending, from, until })
  }
  return endings.sort((a, b) => order(a.from, b.from) || rank(a) - rank(b))
}

export function endsOf(endings: readonly Ending[]): Ends {
  let [end, unretracted, surely] = [Infinity, Infinity, Infinity]
  for (const { why, from, until } of endings) {
    end = Math.min(end, from)
    surely = Math.min(surely, until)
    if (why !== 'retracted') unretracted = Math.min(unretracted, from)
  }
  return { end, unretracted, surely }
}

function order(a: number, b: number): number {
  return a === b ? 0 : a - b
}

function rank({ fact }: Ending): number {
  return fact?.entry ?? -1
}
