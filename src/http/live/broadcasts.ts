import { idOf } from '../../ledger/ledger-name.ts'
import type { VerifiedEvent } from '../../ledger/stored-events.ts'
import type { View } from '../../ledger/view.ts'
import type { Service } from '../service.ts'
import { shownEvent } from '../shown-event.ts'
import { Broadcast } from './broadcast.ts'
import { frame, MESSAGE } from './frame.ts'
import type { StreamReader } from './reader.ts'

/** The place of a reader in a ledger. */
interface Place {
  readonly ledger: string
  readonly view: View
  /** The last revision that the reader has; -1 for none. */
  readonly revision: number
}

/**
 * The events of ledgers for their readers. Readers of one view who have read all there is share a
 * broadcast; a reader that is behind pages by itself until it has caught up.
 */
export class Broadcasts {
  readonly #service: Pick<Service, 'store' | 'events' | 'thread'>
  readonly #running = new Map<string, Set<Broadcast>>()

  constructor(service: Pick<Service, 'store' | 'events' | 'thread'>) {
    this.#service = service
  }

  /**
   * Sends a reader the events after its place, and those to come, until the signal aborts.
   *
   * @throws {LedgerDamaged}
   * @throws {ReaderTooSlow}
   * @throws {StoreUnavailable}
   */
  async feed(reader: StreamReader, place: Place, signal: AbortSignal): Promise<void> {
    const { ledger, view } = place
    let { revision } = place
    while (!signal.aborted) {
      const goal = this.#of(ledger, view)?.revision ?? (await this.#service.store.head(ledger))
      revision = await this.#catchUp(reader, { ledger, view, revision }, goal, signal)
      if (signal.aborted) return
      const broadcast = this.#of(ledger, view) ?? this.#begin({ ledger, view, revision })
      if (broadcast.revision > revision) continue
      revision = await broadcast.follow(reader, revision, signal)
      await reader.room(signal)
    }
  }

  /** Sends a reader the events up to a revision. @returns the last that it was sent. */
  async #catchUp(
    reader: StreamReader,
    { ledger, view, revision }: Place,
    goal: number,
    signal: AbortSignal,
  ): Promise<number> {
    let last = revision
    if (last >= goal) return last
    for await (const page of this.#service.events.subscribe(ledger, view, last, signal)) {
      for (const event of page) {
        await reader.send(framed(ledger, event), signal)
        if (signal.aborted) return last
        last = event.stored.revision
      }
      if (last >= goal) break
    }
    return last
  }

  /** The broadcast that sends a view what any reader of that view may have. */
  #of(ledger: string, { level, lifted }: View): Broadcast | undefined {
    const running = this.#running.get(ledger) ?? new Set()
    return [...running].find(
      ({ view, isOver }) => !isOver && view.level === level && view.lifted === lifted,
    )
  }

  #begin({ ledger, view, revision }: Place): Broadcast {
    const { events, thread } = this.#service
    const broadcast = new Broadcast(view, revision)
    const running = this.#running.get(ledger) ?? new Set()
    this.#running.set(ledger, running.add(broadcast))
    const subscribe = (after: number, signal: AbortSignal) =>
      events.subscribe(ledger, view, after, signal)
    void broadcast
      .run(ledger, subscribe, (event) => framed(ledger, event), thread)
      .finally(() => {
        running.delete(broadcast)
        if (running.size === 0) this.#running.delete(ledger)
      })
    return broadcast
  }
}

function framed(ledger: string, event: VerifiedEvent): string {
  const { revision } = event.stored
  return frame(MESSAGE, { negotiation: idOf(ledger), event: shownEvent(event) }, revision)
}
