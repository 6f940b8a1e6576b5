import type { Header } from '../../events/envelope.ts'
import {
  type Damage,
  type EventStore,
  type FedEvent,
  type FedStoredEvent,
  LedgerDamaged,
  type StoredEvent,
} from '../store/event-store.ts'
import type { ServingThread } from '../workers/serving-thread.ts'
import type { Damages } from './damages.ts'
import { openStored } from './decode.ts'

/** A stored event that was verified, with what its texts say. */
export interface VerifiedEvent {
  readonly stored: StoredEvent
  readonly header: Header
  readonly body: object
}

/** An event of the feed that was verified, or what is wrong with it. */
export type VerifiedFed =
  | (Pick<FedStoredEvent, 'position' | 'ledger'> & { readonly event: VerifiedEvent })
  | {
      readonly position: string
      readonly ledger: string
      readonly event?: undefined
      readonly damage: Damage
    }

/**
 * The one way by which stored events are served: each is verified against its own header first, and
 * damage is noted.
 */
export class StoredEvents {
  readonly #store: Pick<EventStore, 'find' | 'read' | 'subscribe' | 'feed'>
  readonly #damages: Damages
  readonly #thread: ServingThread

  constructor(
    store: Pick<EventStore, 'find' | 'read' | 'subscribe' | 'feed'>,
    damages: Damages,
    thread: ServingThread,
  ) {
    this.#store = store
    this.#damages = damages
    this.#thread = thread
  }

  /**
   * The event with that id, which the ledger is known to hold.
   *
   * @throws {LedgerDamaged} it is not there, or does not hold together.
   */
  async get(ledger: string, id: string, revision: number): Promise<VerifiedEvent> {
    return this.#noting(async () => {
      const stored = await this.#store.find(ledger, id)
      if (stored !== undefined) return verify(ledger, stored)
      const message = `revision ${revision}, the event ${id}, is not found`
      throw new LedgerDamaged(ledger, { kind: 'missing', revision, message })
    })
  }

  /** As {@link EventStore.read}. */
  async *read(
    ledger: string,
    from: number,
    until?: number,
  ): AsyncGenerator<readonly VerifiedEvent[]> {
    yield* this.#verified(ledger, this.#store.read(ledger, from, until))
  }

  /** As {@link EventStore.subscribe}. */
  async *subscribe(
    ledger: string,
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<readonly VerifiedEvent[]> {
    yield* this.#verified(ledger, this.#store.subscribe(ledger, after, signal))
  }

  /** As {@link EventStore.feed}. */
  async *feed(...given: Parameters<EventStore['feed']>): AsyncGenerator<readonly VerifiedFed[]> {
    for await (const page of this.#store.feed(...given)) {
      yield await this.#thread.piece('', () => page.map((fed) => this.#fed(fed)))
    }
  }

  #fed({ position, ledger, event, damage }: FedEvent): VerifiedFed {
    try {
      if (event === undefined) throw new LedgerDamaged(ledger, damage)
      return { position, ledger, event: verify(ledger, event) }
    } catch (error) {
      this.#damages.note(error)
      if (error instanceof LedgerDamaged) return { position, ledger, damage: error.damage }
      throw error
    }
  }

  /** The events of a page that come before one that does not hold together are yielded. */
  async *#verified(ledger: string, pages: AsyncIterable<readonly StoredEvent[]>) {
    try {
      for await (const page of pages) {
        const { events, error } = await this.#thread.piece(ledger, () => soundPart(ledger, page))
        if (events.length > 0 || error === undefined) yield events
        if (error !== undefined) throw error
      }
    } catch (error) {
      this.#damages.note(error)
      throw error
    }
  }

  async #noting<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act()
    } catch (error) {
      this.#damages.note(error)
      throw error
    }
  }
}

/** The events of a page that come before one that does not hold together, and what is wrong with it. */
function soundPart(ledger: string, page: readonly StoredEvent[]) {
  const events: VerifiedEvent[] = []
  try {
    for (const stored of page) events.push(verify(ledger, stored))
    return { events }
  } catch (error) {
    return { events, error }
  }
}

/** @throws {LedgerDamaged} */
function verify(ledger: string, stored: StoredEvent): VerifiedEvent {
  return { stored, ...openStored(ledger, stored) }
}
