import { AsyncResource } from 'node:async_hooks'
import { TooBusy } from './turns.ts'

/** The time in each turn of the event loop after which the pieces left wait for the next turn. */
const TURN_MS = 10

/** The time for which one piece of work in pieces goes on to the next ones. */
const PIECE_MS = 2

/** The most pieces that wait. */
const MAX_WAITING = 10_000

type Piece = () => void

/**
 * Shares the thread that serves among work that takes more than a moment of it. Such work is done in
 * pieces, which are synchronous functions. In each turn of the event loop pieces are done for
 * {@link TURN_MS}, one of each client in turn, and then the loop goes on: a request that needs no
 * piece waits for one piece at most, however much other work there is.
 */
export class ServingThread {
  /** The pieces that wait, by client; the client whose turn it is comes first. */
  readonly #waiting = new Map<string, Piece[]>()
  /** By owner: the end of the last work that is done {@link ServingThread.alone}. */
  readonly #alone = new WeakMap<object, Promise<void>>()
  #count = 0
  /** The time that pieces have taken in this turn of the event loop, in milliseconds. */
  #spent = 0
  #isTurnEnding = false

  /**
   * Does a piece of work: at once, if no other waits and this turn of the event loop has time left.
   *
   * @param client for whom: the pieces of one client are done in order
   * @param signal takes the piece back while it waits
   * @throws {TooBusy} too many pieces wait.
   * @throws the reason of `signal`.
   * @throws what `work` throws.
   */
  async piece<T>(client: string, work: () => T | Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    if (this.#count === 0 && this.#spent < TURN_MS) return await this.#timed(work)
    if (this.#count === MAX_WAITING) throw new TooBusy(`${MAX_WAITING} pieces of work wait already`)
    return new Promise((resolve, reject) => {
      // An error that nobody handles is to be that of the request which asked for the piece.
      const piece = AsyncResource.bind(() => {
        try {
          signal?.throwIfAborted()
          resolve(work())
        } catch (error) {
          reject(error)
        }
      })
      const own = this.#waiting.get(client)
      if (own === undefined) this.#waiting.set(client, [piece])
      else own.push(piece)
      this.#count += 1
    })
  }

  /**
   * Does work that is in pieces, each as {@link ServingThread.piece}, and returns what it comes to.
   * Work that is broken off ends as by `return`.
   */
  async pieces<T>(client: string, work: Generator<void, T>, signal?: AbortSignal): Promise<T> {
    try {
      for (;;) {
        const next = await this.piece(client, () => goOn(work), signal)
        if (next.done) return next.value
      }
    } finally {
      work.return(undefined as T)
    }
  }

  /**
   * Does work as {@link ServingThread.pieces}, but no two works of one owner at the same time: what it
   * owns is not whole between two pieces.
   *
   * @throws as {@link ServingThread.pieces}: the work may then be done in part.
   */
  async alone<T>(
    owner: object,
    client: string,
    work: () => Generator<void, T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const before = this.#alone.get(owner)
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#alone.set(owner, promise)
    try {
      await before
      return await this.pieces(client, work(), signal)
    } finally {
      resolve()
    }
  }

  #timed<T>(work: () => T): T {
    const began = performance.now()
    try {
      return work()
    } finally {
      this.#spent += performance.now() - began
      this.#endTurn()
    }
  }

  #endTurn(): void {
    if (this.#isTurnEnding) return
    this.#isTurnEnding = true
    setImmediate(() => {
      this.#isTurnEnding = false
      this.#spent = 0
      for (let next = this.#take(); next !== undefined; next = this.#take()) this.#timed(next)
    })
  }

  /** The next piece of the client whose turn it is; undefined once this turn has no time left. */
  #take(): Piece | undefined {
    if (this.#spent >= TURN_MS) return undefined
    for (const [client, own] of this.#waiting) {
      const piece = own.shift()
      this.#waiting.delete(client)
      if (own.length > 0) this.#waiting.set(client, own)
      this.#count -= 1
      return piece
    }
    return undefined
  }
}

/** Does the next pieces of a work, until they have taken {@link PIECE_MS}. */
function goOn<T>(work: Generator<void, T>): IteratorResult<void, T> {
  const began = performance.now()
  let next = work.next()
  while (!next.done && performance.now() - began < PIECE_MS) next = work.next()
  return next
}
