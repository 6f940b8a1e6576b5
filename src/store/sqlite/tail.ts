/** Those who wait for the next event of a ledger, or of any. */
export class Tail {
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

  /** Tells that these ledgers have grown. */
  wake(ledgers: ReadonlySet<string>): void {
    if (ledgers.size === 0) return
    for (const ledger of [...ledgers, undefined]) this.#wake(ledger)
  }

  /** Wakes everyone, for the last time. */
  end(): void {
    for (const ledger of [...this.#waiters.keys()]) this.#wake(ledger)
  }

  #wake(ledger: string | undefined): void {
    for (const wake of [...(this.#waiters.get(ledger) ?? [])]) wake()
  }
}
