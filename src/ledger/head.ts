import type { LedgerEvent, WithheldEvent } from '../../events/registry.ts'
import type { Decisions } from '../decide/rules.ts'
import type { EventStore, StoredEvent } from '../store/event-store.ts'
import type { ServingThread } from '../workers/serving-thread.ts'
import { Chain } from './decode.ts'
import type { LedgerLog } from './log/ledger-log.ts'
import { rulesOf } from './rules-of.ts'
import { releasedBy } from './view.ts'

/** All that it takes to read what the store has. */
interface CatchUpMeans {
  readonly store: EventStore
  readonly thread: ServingThread
}

/** An entry was released after its ledger was read. */
export class ReleasesUnknown extends Error {}

/** All that a writer knows of the ledger it writes: where it ends, and what it takes to decide. */
export class Head {
  readonly #ledger: string
  readonly #chain: Chain
  readonly #log: Pick<LedgerLog, 'absorb'> | undefined
  readonly #released: ReadonlySet<string>
  readonly decisions: Decisions

  /**
   * @param log is given every event that is taken in
   * @param released the entries that are public by now, by event id
   */
  constructor(
    ledger: string,
    log?: Pick<LedgerLog, 'absorb'>,
    released: ReadonlySet<string> = new Set(),
  ) {
    this.#ledger = ledger
    this.#log = log
    this.#released = released
    this.#chain = new Chain(ledger)
    this.decisions = rulesOf(ledger).start()
  }

  get revision(): number {
    return this.#chain.revision
  }

  /** The recording time of the last event, UTC milliseconds; -Infinity if nothing is recorded. */
  get recordedAt(): number {
    return this.#chain.recordedAt
  }

  /** True if every event so far comes from an archive; also of a ledger without events. */
  get isArchive(): boolean {
    return this.#chain.isArchive
  }

  /** The origin that the ledger's events name; undefined before the first. */
  get origin(): string | undefined {
    return this.#chain.origin
  }

  /**
   * Reads what the store has and we have not.
   *
   * @throws {ReleasesUnknown} an entry was released that is not among those known to be.
   */
  async catchUp({ store, thread }: CatchUpMeans): Promise<void> {
    for await (const page of store.read(this.#ledger, this.revision + 1)) {
      await thread.piece(this.#ledger, () => {
        for (const event of page) this.#evolve(this.#chain.next(event))
        this.#log?.absorb(page)
      })
    }
  }

  #evolve(event: LedgerEvent | WithheldEvent): void {
    const released = releasedBy(event)
    if (released !== undefined && !this.#released.has(released)) throw new ReleasesUnknown()
    this.decisions.evolve(this.#released.has(event.id) ? withoutLevel(event) : event)
  }

  /** Takes in events that are stored, next to those before, and that its decisions know already. */
  advance(stored: readonly StoredEvent[]): void {
    for (const event of stored) this.#chain.next(event)
    this.#log?.absorb(stored)
  }
}

function withoutLevel({ level: _, ...event }: LedgerEvent | WithheldEvent): LedgerEvent {
  return event as LedgerEvent
}
