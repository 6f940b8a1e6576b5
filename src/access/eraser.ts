import { backoff, type Pause } from '../ledger/pause.ts'
import { targetOf } from '../ledger/view.ts'
import { type EventStore, type FedStoredEvent, LedgerDamaged } from '../store/event-store.ts'
import type { ErasedUpTo, Erasures } from './secrets/secrets-store.ts'

/** The most events that a start reads again since nobody kept how far the last one had come. */
const KEPT_EVERY = 10_000

export interface EraserMeans {
  readonly store: Pick<EventStore, 'feed' | 'find'>
  readonly erasures: () => Promise<Erasures>
  readonly pause: Pause
  /** Is told why the eraser ceased to follow the store. */
  readonly report: (error: unknown) => void
}

/**
 * Destroys the keys of entries that are erased, wherever the event says so: recorded by a service that
 * died before it destroyed them, by another instance, or before the secrets were restored from a backup.
 */
export class Eraser {
  readonly #means: EraserMeans
  readonly #ending = new AbortController()
  #ended: Promise<void> | undefined
  /** The last event that was looked at, and how many there were since one was kept. */
  #last: ErasedUpTo | undefined
  #since = 0
  #isAsked = false

  constructor(means: EraserMeans) {
    this.#means = means
  }

  /** Follows the store from now on, unless no entry has a key that could be destroyed. */
  start(): void {
    this.#isAsked = true
    this.#ended ??= this.#follow()
  }

  async stop(): Promise<void> {
    this.#ending.abort()
    await this.#ended
  }

  async #follow(): Promise<void> {
    const { signal } = this.#ending
    for (let failures = 0; !signal.aborted; failures++) {
      this.#isAsked = false
      try {
        const erasures = await this.#means.erasures()
        if (await erasures.hasEntryKeys()) await this.#feed(erasures)
        else if (!this.#isAsked) {
          this.#ended = undefined
          return
        }
      } catch (error) {
        if (!signal.aborted) this.#means.report(error)
      }
      await this.#means.pause(backoff(failures), signal)
    }
  }

  async #feed(erasures: Erasures): Promise<void> {
    const { signal } = this.#ending
    const from = await this.#start(erasures)
    for await (const page of this.#means.store.feed(from, signal, 'negotiation')) {
      const events = page.filter((fed) => fed.event !== undefined)
      const erasing = events.filter(({ event }) => event.type === 'entry.erased')
      for (const { ledger, event } of erasing) {
        await erasures.destroyEntryKeys(ledger, [targetOf(event)])
      }
      this.#note(events)
      if (erasing.length > 0 || this.#since >= KEPT_EVERY) await this.#keep(erasures)
    }
    await this.#keep(erasures)
  }

  #note(events: readonly FedStoredEvent[]): void {
    this.#since += events.length
    const last = events.at(-1)
    if (last === undefined) return
    this.#last = { position: last.position, ledger: last.ledger, id: last.event.id }
  }

  async #keep(erasures: Erasures): Promise<void> {
    if (this.#since === 0 || this.#last === undefined) return
    await erasures.keepErasedUpTo(this.#last)
    this.#since = 0
  }

  /** The position after which to go on: the first, where the one that was kept is of another store. */
  async #start(erasures: Erasures): Promise<string | undefined> {
    const last = await erasures.erasedUpTo()
    if (last === undefined) return undefined
    try {
      return (await this.#means.store.find(last.ledger, last.id)) && last.position
    } catch (error) {
      if (error instanceof LedgerDamaged) return undefined
      throw error
    }
  }
}
