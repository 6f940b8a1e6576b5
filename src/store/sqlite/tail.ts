import type { StoredEvent } from '../event-store.ts'

/** Those who wait for the next event of a ledger, or of any, and what was appended last. */
export class Tail {
  /** The events of the last transaction, by ledger. */
  #last: ReadonlyMap<string, readonly StoredEvent[]> = new Map()
  readonly #waiters = new Map<string | undefined, Set<() => void>>()

  /**
   * Resolves at the next event of `ledger` (undefined: of any), on abort, and on {@link end}.
   * The signal must not have aborted yet.
   */
  next(ledger: string | undefined, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiters = this.#waiters.get(ledger) ?? new Set()
      this.#waiters.set(ledger, waiters)
      const wake = () => {
        signal.removeEventListener('abort', wake)
        waiters.delete(wake)
        if (waiters.size === 0) this.#waiters.delete(ledger)
        resolve()
      }
      waiters.add(wake)
      signal.addEventListener('abort', wake)
    })
  }

  /** Tells that these ledgers have grown by these events. */
  wake(grown: ReadonlyMap<string, readonly StoredEvent[]>): void {
    if (grown.size === 0) return
    this.#last = grown
    for (const ledger of grown.keys()) this.#wake(ledger)
    this.#wake(undefined)
  }

  /**
   * The events of the ledger from `revision` on, where all of them were appended last: the very
   * objects, which whoever made them has read already.
   */
  from(ledger: string, revision: number): readonly StoredEvent[] {
    const events = this.#last.get(ledger)
    const first = events?.[0]?.revision
    if (events === undefined || first === undefined || revision < first) return []
    return events.slice(revision - first)
  }

  /** Wakes everyone, for the last time. */
  end(): void {
    for (const ledger of [...this.#waiters.keys()]) this.#wake(ledger)
  }

  #wake(ledger: string | undefined): void {
    for (const wake of [...(this.#waiters.get(ledger) ?? [])]) wake()
  }
}
