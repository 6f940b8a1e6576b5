import { isPassing } from './failures.ts'
import type { Health } from './health.ts'
import { backoff, pause } from './pause.ts'

/** Makes calls to the server, each again while that may help. */
export class Tries {
  readonly #health: Health
  readonly #closing: AbortSignal
  /** Is told of each failure that may pass, and of each answer. */
  readonly #outcome: (answered: boolean) => void

  constructor(
    health: Health,
    closing: AbortSignal,
    outcome: (answered: boolean) => void = () => undefined,
  ) {
    this.#health = health
    this.#closing = closing
    this.#outcome = outcome
  }

  /**
   * Makes a call once.
   *
   * @throws its failure.
   */
  async once<T>(call: (ms: number) => Promise<T>): Promise<T> {
    try {
      const result = await call(this.#health.callMs)
      this.#answered()
      return result
    } catch (error) {
      if (!isPassing(error)) this.#answered()
      throw error
    }
  }

  /**
   * @param call is given how long it may take, in milliseconds.
   * @throws the last failure, when the time is up; at once what will not pass.
   */
  async until<T>(call: (ms: number) => Promise<T>): Promise<T> {
    const until = performance.now() + this.#health.patienceMs
    for (let failures = 0; ; failures++) {
      try {
        const result = await call(this.#health.callMs)
        this.#answered()
        return result
      } catch (error) {
        if (!isPassing(error)) {
          this.#answered()
          throw error
        }
        this.#outcome(false)
        const wait = backoff(failures)
        if (this.#closing.aborted || performance.now() + wait > until) {
          this.#health.failed()
          throw error
        }
        await pause(wait, this.#closing)
      }
    }
  }

  #answered(): void {
    this.#health.answered()
    this.#outcome(true)
  }
}
