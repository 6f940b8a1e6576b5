import { type LedgerEvent, type WithheldEvent, withheld } from '../../events/registry.ts'
import type { Decisions } from '../decide/rules.ts'
import type { EventStore, StoredEvent } from '../store/event-store.ts'
import type { ServingThread } from '../workers/serving-thread.ts'
import { Chain } from './decode.ts'
import type { FirstReading } from './first-reading.ts'
import type { LedgerLog } from './log/ledger-log.ts'
import { rulesOf } from './rules-of.ts'
import { type Lifted, liftedBy, NONE_LIFTED } from './view.ts'

/** All that it takes to read what the store has. */
interface CatchUpMeans {
  readonly store: EventStore
  readonly thread: ServingThread
  /** Is given what is read. */
  readonly reading?: FirstReading | undefined
}

/** An entry was released or erased after its ledger was read. */
export class LiftingUnknown extends Error {}

/** All that a writer knows of the ledger it writes: where it ends, and what it takes to decide. */
export class Head extends Chain {
  readonly #log: Pick<LedgerLog, 'absorb'> | undefined
  readonly #lifted: Lifted
  readonly decisions: Decisions

  /**
   * @param log is given every event that is taken in
   * @param lifted the entries that are public or erased by now
   */
  constructor(ledger: string, log?: Pick<LedgerLog, 'absorb'>, lifted: Lifted = NONE_LIFTED) {
    super(ledger)
    this.#log = log
    this.#lifted = lifted
    this.decisions = rulesOf(ledger).start()
  }

  /**
   * Reads what the store has and we have not.
   *
   * @throws {LiftingUnknown} an entry was released or erased that is not among those known to be.
   */
  async catchUp({ store, thread, reading }: CatchUpMeans): Promise<void> {
    for await (const page of store.read(this.ledger, this.revision + 1)) {
      await thread.piece(this.ledger, () => {
        reading?.keep(page)
        for (const event of page) this.#evolve(this.next(event))
        this.#log?.absorb(page)
      })
    }
  }

  #evolve(event: LedgerEvent | WithheldEvent): void {
    const lifted = liftedBy(event)
    if (lifted !== undefined && !this.#lifted[lifted.as].has(lifted.target)) {
      throw new LiftingUnknown()
    }
    this.decisions.evolve(this.#known(event))
  }

  #known(event: LedgerEvent | WithheldEvent): LedgerEvent | WithheldEvent {
    const { released, erased } = this.#lifted
    if (released.has(event.id)) return withoutLevel(event)
    return event.body !== null && erased.has(event.id) ? withheld(event) : event
  }

  /** Takes in events that are stored, next to those before, and that its decisions know already. */
  advance(stored: readonly StoredEvent[]): void {
    for (const event of stored) this.next(event)
    this.#log?.absorb(stored)
  }
}

function withoutLevel({ level: _, ...event }: LedgerEvent | WithheldEvent): LedgerEvent {
  return event as LedgerEvent
}
