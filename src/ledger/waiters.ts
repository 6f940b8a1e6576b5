import { reason } from '../words/reason.ts'
import { refused } from './refused.ts'

/** The time for which a reader waits, and what may end the wait early. */
export interface WaitLimits {
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

interface Waiter {
  readonly revision: number
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** Those who wait for a ledger to reach a revision. */
export class Waiters {
  readonly #waiters = new Set<Waiter>()

  get size(): number {
    return this.#waiters.size
  }

  /**
   * Resolves when {@link reached} says that the revision is there, or at {@link wake}.
   *
   * @throws {Refused} `revision_not_reached`, after `timeoutMs`.
   * @throws the reason of `signal`, when it aborts; whatever {@link fail} is told.
   */
  async until(revision: number, { timeoutMs, signal }: WaitLimits): Promise<void> {
    signal?.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const what = reason('revision_not_reached', { revision })
    const timer = setTimeout(() => reject(refused('revision_not_reached', what)), timeoutMs)
    const abort = () => reject(signal?.reason)
    signal?.addEventListener('abort', abort)
    const waiter = { revision, resolve, reject }
    this.#waiters.add(waiter)
    try {
      await promise
    } finally {
      this.#waiters.delete(waiter)
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
  }

  reached(revision: number): void {
    for (const waiter of this.#waiters) if (waiter.revision <= revision) waiter.resolve()
  }

  /** Wakes all waiters before their revisions are reached; each then waits for the next page alone. */
  wake(): void {
    for (const waiter of this.#waiters) waiter.resolve()
  }

  fail(error: unknown): void {
    for (const waiter of this.#waiters) waiter.reject(error)
  }
}
