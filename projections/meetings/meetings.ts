import { Renamings } from '../renamings.ts'
import { FactsBy } from '../time/facts-by.ts'
import type { History } from '../time/history.ts'
import { atOnce, findEach, type Pieces } from '../time/pieces.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import { factsInOrder, foldMeeting } from './meeting-fold.ts'
import type { MeetingFact, MeetingReply, MeetingWithParts } from './meeting-reply.ts'

/** A meeting and what it is ordered by. */
interface Placed {
  readonly when: number
  readonly entry: number
  readonly reply: MeetingReply
}

/**
 * Meetings, from the first word of a plan to their end. What one is called and what it belongs to
 * is told by the entry that opened it, whatever its valid time, until a renaming; it is there from
 * the first of its facts that counts.
 */
export class Meetings {
  readonly folds = ['meeting'] as const
  readonly #facts: FactsBy<MeetingFact>
  readonly #parts: FactsBy<MeetingFact>
  readonly #renamings: Renamings<'meeting.renamed'>

  constructor(history: History) {
    this.#facts = new FactsBy<MeetingFact>(history, (fact) =>
      isMeeting(fact) ? [fact.body.meeting] : [],
    )
    this.#renamings = new Renamings(history, 'meeting.renamed', ({ meeting }) => meeting)
    this.#parts = new FactsBy<MeetingFact>(history, (fact) => {
      const partOf = isMeeting(fact) ? fact.body.opens?.partOf : undefined
      return partOf === undefined ? [] : [partOf]
    })
  }

  apply(change: Change): void {
    this.#facts.apply(change)
    this.#parts.apply(change)
    this.#renamings.apply(change)
  }

  /**
   * Every meeting in valid-time order: by when it took place, else by when it is scheduled, else by
   * when it was first spoken of.
   */
  list(asOf: AsOf): MeetingReply[] {
    return atOnce(this.listing(asOf))
  }

  /** As {@link Meetings.list}, or those named alone: each meeting in a piece of its own. */
  listing(asOf: AsOf, named?: Iterable<string>): Pieces<MeetingReply[]> {
    return this.#ordered(named ?? this.#facts.keys(), asOf)
  }

  /** One meeting by itself; undefined where no fact of it counts. */
  alone(meeting: string, asOf: AsOf): MeetingReply | undefined {
    return this.#placed(meeting, asOf)?.reply
  }

  /** One meeting with those that belong to it; undefined where no fact of it counts. */
  one(meeting: string, asOf: AsOf): MeetingWithParts | undefined {
    const placed = this.#placed(meeting, asOf)
    return placed && this.#withParts(placed.reply, asOf, new Set([meeting]))
  }

  /** @param shown those that the reply has already, so that a wrong entry cannot nest for ever */
  #withParts(reply: MeetingReply, asOf: AsOf, shown: ReadonlySet<string>): MeetingWithParts {
    const opened = [...this.#parts.all(reply.meeting, asOf.revision)]
    const ids = new Set(opened.map(({ body }) => body.meeting))
    const parts = atOnce(this.#ordered(ids.difference(shown), asOf)).filter(
      ({ partOf }) => partOf === reply.meeting,
    )
    const within = (part: MeetingReply) =>
      this.#withParts(part, asOf, new Set([...shown, part.meeting]))
    return { ...reply, parts: parts.map(within) }
  }

  *#ordered(ids: Iterable<string>, asOf: AsOf): Pieces<MeetingReply[]> {
    const placed = yield* findEach(ids, (id) => this.#placed(id, asOf))
    placed.sort((a, b) => (a.when === b.when ? a.entry - b.entry : a.when < b.when ? -1 : 1))
    return placed.map(({ reply }) => reply)
  }

  #placed(meeting: string, asOf: AsOf): Placed | undefined {
    const known = [...this.#facts.all(meeting, asOf.revision)]
    const facts = factsInOrder(known).filter(({ from }) => from <= asOf.validTime)
    const [first] = facts
    if (first === undefined) return undefined
    const opening = known
      .filter(({ body }) => body.opens !== undefined)
      .sort((a, b) => a.entry - b.entry)[0]
    const { title, kind, partOf } = opening?.body.opens ?? { title: meeting, kind: 'meeting' }
    const fold = foldMeeting(facts, asOf)
    const reply = {
      ...{ meeting, title, kind, partOf: partOf ?? null },
      ...this.#renamings.latest(meeting, asOf),
      renamings: this.#renamings.of(meeting, asOf),
      ...fold,
    }
    const date = fold.tookPlace ?? fold.scheduled ?? first.occurred
    const when = date.from === null ? Number.NEGATIVE_INFINITY : Date.parse(date.from)
    return { when, entry: (opening ?? first).entry, reply }
  }
}

function isMeeting(fact: StandingFact): fact is MeetingFact {
  return fact.type.startsWith('meeting.') && fact.type !== 'meeting.renamed'
}
