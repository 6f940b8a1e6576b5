import type { EventOf, LedgerEvent } from '../../events/registry.ts'
import { type Corrected, correct, type Outcome, outcomeOf, uncorrected } from './corrections.ts'
import { type History, Versioned } from './history.ts'
import type { Change, StandingFact } from './standing-fact.ts'
import { closedBy, windowOf } from './window.ts'

type Correction = EventOf<'entry.corrected'> | EventOf<'entry.voided'>
type LogEvent = EventOf<'log.keyRotated'> | EventOf<'log.moved'>
type FactEvent = Exclude<LedgerEvent, Correction | LogEvent>

interface Entry {
  readonly event: LedgerEvent
  /** The event at the root of a chain of corrections: it recorded a fact, or is of the log. */
  readonly root: FactEvent | LogEvent
  /** The corrections that target this entry, in the order of their revisions. */
  readonly corrections: Entry[]
  /** What its corrections make of it; undefined while it neither corrects nor is corrected. */
  corrected: Corrected<StandingFact> | undefined
  /** The fact that stands in this entry's place, where it is a root. */
  readonly standing: Versioned<StandingFact | undefined>
}

/**
 * Which fact stands in each entry's place. Ledger corrections are settled here, once, so that every
 * other projection sees facts come and go and knows nothing of corrections.
 *
 * Of several corrections of one entry the latest that is not itself undone decides; to void a
 * correction is to undo it; to correct a correction puts the new replacement in its target's place.
 */
export class Entries {
  readonly #history: History
  readonly #byId = new Map<string, Entry>()
  readonly #byRevision: Entry[] = []

  constructor(history: History) {
    this.#history = history
  }

  /** Folds one event; says which fact ceased to stand and which now does. */
  apply(event: LedgerEvent): Change {
    if (event.type === 'log.keyRotated' || event.type === 'log.moved') {
      this.#record(event, event)
      return { removed: undefined, added: undefined }
    }
    if (event.type !== 'entry.corrected' && event.type !== 'entry.voided') {
      return this.#stand(this.#record(event, event), factOf(event, event))
    }
    const target = this.#byId.get(event.body.target)
    if (target === undefined) throw new Error(`${event.id} corrects what is not in the ledger`)
    const correction = this.#record(event, target.root)
    const says = event.type === 'entry.voided' ? 'nothing' : factOf(event, target.root)
    correction.corrected = uncorrected<StandingFact>(says, true)
    target.corrected ??= uncorrected<StandingFact>(target.standing.head ?? 'nothing', false)
    const takeBack = correct(target.corrected, correction.corrected)
    this.#history.changing(() => {
      target.corrections.pop()
      takeBack()
    })
    target.corrections.push(correction)
    const root = this.#byId.get(target.root.id) as Entry
    return this.#stand(root, outcomeOf(root.corrected as Corrected<StandingFact>))
  }

  /** The fact that stood, after `revision`, in the place of the entry with that event id. */
  standing(id: string, revision: number): StandingFact | undefined {
    return this.#byId.get(id)?.standing.at(revision)
  }

  /** The fact that stood, after `revision`, in the place of the entry at revision `entry`. */
  standingAt(entry: number, revision: number): StandingFact | undefined {
    return this.#byRevision[entry]?.standing.at(revision)
  }

  /** The events that corrected an entry, directly or not, as known after `revision`. */
  corrections(id: string, revision: number): readonly Correction[] {
    const found: Correction[] = []
    const waiting = [this.#byId.get(id)]
    for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
      for (const correction of entry.corrections) {
        if (correction.event.revision > revision) break
        found.push(correction.event as Correction)
        waiting.push(correction)
      }
    }
    return found.sort((a, b) => a.revision - b.revision)
  }

  /** The event at that revision, and the one with that id. */
  event(at: number | string): LedgerEvent | undefined {
    return (typeof at === 'number' ? this.#byRevision[at] : this.#byId.get(at))?.event
  }

  #record(event: LedgerEvent, root: FactEvent | LogEvent): Entry {
    const entry: Entry = {
      event,
      root,
      corrections: [],
      corrected: undefined,
      standing: new Versioned<StandingFact | undefined>(this.#history, undefined),
    }
    this.#history.changing(() => {
      this.#byId.delete(event.id)
      this.#byRevision.pop()
    })
    this.#byId.set(event.id, entry)
    this.#byRevision.push(entry)
    return entry
  }

  /** Makes the outcome of a root what stands in its place, from this revision on. */
  #stand({ standing }: Entry, outcome: Outcome<StandingFact>): Change {
    const { revision } = this.#history
    const removed = standing.head
    const added = typeof outcome === 'string' ? undefined : sinceRevision(outcome, revision)
    if (removed !== undefined) {
      this.#history.changing(() => setEnd(removed, Number.POSITIVE_INFINITY))
      setEnd(removed, revision)
    }
    standing.set(added)
    return { removed, added }
  }
}

/** A fact as it stands from a revision on: a copy of it where it stood before. */
function sinceRevision(fact: StandingFact, since: number): StandingFact {
  return fact.since === since ? fact : { ...fact, since, ended: Number.POSITIVE_INFINITY }
}

function setEnd(fact: { ended: number }, ended: number): void {
  fact.ended = ended
}

/** The fact that an event carries, in the place of the entry `root`. */
function factOf(
  event: EventOf<'entry.corrected'> | FactEvent,
  root: FactEvent | LogEvent,
): StandingFact {
  const { type, body, occurred } = event.type === 'entry.corrected' ? event.body.replacement : event
  const { from, until } = closedBy(Date.parse(event.recordedAt), windowOf(occurred))
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
