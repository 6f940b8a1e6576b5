import type { StoredEvent } from '../event-store.ts'

/** The most events that wait for one who does not take them: beyond that they are read. */
const MOST_OFFERED = 256

/** One who follows a ledger, or all of them, and waits for news. */
export class Listener {
  #offered: readonly StoredEvent[] = []
  #last = -1
  #look = false
  #waiting = Promise.withResolvers<void>()

  /** Events that this process appended: they need not be read. */
  offer(events: readonly StoredEvent[]): void {
    const before = this.#offered.at(-1)
    const joins = before !== undefined && events[0]?.revision === before.revision + 1
    const kept = joins && this.#offered.length < MOST_OFFERED ? this.#offered : []
    this.#offered = [...kept, ...events]
    this.#waiting.resolve()
  }

  /** The server has an event at that revision. */
  see(revision: number): void {
    this.#last = Math.max(this.#last, revision)
    this.#waiting.resolve()
  }

  /** Anything may have changed. */
  look(): void {
    this.#look = true
    this.#waiting.resolve()
  }

  /** Resolves when there may be events from revision `next` on, or `signal` aborts. */
  async news(next: number, signal: AbortSignal): Promise<void> {
    const stop = () => this.#waiting.resolve()
    signal.addEventListener('abort', stop)
    try {
      while (!signal.aborted && !this.#concerns(next)) {
        await this.#waiting.promise
        this.#waiting = Promise.withResolvers()
      }
      this.#look = false
      this.#last = -1
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  /** The events offered from revision `next` on; undefined where they have to be read. */
  takeFrom(next: number): readonly StoredEvent[] | undefined {
    const first = this.#offered.findIndex(({ revision }) => revision === next)
    const taken = first === -1 ? undefined : this.#offered.slice(first)
    this.#offered = []
    return taken
  }

  #concerns(next: number): boolean {
    return this.#look || this.#last >= next || (this.#offered.at(-1)?.revision ?? -1) >= next
  }
}

/** Hands news of ledgers to those in this process who follow them. */
export class News {
  readonly #listeners = new Map<string, Set<Listener>>()

  listen(ledger: string): Listener {
    const listener = new Listener()
    const listeners = this.#listeners.get(ledger) ?? new Set()
    this.#listeners.set(ledger, listeners.add(listener))
    return listener
  }

  leave(ledger: string, listener: Listener): void {
    const listeners = this.#listeners.get(ledger)
    listeners?.delete(listener)
    if (listeners?.size === 0) this.#listeners.delete(ledger)
  }

  /** Those who follow a ledger. */
  of(ledger: string): Iterable<Listener> {
    return this.#listeners.get(ledger) ?? []
  }

  /** Has everybody look again. */
  lookAll(): void {
    for (const listeners of this.#listeners.values()) {
      for (const listener of listeners) listener.look()
    }
  }
}
