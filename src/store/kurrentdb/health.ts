import { StoreUnavailable } from '../event-store.ts'

/** Time limits, in milliseconds. */
export interface Timing {
  /** One call to the server. */
  readonly callMs: number
  /** One call while the server has not answered the one before: waiting longer helps nobody. */
  readonly probeMs: number
  /** All attempts at a call. */
  readonly patienceMs: number
  /** A subscription that brings nothing for so long is looked after. */
  readonly quietMs: number
  /** A subscription that is down for so long makes the store not ready. */
  readonly stuckMs: number
  /** A reader that fails for so long is replaced, and again after as long. */
  readonly replaceMs: number
}

export const TIMING: Timing = {
  callMs: 3_000,
  probeMs: 1_000,
  patienceMs: 7_000,
  quietMs: 10_000,
  stuckMs: 15_000,
  replaceMs: 5_000,
}

/** The server's state, from the calls made to it. */
export class Health {
  readonly timing: Timing
  #failing = false
  /**
   * The time, by the monotonic clock, at which a call gets its whole time again while others are
   * cut short.
   */
  #patientAgain = 0
  /** Subscriptions that are down: since when, by the monotonic clock, and why. */
  readonly #down = new Map<object, { readonly since: number; readonly why: string }>()

  constructor(timing: Timing) {
    this.timing = timing
  }

  /**
   * The longest time that the next call may take. While the server fails, one call in a while gets
   * its whole time: a server that takes longer than a probe would else be taken for a silent one
   * for ever.
   */
  get callMs(): number {
    const { callMs, probeMs } = this.timing
    const now = performance.now()
    if (this.#failing && now < this.#patientAgain) return probeMs
    this.#patientAgain = now + 2 * callMs
    return callMs
  }

  /** The time in which it may be tried again. */
  get patienceMs(): number {
    return this.#failing ? this.timing.probeMs : this.timing.patienceMs
  }

  answered(): void {
    this.#failing = false
  }

  failed(): void {
    this.#failing = true
  }

  /** A subscription works, or is over. */
  up(subscription: object): void {
    this.#down.delete(subscription)
  }

  /** @param why where reading told, which is not so where a subscription merely ended. */
  down(subscription: object, why = 'it ends again and again'): void {
    const since = this.#down.get(subscription)?.since ?? performance.now()
    this.#down.set(subscription, { since, why })
  }

  /** @throws {StoreUnavailable} a subscription is down, and has been for long. */
  refuseIfStuck(): void {
    for (const { since, why } of this.#down.values()) {
      const ms = performance.now() - since
      if (ms <= this.timing.stuckMs) continue
      throw new StoreUnavailable(`a subscription is down for ${Math.round(ms / 1000)} s: ${why}`)
    }
  }
}
