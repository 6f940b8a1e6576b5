/**
 * Says when something that only fails is to be replaced: each time that it has failed for a while.
 * The pauses do not grow, so that service resumes as soon after a long outage as after a short one.
 */
export class Replacing {
  readonly #afterMs: number
  /** The time at which what is in use began to fail, by the monotonic clock. */
  #since: number | undefined

  constructor(afterMs: number) {
    this.#afterMs = afterMs
  }

  worked(): void {
    this.#since = undefined
  }

  /** @returns whether it is to be replaced now. */
  failed(): boolean {
    const now = performance.now()
    this.#since ??= now
    if (now - this.#since < this.#afterMs) return false
    this.#since = undefined
    return true
  }
}
