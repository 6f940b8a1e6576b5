import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { GREETING, HEARTBEAT } from './frame.ts'

/** The pace at which a stream expects its reader. */
export interface Pace {
  /** A comment is sent so often, in milliseconds. */
  readonly heartbeatMs: number
  /** A reader that has not taken what is waiting for it after so long, in milliseconds, is dropped. */
  readonly slowMs: number
}

/** The longest time in which the last word may reach the reader, in milliseconds. */
const LAST_WORDS_MS = 5_000

/** The reader has not taken what is waiting for it in time. */
export class ReaderTooSlow extends Error {
  readonly milliseconds: number
  constructor(milliseconds: number) {
    super(`the reader took nothing for ${milliseconds} ms`)
    this.name = 'ReaderTooSlow'
    this.milliseconds = milliseconds
  }
}

/**
 * The reader of an event stream. At most what the connection buffers and one write wait for it: who
 * sends waits until they are taken.
 */
export class StreamReader {
  readonly #response: ServerResponse
  readonly #headers: Readonly<Record<string, string>>
  readonly #pace: Pace
  #heartbeat: NodeJS.Timeout | undefined

  constructor(response: ServerResponse, headers: Readonly<Record<string, string>>, pace: Pace) {
    this.#response = response
    this.#headers = headers
    this.#pace = pace
  }

  /** Sends the head of the reply and the greeting, once; the first frame does so too. */
  begin(): void {
    if (this.#response.headersSent) return
    // The stream is the last on its connection, whose end is that of the reply: no length goes
    // before each write, so that the same bytes can go to all readers.
    this.#response.useChunkedEncodingByDefault = false
    this.#response.writeHead(200, this.#headers)
    this.#response.write(GREETING)
    this.#heartbeat = setInterval(() => this.#beat(), this.#pace.heartbeatMs)
    this.#response.once('close', () => clearInterval(this.#heartbeat))
  }

  /** Sends frames. @returns false if nothing more may be sent before there is {@link room}. */
  offer(frames: string | Uint8Array): boolean {
    this.begin()
    const { socket } = this.#response
    // Else the response corks it until the next tick, of which there would be one for each reader.
    socket?.cork()
    const hasRoom = this.#response.write(frames)
    socket?.uncork()
    return hasRoom
  }

  /**
   * Resolves when there is room for the next frame, or `signal` aborts.
   *
   * @throws {ReaderTooSlow}
   */
  async room(signal: AbortSignal): Promise<void> {
    if (signal.aborted || !this.#response.writableNeedDrain) return
    const { slowMs } = this.#pace
    const slow = new AbortController()
    // Cleared, unlike that of AbortSignal.timeout, which keeps the request for as long as it runs.
    const late = setTimeout(() => slow.abort(), slowMs)
    try {
      await once(this.#response, 'drain', { signal: AbortSignal.any([signal, slow.signal]) })
    } catch (error) {
      if (signal.aborted) return
      throw slow.signal.aborted ? new ReaderTooSlow(slowMs) : error
    } finally {
      clearTimeout(late)
    }
  }

  /** Sends a frame, and waits for {@link room}. */
  async send(frame: string, signal: AbortSignal): Promise<void> {
    if (!signal.aborted && !this.offer(frame)) await this.room(signal)
  }

  /** Ends the stream with a last frame, and hangs up on a reader that does not take it. */
  end(frame: string): void {
    clearInterval(this.#heartbeat)
    if (this.#response.destroyed) return
    const patience = Math.min(this.#pace.slowMs, LAST_WORDS_MS)
    const hangUp = setTimeout(() => this.#response.destroy(), patience)
    this.#response.once('close', () => clearTimeout(hangUp))
    this.#response.end(frame)
  }

  #beat(): void {
    if (!this.#response.writableNeedDrain) this.#response.write(HEARTBEAT)
  }
}
