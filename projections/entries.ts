import type { EventOf, LedgerEvent } from '../events/registry.ts'
import { type History, Versioned } from './history.ts'
import type { Change, StandingFact } from './standing-fact.ts'

type Correction = EventOf<'entry.corrected'> | EventOf<'entry.voided'>
type FactEvent = Exclude<LedgerEvent, Correction>

/** What an entry says once the corrections of it are taken into account. */
type Outcome = StandingFact | 'nothing' | 'undone'

interface Entry {
  readonly event: LedgerEvent
  /** The event that recorded a fact, at the root of a chain of corrections. */
  readonly root: FactEvent
  /** The corrections that target this entry, in the order of their revisions. */
  readonly corrections: Versioned<readonly Entry[]>
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
    if (event.type !== 'entry.corrected' && event.type !== 'entry.voided') {
      const entry = this.#record(event, event)
      const added = factOf(event, event)
      entry.standing.set(added)
      return { removed: undefined, added }
    }
    const target = this.#byId.get(event.body.target)
    if (target === undefined) throw new Error(`${event.id} corrects what is not in the ledger`)
    const correction = this.#record(event, target.root)
    target.corrections.set([...target.corrections.head, correction])
    return this.#settle(this.#byId.get(target.root.id) as Entry)
  }

  /** The fact that stood, after `revision`, in the place of the entry with that event id. */
  standing(id: string, revision: number): StandingFact | undefined {
    return this.#byId.get(id)?.standing.at(revision)
  }

  /** The events that corrected the entry at `revision`, directly or not, as known after `asOf`. */
  corrections(id: string, asOf: number): readonly Correction[] {
    const found: Correction[] = []
    const collect = (entry: Entry | undefined) => {
      for (const correction of entry?.corrections.at(asOf) ?? []) {
        found.push(correction.event as Correction)
        collect(correction)
      }
    }
    collect(this.#byId.get(id))
    return found.sort((a, b) => a.revision - b.revision)
  }

  /** The event at that revision, and the one with that id. */
  event(at: number | string): LedgerEvent | undefined {
    return (typeof at === 'number' ? this.#byRevision[at] : this.#byId.get(at))?.event
  }

  #record(event: LedgerEvent, root: FactEvent): Entry {
    const entry: Entry = {
      event,
      root,
      corrections: new Versioned<readonly Entry[]>(this.#history, []),
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

  #settle(root: Entry): Change {
    const removed = root.standing.head
    const outcome = resolve(root)
    const added = typeof outcome === 'string' ? undefined : outcome
    root.standing.set(added)
    return { removed, added }
  }
}

function resolve(entry: Entry): Outcome {
  for (const correction of entry.corrections.head.toReversed()) {
    const outcome = resolve(correction)
    if (outcome === 'undone') continue
    return outcome === 'nothing' && entry.event !== entry.root ? 'undone' : outcome
  }
  const { event } = entry
  return event.type === 'entry.voided' ? 'nothing' : factOf(event, entry.root)
}

/** The fact that an event carries, in the place of the entry `root`. */
function factOf(event: EventOf<'entry.corrected'> | FactEvent, root: FactEvent): StandingFact {
  const { type, body, occurred } = event.type === 'entry.corrected' ? event.body.replacement : event
  const from = occurred.from === null ? Number.NEGATIVE_INFINITY : Date.parse(occurred.from)
  const recorded = Date.parse(event.recordedAt)
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
    until: occurred.until === null ? Math.max(from, recorded) : Date.parse(occurred.until),
  } as StandingFact
}
