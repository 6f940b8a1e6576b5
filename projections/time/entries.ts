import type { EventOf, LedgerEvent } from '../../events/registry.ts'
import { type History, Versioned } from './history.ts'
import type { Change, StandingFact } from './standing-fact.ts'
import { closedBy, windowOf } from './window.ts'

type Correction = EventOf<'entry.corrected'> | EventOf<'entry.voided'>
type FactEvent = Exclude<LedgerEvent, Correction>

/** What an entry says once the corrections of it are taken into account. */
type Outcome = StandingFact | 'nothing' | 'undone'

interface Entry {
  readonly event: LedgerEvent
  /** The entry that this one corrects; undefined where it records a fact. */
  readonly target: Entry | undefined
  /** The event that recorded a fact, at the root of a chain of corrections. */
  readonly root: FactEvent
  /** The corrections that target this entry, in the order of their revisions. */
  readonly corrections: Entry[]
  /** What it comes to now. */
  outcome: Outcome
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
      return this.#stand(this.#record(event, event, undefined))
    }
    const target = this.#byId.get(event.body.target)
    if (target === undefined) throw new Error(`${event.id} corrects what is not in the ledger`)
    const correction = this.#record(event, target.root, target)
    this.#history.changing(() => target.corrections.pop())
    target.corrections.push(correction)
    return this.#stand(this.#settle(target))
  }

  /** The fact that stood, after `revision`, in the place of the entry with that event id. */
  standing(id: string, revision: number): StandingFact | undefined {
    return this.#byId.get(id)?.standing.at(revision)
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

  #record(event: LedgerEvent, root: FactEvent, target: Entry | undefined): Entry {
    const entry: Entry = {
      event,
      target,
      root,
      corrections: [],
      outcome: ownOutcome(event, root),
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
  #stand({ outcome, standing }: Entry): Change {
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

  /**
   * Settles what was corrected, and in turn what that corrects, for as long as that changes
   * anything: in a loop, since chains can be long.
   *
   * @returns the entry at the root of the chain
   */
  #settle(corrected: Entry): Entry {
    for (let entry: Entry | undefined = corrected; entry !== undefined; entry = entry.target) {
      const settled = entry
      const { outcome } = settled
      const now = outcomeOf(settled)
      if (now === outcome) break
      if (this.#history.isTentative) {
        this.#history.changing(() => {
          settled.outcome = outcome
        })
      }
      settled.outcome = now
    }
    return this.#byId.get(corrected.root.id) as Entry
  }
}

/** A fact as it stands from a revision on: a copy of it where it stood before. */
function sinceRevision(fact: StandingFact, since: number): StandingFact {
  return fact.since === since ? fact : { ...fact, since, ended: Number.POSITIVE_INFINITY }
}

function setEnd(fact: { ended: number }, ended: number): void {
  fact.ended = ended
}

function outcomeOf({ event, root, target, corrections }: Entry): Outcome {
  for (let latest = corrections.length - 1; latest >= 0; latest -= 1) {
    const { outcome } = corrections[latest] as Entry
    if (outcome === 'undone') continue
    return outcome === 'nothing' && target !== undefined ? 'undone' : outcome
  }
  return ownOutcome(event, root)
}

function ownOutcome(event: LedgerEvent, root: FactEvent): Outcome {
  return event.type === 'entry.voided' ? 'nothing' : factOf(event, root)
}

/** The fact that an event carries, in the place of the entry `root`. */
function factOf(event: EventOf<'entry.corrected'> | FactEvent, root: FactEvent): StandingFact {
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
