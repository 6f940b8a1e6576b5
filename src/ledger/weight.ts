import type { StoredEvent } from '../store/event-store.ts'

/** An estimate of the bytes that something keeps in memory, and its part in that of a whole. */
export class Weight {
  #whole: Weight | undefined
  #bytes = 0

  constructor(whole?: Weight) {
    this.#whole = whole
  }

  get bytes(): number {
    return this.#bytes
  }

  add(bytes: number): void {
    this.#bytes += bytes
    this.#whole?.add(bytes)
  }

  /** Begins again from so many bytes. */
  set(bytes: number): void {
    this.add(bytes - this.#bytes)
  }

  /** Takes it out of the whole, for good: what it was of is let go. */
  leave(): void {
    this.#whole?.add(-this.#bytes)
    this.#whole = undefined
  }
}

// Measured on generated ledgers of 1, 100, 2,000 and 10,000 events, heap and external memory after
// a collection: docs/engine.md has the figures.

/** The bytes of a writer that knows no event yet, and of its log. */
export const WRITER_BYTES = 8 * 1024

/** The bytes that a writer and its log keep of an event: ids, and hashes. */
export const WRITER_EVENT_BYTES = 400

/** The bytes of projections without events. */
export const PROJECTIONS_BYTES = 48 * 1024

/** The bytes that projections keep of an event: what is listed of it, and the event as objects. */
export function projectedBytes({ body }: Pick<StoredEvent, 'body'>): number {
  return 3000 + 2 * body.length
}
