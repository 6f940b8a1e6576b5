/** A limit on how much is done at once, and on how much and for how long it waits. */
export interface TurnsOptions {
  /** The most that is done at once. */
  readonly atOnce: number
  /** The most that waits. */
  readonly maxWaiting: number
  /** The longest wait, in milliseconds; by default there is no limit. */
  readonly maxWaitMs?: number | undefined
}

/** Nothing more can be taken on just now; trying again later may succeed. */
export class TooBusy extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'TooBusy'
  }
}

interface Waiting {
  readonly client: string
  readonly start: () => void
}

/**
 * Has work wait for its turn: so much is done at once, and the clients take turns. Work of one
 * client never takes the last place, unless there is only one, so that others need not wait for it.
 */
export class Turns {
  readonly #options: TurnsOptions
  /** The client of each work that is being done. */
  readonly #running: string[] = []
  readonly #waiting = new Set<Waiting>()

  constructor(options: TurnsOptions) {
    this.#options = options
  }

  /**
   * Does some work when its turn comes.
   *
   * @param client for whom
   * @param signal takes the work back until it begins; to stop when it is aborted later is for `work`
   * @throws {TooBusy} too much waits, or this has waited too long.
   * @throws the reason of `signal`.
   * @throws what `work` throws.
   */
  async take<T>(client: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#turn(client, signal)
    try {
      // The turn came in an earlier step of the event loop: the client may have left since.
      signal?.throwIfAborted()
      return await work()
    } finally {
      this.#running.splice(this.#running.indexOf(client), 1)
      this.#next()
    }
  }

  async #turn(client: string, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted()
    const { maxWaiting, maxWaitMs } = this.#options
    if (this.#waiting.size >= maxWaiting) {
      throw new TooBusy(`${maxWaiting} requests wait for such work already`)
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const waiting = { client, start: resolve }
    const give = (reason: unknown) => {
      if (this.#waiting.delete(waiting)) reject(reason)
    }
    const leave = () => give(signal?.reason)
    const seconds = (maxWaitMs ?? 0) / 1000
    const late = () => give(new TooBusy(`the request has waited for its turn for ${seconds} s`))
    const timer = maxWaitMs === undefined ? undefined : setTimeout(late, maxWaitMs)
    signal?.addEventListener('abort', leave)
    this.#waiting.add(waiting)
    this.#next()
    try {
      await promise
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', leave)
    }
  }

  /** Starts what waits, as far as there are places. */
  #next(): void {
    for (let next = this.#pick(); next !== undefined; next = this.#pick()) {
      this.#waiting.delete(next)
      this.#running.push(next.client)
      next.start()
    }
  }

  /** The first of a client that has no place; else the first, but not for the last place. */
  #pick(): Waiting | undefined {
    const free = this.#options.atOnce - this.#running.length
    if (free === 0) return undefined
    let first: Waiting | undefined
    for (const waiting of this.#waiting) {
      if (!this.#running.includes(waiting.client)) return waiting
      first ??= waiting
    }
    return free > 1 ? first : undefined
  }
}
