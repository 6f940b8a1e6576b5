import type { EventOf, LedgerEvent, WithheldEvent } from '../../events/registry.ts'
import { type Corrected, correct, outcomeOf, uncorrected } from './corrections.ts'
import { countUpTo } from './count-up-to.ts'
import { type History, Versioned } from './history.ts'
import type { Change, StandingFact } from './standing-fact.ts'
import { closedBy, windowOfDate } from './window.ts'

type Correction = EventOf<'entry.corrected'> | EventOf<'entry.voided'>
/** An event that says nothing of the world, and that nothing corrects: of the log, a role, a release, an erasure. */
type PlainEvent = EventOf<
  | 'log.keyRotated'
  | 'log.moved'
  | 'role.granted'
  | 'role.revoked'
  | 'entry.released'
  | 'entry.erased'
>
type FactEvent = Exclude<LedgerEvent, Correction | PlainEvent>

interface Entry {
  readonly event: LedgerEvent | WithheldEvent
  /** The event at the root of a chain of corrections: it recorded a fact, or is a plain one. */
  readonly root: FactEvent | PlainEvent | WithheldEvent
  /** The fact that the entry records; undefined for a correction, and for a plain event. */
  readonly fact: StandingFact | undefined
  /** Undefined while the entry neither corrects nor is corrected, as most never do. */
  corrected: CorrectedEntry | undefined
}

interface CorrectedEntry {
  /** The corrections that target the entry, in the order of their revisions. */
  readonly corrections: Entry[]
  readonly settled: Corrected<StandingFact>
  /** The fact in the place of the entry, where it is a root. */
  readonly standing: Versioned<StandingFact | undefined>
}

/**
 * The fact that stands in the place of each entry. Corrections are settled here, so that every other
 * projection is given facts that come and go, and has no rules for corrections.
 *
 * Of several corrections of an entry, the latest counts that is not undone itself. Voiding a
 * correction undoes it. Correcting a correction puts the new replacement in the place of its target.
 */
export class Entries {
  readonly #history: History
  readonly #byId = new Map<string, Entry>()
  readonly #byRevision: Entry[] = []
  /** The revisions whose events are withheld, in order. */
  readonly #withheld: number[] = []
  /** The revisions whose events changed what stands in the place of an earlier entry, in order. */
  readonly #corrections: number[] = []
  /** The releases of entries, in the order of their revisions. */
  readonly #releases: EventOf<'entry.released'>[] = []

  constructor(history: History) {
    this.#history = history
  }

  /** Folds one event; says which fact ceased to stand and which now does. */
  apply(event: LedgerEvent): Change {
    if (isPlain(event)) {
      if (event.type === 'entry.released') {
        this.#releases.push(event)
        this.#history.changing(() => this.#releases.pop())
      }
      this.#record({ event, root: event, fact: undefined, corrected: undefined })
      return { removed: undefined, added: undefined }
    }
    if (event.type !== 'entry.corrected' && event.type !== 'entry.voided') {
      const fact = factOf(event, event)
      this.#record({ event, root: event, fact, corrected: undefined })
      return { removed: undefined, added: fact }
    }
    const target = this.#byId.get(event.body.target)
    if (target === undefined) throw new Error(`${event.id} corrects what is not in the ledger`)
    const { root } = target
    const says = event.type === 'entry.voided' ? 'nothing' : factOf(event, root)
    const corrected = this.#correctedEntry(uncorrected<StandingFact>(says, true))
    const correction: Entry = { event, root, fact: undefined, corrected }
    this.#record(correction)
    const { corrections, settled } = this.#ownCorrected(target)
    const takeBack = correct(settled, corrected.settled)
    this.#history.changing(() => {
      corrections.pop()
      takeBack()
    })
    corrections.push(correction)
    return this.#stand(this.#ownCorrected(this.#byId.get(root.id) as Entry))
  }

  /** Passes over an event that says nothing here: only its place is kept. */
  pass(event: WithheldEvent): void {
    this.#record({ event, root: event, fact: undefined, corrected: undefined })
    this.#withheld.push(event.revision)
    this.#history.changing(() => this.#withheld.pop())
  }

  /** The fact that stood, after `revision`, in the place of the entry with that event id. */
  standing(id: string, revision: number): StandingFact | undefined {
    return standingOf(this.#byId.get(id), revision)
  }

  /** The fact that stood, after `revision`, in the place of the entry at revision `entry`. */
  standingAt(entry: number, revision: number): StandingFact | undefined {
    return standingOf(this.#byRevision[entry], revision)
  }

  /** The change that the event at that revision made to the facts that stand. */
  changeAt(revision: number): Change {
    const root = this.#byRevision[revision]?.root
    const entry = root && this.#byRevision[root.revision]
    return { removed: standingOf(entry, revision - 1), added: standingOf(entry, revision) }
  }

  /** The events that corrected an entry, directly or not, as known after `revision`. */
  corrections(id: string, revision: number): readonly Correction[] {
    const found: Correction[] = []
    const waiting = [this.#byId.get(id)]
    for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
      for (const correction of entry.corrected?.corrections ?? []) {
        if (correction.event.revision > revision) break
        found.push(correction.event as Correction)
        waiting.push(correction)
      }
    }
    return found.sort((a, b) => a.revision - b.revision)
  }

  /** The event at that revision, or the one with that id; undefined also if it is withheld. */
  event(at: number | string): LedgerEvent | undefined {
    const event = this.recorded(at)
    return event?.body === null ? undefined : event
  }

  /** As {@link event}; of a withheld event what is known of it. */
  recorded(at: number | string): LedgerEvent | WithheldEvent | undefined {
    return (typeof at === 'number' ? this.#byRevision[at] : this.#byId.get(at))?.event
  }

  /** The number of events after one revision, up to another, that are not withheld. */
  countBetween(from: number, to: number): number {
    const hidden = countUpTo(this.#withheld, to) - countUpTo(this.#withheld, from)
    return Math.max(0, to - from - hidden)
  }

  /** The revisions, after one and up to another, that changed what stands in the place of an earlier entry. */
  correctionsBetween(from: number, to: number): readonly number[] {
    return this.#corrections.slice(
      countUpTo(this.#corrections, from),
      countUpTo(this.#corrections, to),
    )
  }

  /** The releases after one revision, up to another. */
  releasesBetween(from: number, to: number): readonly EventOf<'entry.released'>[] {
    return this.#releases.filter(({ revision }) => revision > from && revision <= to)
  }

  /** The revision of the event that released an entry, as known after `revision`; null without one. */
  releaseOf(id: string, revision: number): number | null {
    const release = this.releasesBetween(-1, revision).find(({ body }) => body.target === id)
    return release?.revision ?? null
  }

  #record(entry: Entry): void {
    const { id } = entry.event
    if (this.#history.isTentative) {
      this.#history.changing(() => {
        this.#byId.delete(id)
        this.#byRevision.pop()
      })
    }
    this.#byId.set(id, entry)
    this.#byRevision.push(entry)
  }

  #correctedEntry(settled: Corrected<StandingFact>): CorrectedEntry {
    return { corrections: [], settled, standing: new Versioned(this.#history, undefined) }
  }

  /** The node that keeps the corrections of an entry: made for the first of them. */
  #ownCorrected(entry: Entry): CorrectedEntry {
    if (entry.corrected !== undefined) return entry.corrected
    const { fact } = entry
    const made = this.#correctedEntry(uncorrected<StandingFact>(fact ?? 'nothing', false))
    if (fact !== undefined) made.standing.setLate(fact, fact.since)
    this.#history.changing(() => {
      entry.corrected = undefined
    })
    entry.corrected = made
    return made
  }

  /** Makes what a root comes to stand in its place, from this revision on. */
  #stand({ settled, standing }: CorrectedEntry): Change {
    const { revision } = this.#history
    const outcome = outcomeOf(settled)
    const removed = standing.head
    const added = typeof outcome === 'string' ? undefined : sinceRevision(outcome, revision)
    if (removed !== undefined) {
      this.#history.changing(() => setEnd(removed, Number.POSITIVE_INFINITY))
      setEnd(removed, revision)
    }
    standing.set(added)
    this.#history.changing(() => this.#corrections.pop())
    this.#corrections.push(revision)
    return { removed, added }
  }
}

function isPlain(event: LedgerEvent): event is PlainEvent {
  return /^(log\.|role\.|entry\.(released|erased)$)/.test(event.type)
}

function standingOf(entry: Entry | undefined, revision: number): StandingFact | undefined {
  if (entry?.corrected !== undefined) return entry.corrected.standing.at(revision)
  return entry?.fact !== undefined && entry.fact.since <= revision ? entry.fact : undefined
}

/** A fact as it stands from a revision on: a copy of it where it stood before. */
function sinceRevision(fact: StandingFact, since: number): StandingFact {
  return fact.since === since ? fact : { ...fact, since, ended: Number.POSITIVE_INFINITY }
}

function setEnd(fact: { ended: number }, ended: number): void {
  fact.ended = ended
}

/** The fact that an event carries, in the place of the entry `root`. */
function factOf(event: EventOf<'entry.corrected'> | FactEvent, root: Entry['root']): StandingFact {
  const { type, body, occurred } = event.type === 'entry.corrected' ? event.body.replacement : event
  const { from, until } = closedBy(Date.parse(event.recordedAt), windowOfDate(occurred))
  return {
    type,
    body,
    entry: root.revision,
    id: root.id,
    recordedIn: event.revision,
    recordedAt: event.recordedAt,
    actor: event.actor,
    occurred,
    from,
    until,
    since: event.revision,
    ended: Number.POSITIVE_INFINITY,
  } as StandingFact
}
