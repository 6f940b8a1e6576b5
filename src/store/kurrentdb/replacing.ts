/** The longest that a replacement is given to prove itself, in milliseconds. */
const LONGEST_MS = 60_000

/** Says when something that only fails is to be replaced: after a while, then less and less often. */
export class Replacing {
  readonly #firstMs: number
  #waitMs: number
  /** The time at which what is in use began to fail, by the monotonic clock. */
  #since: number | undefined

  constructor(firstMs: number) {
    this.#firstMs = firstMs
    this.#waitMs = firstMs
  }

  worked(): void {
    this.#since = undefined
    this.#waitMs = this.#firstMs
  }

  /** @returns whether it is to be replaced now. */
  failed(): boolean {
    const now = performance.now()
    this.#since ??= now
    if (now - this.#since < this.#waitMs) return false
    this.#since = undefined
    this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_MS)
    return true
  }
}
