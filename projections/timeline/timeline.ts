import type { UncertainDate } from '../../events/envelope.ts'
import { type FactIndex, factKeys } from '../fact-index.ts'
import type { MeetingFact, MeetingReply } from '../meetings/meeting-reply.ts'
import type { Meetings } from '../meetings/meetings.ts'
import { compareKeys, type TemporalKey } from '../time/bitemporal.ts'
import { PlacedFact } from '../time/dated-facts-by.ts'
import { ListedBy } from '../time/facts-by.ts'
import type { History } from '../time/history.ts'
import { isPossible, type ShownFact, shown } from '../time/shown-fact.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import type { Scan } from '../time/temporal-list.ts'
import { type Headline, headlineOf } from './headline.ts'
import { type Mention, mentionsOf } from './mentions.ts'
import { type TimelineFilter, timelineKeys } from './timeline-filter.ts'

/** A fact in its place in time or, as a `plan`, a meeting at the time it is planned for. */
interface PlacedItem {
  readonly kind: 'fact' | 'plan'
  /** The date that gives it its place: when it occurred or, for a plan, is to occur. */
  readonly at: UncertainDate
  /** The things that it names, and last the sources it rests on. */
  readonly mentions: readonly Mention[]
  /** Present if the words are those of a correction. */
  readonly corrected?: true
  readonly fact: ShownFact
}

export type TimelineItem = PlacedItem & Headline

/**
 * The place of an item in the timeline: valid time in milliseconds, then the rank of its entry. A
 * plan ranks half a step after the entry that made it.
 */
export type TimelinePlace = Pick<TemporalKey, 'from' | 'entry'>

export interface TimelinePage {
  readonly items: readonly TimelineItem[]
  /** The place of the last item, after which to go on; null where there is no more. */
  readonly next: TimelinePlace | null
}

export interface TimelineQuery {
  readonly filter?: TimelineFilter
  /** By default the earliest come first. */
  readonly order?: Scan['order']
  /** The place of the last item seen, in that order. */
  readonly after?: TimelinePlace | undefined
  /** The most items. */
  readonly limit: number
}

type Plan = PlacedFact<MeetingFact>

/** An item that is not written out yet. */
interface Found extends TimelinePlace {
  /** Undefined where it is passed over after all. */
  readonly write: (() => TimelineItem) | undefined
}

/**
 * Every fact that counts, in valid-time order. A meeting shows as its facts, each at its own
 * date. A meeting that has not taken place shows as a plan too, at the date for which it is planned,
 * even if that date has not come.
 */
export class Timeline {
  readonly folds = ['meeting'] as const
  readonly #meetings: Meetings
  readonly #facts: FactIndex
  /** Under one key. */
  readonly #plans: ListedBy<Plan>
  readonly #items = new WeakMap<StandingFact, TimelineItem>()

  /** @param facts is folded before this. */
  constructor(history: History, facts: FactIndex, meetings: Meetings) {
    this.#meetings = meetings
    this.#facts = facts
    this.#plans = new ListedBy(history)
  }

  apply({ removed, added }: Change): void {
    const [ended, begun] = [removed && planOf(removed), added && planOf(added)]
    if (ended !== undefined) this.#plans.ended('', ended)
    if (begun !== undefined) this.#plans.put('', begun)
  }

  /**
   * One page: O(log n) and a little for each item that it shows or that the filter passes over.
   */
  page(asOf: AsOf, query: TimelineQuery): TimelinePage {
    const { after, order = 'earliest_first' } = query
    const keys = timelineKeys(query.filter ?? {})
    const facts = this.#countingFacts(keys, { ...asOf, after, order })
    const plans = this.#plannedMeetings(keys, { ...asOf, after, order }, asOf)
    const items: TimelineItem[] = []
    let last: TimelinePlace | null = null
    for (const found of merged(facts, plans, order)) {
      if (found.write === undefined) continue
      if (items.length === query.limit) return { items, next: last }
      items.push(found.write())
      last = { from: found.from, entry: found.entry }
    }
    return { items, next: null }
  }

  *#countingFacts(keys: readonly string[], scan: Scan & AsOf): Generator<Found> {
    const [first, ...others] = keys
    for (const fact of this.#facts.of(first as string).scan(scan)) {
      if (isUnder(fact, others)) {
        yield {
          from: fact.from,
          entry: fact.entry,
          write: () => this.#item(fact, scan),
        }
      }
    }
  }

  /** Of a fact that is certain the item is always the same object. */
  #item(fact: StandingFact, asOf: AsOf): TimelineItem {
    const kept = isPossible(fact, asOf) ? undefined : this.#items.get(fact)
    if (kept !== undefined) return kept
    const item = { kind: 'fact', at: fact.occurred, ...told(fact, asOf) } as const
    if (item.fact.possibly === undefined) this.#items.set(fact, item)
    return item
  }

  *#plannedMeetings(keys: readonly string[], scan: Scan, asOf: AsOf): Generator<Found> {
    const anyTime = { ...scan, validTime: Number.POSITIVE_INFINITY }
    // A meeting may have any number of plans, and is made out of all its facts.
    const meetings = new Map<string, MeetingReply | undefined>()
    const meetingOf = (id: string) => {
      if (!meetings.has(id)) meetings.set(id, this.#meetings.alone(id, asOf))
      return meetings.get(id)
    }
    for (const { from, entry, fact } of this.#plans.of('').scan(anyTime)) {
      yield {
        from,
        entry,
        write: isUnder(fact, keys) ? planned(fact, meetingOf(fact.body.meeting), asOf) : undefined,
      }
    }
  }
}

/** The date of a plan, if it is the one in force for a meeting that is still ahead. */
function planned(fact: MeetingFact, meeting: MeetingReply | undefined, asOf: AsOf): Found['write'] {
  if (meeting?.scheduledFact?.entry !== fact.entry) return undefined
  const { meeting: id, state, scheduled: at, title, tookPlace } = meeting
  const isAhead = state === 'announced' || state === 'postponed'
  if (!isAhead || at === null || tookPlace !== null) return undefined
  const params = { meeting: id, title, scheduled: at }
  return () => ({ kind: 'plan', at, ...told(fact, asOf), code: 'meeting.planned', params })
}

/** The place of a meeting's plan, for a fact that says when the meeting is planned for. */
function planOf(fact: StandingFact): Plan | undefined {
  const scheduled = 'scheduled' in fact.body ? fact.body.scheduled : undefined
  if (scheduled === undefined) return undefined
  const from = scheduled.from === null ? Number.NEGATIVE_INFINITY : Date.parse(scheduled.from)
  // Behind the fact itself, where both have one time.
  return new PlacedFact(fact as MeetingFact, from, fact.entry + 0.5)
}

function isUnder(fact: StandingFact, keys: readonly string[]): boolean {
  if (keys.length === 0) return true
  const under = factKeys(fact)
  return keys.every((key) => under.has(key))
}

function told(fact: StandingFact, asOf: AsOf) {
  return {
    ...headlineOf(fact),
    mentions: mentionsOf(fact),
    ...(fact.recordedIn === fact.entry ? {} : { corrected: true as const }),
    fact: shown(fact, asOf),
  }
}

/** Two sequences that are each in that order, as one. */
function* merged(a: Iterator<Found>, b: Iterator<Found>, order: Scan['order']): Generator<Found> {
  const sign = order === 'earliest_first' ? 1 : -1
  let [nextA, nextB] = [a.next(), b.next()]
  while (!nextA.done || !nextB.done) {
    if (nextB.done || (!nextA.done && sign * compareKeys(nextA.value, nextB.value) < 0)) {
      yield (nextA as IteratorYieldResult<Found>).value
      nextA = a.next()
    } else {
      yield nextB.value
      nextB = b.next()
    }
  }
}
