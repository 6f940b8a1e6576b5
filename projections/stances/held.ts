import type { Measure, Node, TemporalKey } from '../time/bitemporal.ts'
import { type Window, windowOf } from '../time/window.ts'
import { type Ending, type Ends, endsOf } from './ending.ts'
import type { CarrierFact, TakenPosition } from './position.ts'
import { type Side, sideOf } from './side.ts'

/** A position in its place in time. It holds at valid time v where `from <= v < end`. */
export interface Held extends TemporalKey, Ends {
  readonly part: number
  /** By when it has begun for certain. */
  readonly until: number
  readonly side: Side | undefined
  readonly voice: string
  readonly position: TakenPosition
  readonly fact: CarrierFact
  /** The earliest of what ends it. */
  readonly ending: Ending | undefined
}

/** How far the positions of a subtree reach: maxima, by which a search passes subtrees over. */
export interface Reach extends Ends {
  /** The greatest time at which one of that side may still be beginning while it holds. */
  readonly for: number
  readonly against: number
  /** The greatest end of one of that side. */
  readonly forEnd: number
  readonly againstEnd: number
  /** The voice of them all; undefined where they are several. */
  readonly voice: string | undefined
}

export type HeldTree = Node<Held, Reach> | undefined

export const reach: Measure<Held, Reach> = {
  of({ end, unretracted, surely, until, side, voice }) {
    const lasts = Math.min(until, end)
    const [isFor, isAgainst] = [side === 'for', side === 'against']
    return {
      end,
      unretracted,
      surely,
      for: isFor ? lasts : Number.NEGATIVE_INFINITY,
      against: isAgainst ? lasts : Number.NEGATIVE_INFINITY,
      forEnd: isFor ? end : Number.NEGATIVE_INFINITY,
      againstEnd: isAgainst ? end : Number.NEGATIVE_INFINITY,
      voice,
    }
  },

  /** One of the two themselves, where it covers the other: most subtrees then share a summary. */
  combine(a, b) {
    if (covers(b, a)) return b
    if (covers(a, b)) return a
    return {
      end: Math.max(a.end, b.end),
      unretracted: Math.max(a.unretracted, b.unretracted),
      surely: Math.max(a.surely, b.surely),
      for: Math.max(a.for, b.for),
      against: Math.max(a.against, b.against),
      forEnd: Math.max(a.forEnd, b.forEnd),
      againstEnd: Math.max(a.againstEnd, b.againstEnd),
      voice: a.voice === b.voice ? a.voice : undefined,
    }
  },
}

/** A position of a fact, in its place in time, given what ends it and whose voice it is. */
export function held(
  fact: CarrierFact,
  part: number,
  position: TakenPosition,
  endings: readonly Ending[],
  voice: string,
): Held {
  return {
    ...beginning(fact, position),
    entry: fact.entry,
    part,
    ...endsOf(endings),
    side: sideOf(position.stance),
    voice,
    position,
    fact,
    ending: endings[0],
  }
}

/** The window in which a position begins to hold: that of its statement, unless it says otherwise. */
export function beginning(fact: CarrierFact, { since }: TakenPosition): Window {
  if (since !== undefined) return windowOf(since, fact.recordedAt)
  return { from: fact.from, until: fact.until }
}

function covers(a: Reach, b: Reach): boolean {
  return (
    a.end >= b.end &&
    a.unretracted >= b.unretracted &&
    a.surely >= b.surely &&
    a.for >= b.for &&
    a.against >= b.against &&
    a.forEnd >= b.forEnd &&
    a.againstEnd >= b.againstEnd &&
    (a.voice === b.voice || a.voice === undefined)
  )
}
