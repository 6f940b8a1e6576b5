import type { Subject } from '../../events/position.ts'
import { type TakenBack, takenBackFor } from '../statements/retractions.ts'
import { BitemporalIndex, type Measure, type Node, type TemporalKey } from '../time/bitemporal.ts'
import type { History } from '../time/history.ts'
import { canEnd } from '../time/holding.ts'
import { Keyed } from '../time/keyed.ts'
import type { Change, StandingFact } from '../time/standing-fact.ts'
import type { TimeWindow } from '../time/window.ts'
import { type Ending, type EndingFact, earliestStart, isEnding } from './ending.ts'
import type { CarrierFact, TakenPosition } from './position.ts'

/** An end, in the order of the times by which it has surely come about. */
interface End extends TemporalKey {
  readonly fact: EndingFact
}

/** The first of some ends, and the earliest time by which any of them has surely come about. */
interface FirstEnd {
  readonly fact: EndingFact
  readonly until: number
}

const FIRST: Measure<End, FirstEnd> = {
  of: ({ fact }) => ({ fact, until: fact.until }),
  combine: (a, b) => ({
    fact: isEarlier(b.fact, a.fact) ? b.fact : a.fact,
    until: Math.min(a.until, b.until),
  }),
}

/**
 * The facts that end positions of statements: retractions, by those who retract, and ends of single
 * positions. However many there are of one position, its ends are found in O(log n).
 */
export class RecordedEnds {
  readonly #ends: Keyed<BitemporalIndex<End, FirstEnd>>

  constructor(history: History) {
    this.#ends = new Keyed(history, () => new BitemporalIndex(history, FIRST))
  }

  apply({ removed, added }: Change): void {
    if (isEnding(removed)) {
      for (const key of keysOf(removed)) this.#ends.own(key).remove(endOf(removed))
    }
    if (isEnding(added)) for (const key of keysOf(added)) this.#ends.own(key).put(endOf(added))
  }

  /** Ends that come to the same as all that end a position together, as known after `revision`. */
  of(fact: CarrierFact, position: TakenPosition, revision: number): Ending[] {
    if (fact.type !== 'statement.recorded') return []
    const { statement } = fact.body
    const start = earliestStart(fact, position)
    const ended = this.#first([endedKey(statement, position)], start, revision)
    const takenBackBy = (party: string | undefined): TakenBack | undefined => {
      const keys = [retractedKey(statement), ...(party ? [retractedKey(statement, party)] : [])]
      return this.#first(keys, start, revision) as TakenBack | undefined
    }
    const takenBack = takenBackFor(fact.body, position.party, takenBackBy)
    const ending = (
      why: Ending['why'],
      { fact, from, until }: TimeWindow & { fact: EndingFact },
    ) => ({
      ...{ why, at: fact.occurred, fact, from, until },
    })
    return [
      ...(ended ? [ending('ended', ended)] : []),
      ...takenBack.map((one) => ending('retracted', one)),
    ]
  }

  /** The first end under any of the keys that has an effect on what began in `start`. */
  #first(keys: readonly string[], start: TimeWindow, revision: number) {
    let first: FirstEnd | undefined
    for (const key of keys) {
      let tree = this.#ends.get(key)?.root(revision)
      while (tree !== undefined) {
        if (canEnd(start, tree.item.fact)) {
          const later = withoutEarlier(tree)
          first = first === undefined ? later : FIRST.combine(first, later)
          tree = tree.earlier
        } else tree = tree.later
      }
    }
    return first && { fact: first.fact, from: first.fact.from, until: first.until }
  }
}

function withoutEarlier({ item, later }: Node<End, FirstEnd>): FirstEnd {
  const own = FIRST.of(item)
  return later === undefined ? own : FIRST.combine(own, later.summary)
}

function isEarlier(a: StandingFact, b: StandingFact): boolean {
  return a.from === b.from ? a.entry < b.entry : a.from < b.from
}

function endOf(fact: EndingFact): End {
  return { from: fact.until, entry: fact.entry, fact }
}

function keysOf({ type, body }: EndingFact): string[] {
  if (type === 'position.ended') return [endedKey(body.statement, body)]
  const { statement, by } = body
  return by === undefined
    ? [retractedKey(statement)]
    : [...new Set(by)].map((party) => retractedKey(statement, party))
}

/** Of what is retracted by one party or, without one, by all. */
function retractedKey(statement: string, party = ''): string {
  return `${statement} retracted ${party}`
}

function endedKey(statement: string, { party, subject }: { party: string; subject: Subject }) {
  return `${statement} ended ${party} ${subject.kind}:${subject.id}`
}
