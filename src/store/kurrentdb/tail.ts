import type { StoredEvent } from '../event-store.ts'

/** One who follows a ledger in this process. */
export class Listener {
  #next = Promise.withResolvers<readonly StoredEvent[]>()

  /** The events of the next append after the last one that this promise was taken for. */
  next(): Promise<readonly StoredEvent[]> {
    return this.#next.promise
  }

  tell(events: readonly StoredEvent[]): void {
    this.#next.resolve(events)
    this.#next = Promise.withResolvers()
  }
}

/** Hands what this process appends to those who follow it here, ahead of the server's own word. */
export class Tail {
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

  tell(ledger: string, events: readonly StoredEvent[]): void {
    for (const listener of this.#listeners.get(ledger) ?? []) listener.tell(events)
  }
}
