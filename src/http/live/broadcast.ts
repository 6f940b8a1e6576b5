import type { Pieces } from '../../../projections/time/pieces.ts'
import type { VerifiedEvent } from '../../ledger/stored-events.ts'
import type { View } from '../../ledger/view.ts'
import type { ServingThread } from '../../workers/serving-thread.ts'
import type { StreamReader } from './reader.ts'

/** The length from which on frames of one page are sent: less than what a connection buffers. */
const CHUNK_LENGTH = 16 * 1024

/** The connections that are written to in one step. */
const STEP = 16

/** A reader that is given frames as they are made. */
interface Follower {
  readonly reader: StreamReader
  /** The last event that the reader was given. */
  revision: number
  /** Ends the following: with the error, if there is one. */
  readonly leave: (error?: unknown) => void
}

interface Chunk {
  readonly first: number
  readonly last: number
  readonly bytes: Buffer
}

/**
 * One subscription to a ledger whose events go to all who have read as far as it: the frame of each
 * is made once, and the same bytes are written to every connection. It waits for nobody: a reader that
 * has no room is let go.
 */
export class Broadcast {
  readonly view: View
  /** The last event that the followers were given. */
  revision: number
  readonly #followers = new Set<Follower>()
  readonly #ending = new AbortController()

  /** @param revision after which it begins */
  constructor(view: View, revision: number) {
    this.view = view
    this.revision = revision
  }

  /**
   * Sends events to those who follow, until nobody does or the subscription ends, which each of
   * them is told.
   *
   * @param frameOf writes an event as it is sent
   */
  async run(
    ledger: string,
    subscribe: (after: number, signal: AbortSignal) => AsyncIterable<readonly VerifiedEvent[]>,
    frameOf: (event: VerifiedEvent) => string,
    thread: ServingThread,
  ): Promise<void> {
    const { signal } = this.#ending
    try {
      for await (const page of subscribe(this.revision, signal)) {
        await thread.pieces(ledger, this.#sending(page, frameOf), signal)
      }
      this.#end()
    } catch (error) {
      this.#end(error)
    }
  }

  /**
   * Gives a reader the events after a revision, which is not before that of the broadcast, until the
   * signal aborts or the reader has no room.
   *
   * @returns the last revision that it was given.
   * @throws what the subscription ends with.
   */
  async follow(reader: StreamReader, revision: number, signal: AbortSignal): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const leave = (error?: unknown) => {
      this.#followers.delete(follower)
      if (this.#followers.size === 0) this.#ending.abort()
      if (error === undefined) resolve()
      else reject(error)
    }
    const follower: Follower = { reader, revision, leave }
    const abort = () => leave()
    signal.addEventListener('abort', abort)
    this.#followers.add(follower)
    try {
      await promise
      return follower.revision
    } finally {
      signal.removeEventListener('abort', abort)
    }
  }

  /** True once nobody can follow it any more. */
  get isOver(): boolean {
    return this.#ending.signal.aborted
  }

  *#sending(
    page: readonly VerifiedEvent[],
    frameOf: (event: VerifiedEvent) => string,
  ): Pieces<void> {
    for (const chunk of chunksOf(page, frameOf)) {
      this.revision = chunk.last
      let count = 0
      for (const follower of this.#followers) {
        give(follower, chunk)
        if (++count % STEP === 0) yield
      }
    }
  }

  #end(error?: unknown): void {
    this.#ending.abort()
    for (const { leave } of [...this.#followers]) leave(error)
  }
}

/** Gives a follower a chunk; one that has a part of it already is let go, to read the rest by itself. */
function give(follower: Follower, { first, last, bytes }: Chunk): void {
  if (follower.revision >= last) return
  const isNext = follower.revision < first
  if (isNext) follower.revision = last
  if (!(isNext && follower.reader.offer(bytes))) follower.leave()
}

function* chunksOf(
  page: readonly VerifiedEvent[],
  frameOf: (event: VerifiedEvent) => string,
): Generator<Chunk> {
  let first = 0
  let text = ''
  for (const event of page) {
    const { revision } = event.stored
    if (text === '') first = revision
    text += frameOf(event)
    if (text.length < CHUNK_LENGTH && event !== page.at(-1)) continue
    yield { first, last: revision, bytes: Buffer.from(text) }
    text = ''
  }
}
