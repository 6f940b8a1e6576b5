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
import { type OpenedTexts, openStored } from './decode.ts'
import { isLevelled, textsIn, type View, WHOLE } from './view.ts'

/** A stored event that was verified, as far as a view has it, with what its texts say. */
export interface VerifiedEvent extends OpenedTexts {
  readonly stored: StoredEvent
  /** True of an entry whose body nobody can read any more, as far as the view knows. */
  readonly isErased: boolean
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

/** Whoever follows the feed of all ledgers. */
export interface FeedReader {
  mayRead(ledger: string): boolean
  /** Asked where a page has entries above `public`, once for each ledger of theirs. */
  viewOf(ledger: string): Promise<View>
}

/**
 * The one way by which stored events are served: each is verified against its own header first, and
 * damage is noted; bodies that the reader's view does not have are left out.
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
  async get(
    ledger: string,
    view: View,
    { id, revision }: Pick<StoredEvent, 'id' | 'revision'>,
  ): Promise<VerifiedEvent> {
    return this.#noting(async () => {
      const stored = await this.#store.find(ledger, id)
      if (stored !== undefined) return verify(ledger, view, stored)
      const message = `revision ${revision}, the event ${id}, is not found`
      throw new LedgerDamaged(ledger, { kind: 'missing', revision, message })
    })
  }

  /** As {@link EventStore.read}. */
  async *read(
    ledger: string,
    view: View,
    from: number,
    until?: number,
  ): AsyncGenerator<readonly VerifiedEvent[]> {
    yield* this.#verified(ledger, view, this.#store.read(ledger, from, until))
  }

  /** As {@link EventStore.subscribe}. */
  async *subscribe(
    ledger: string,
    view: View,
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<readonly VerifiedEvent[]> {
    yield* this.#verified(ledger, view, this.#store.subscribe(ledger, after, signal))
  }

  /** As {@link EventStore.feed}, as far as somebody reads the ledgers. */
  async *feed(
    { mayRead, viewOf }: FeedReader,
    ...given: Parameters<EventStore['feed']>
  ): AsyncGenerator<readonly VerifiedFed[]> {
    for await (const page of this.#store.feed(...given)) {
      const read = page.filter(({ ledger }) => mayRead(ledger))
      const levelled = read.flatMap(({ ledger, event }) =>
        event && isLevelled(event) ? [ledger] : [],
      )
      const viewed = [...new Set(levelled)].map(async (one) => [one, await viewOf(one)] as const)
      const views = new Map(await Promise.all(viewed))
      yield await this.#thread.piece('', () =>
        read.map((fed) => this.#fed(views.get(fed.ledger) ?? WHOLE, fed)),
      )
    }
  }

  #fed(view: View, { position, ledger, event, damage }: FedEvent): VerifiedFed {
    try {
      if (event === undefined) throw new LedgerDamaged(ledger, damage)
      return { position, ledger, event: verify(ledger, view, event) }
    } catch (error) {
      this.#damages.note(error)
      if (error instanceof LedgerDamaged) return { position, ledger, damage: error.damage }
      throw error
    }
  }

  /** The events of a page that come before one that does not hold together are yielded. */
  async *#verified(ledger: string, view: View, pages: AsyncIterable<readonly StoredEvent[]>) {
    try {
      for await (const page of pages) {
        const part = () => soundPart(ledger, view, page)
        const { events, error } = await this.#thread.piece(ledger, part)
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
function soundPart(ledger: string, view: View, page: readonly StoredEvent[]) {
  const events: VerifiedEvent[] = []
  try {
    for (const stored of page) events.push(verify(ledger, view, stored))
    return { events }
  } catch (error) {
    return { events, error }
  }
}

/** @throws {LedgerDamaged} */
function verify(ledger: string, view: View, stored: StoredEvent): VerifiedEvent {
  const opened = openStored(ledger, stored)
  const shown = textsIn(view, stored)
  const isErased = view.lifted.erased.has(stored.id)
  const texts = shown === stored ? opened : openStored(ledger, shown)
  return { stored: shown, isErased, ...texts }
}
