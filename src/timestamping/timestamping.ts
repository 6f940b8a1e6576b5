import { setTimeout as pause } from 'node:timers/promises'
import type { HeadToStamp, Timestamped, Timestamps } from '../ledger/log/signing.ts'
import { askAuthority } from './ask-authority.ts'
import type { KeptTimestamps } from './kept-timestamps.ts'

export interface TimestampingMeans {
  /** The address of the authority; empty: none is asked. */
  readonly authority: string
  /** The least time between two requests, in milliseconds. */
  readonly everyMs: number
  readonly kept: KeptTimestamps
  /** Is told of each request: why it failed, or nothing. */
  readonly report: (origin: string, error?: Error) => void
}

/**
 * Has the heads of logs stamped by an authority. Nobody waits for it: one request is under way at a
 * time, the logs take turns, and the newest head of a log alone waits for its turn.
 */
export class Timestamping implements Timestamps {
  readonly #means: TimestampingMeans
  /** By origin. The log that has waited longest comes first. */
  readonly #waiting = new Map<string, HeadToStamp>()
  readonly #closing = new AbortController()
  #isWorking = false

  constructor(means: TimestampingMeans) {
    this.#means = means
  }

  /** Has a head stamped when its turn comes, unless a newer one of its log comes first. */
  offer(head: HeadToStamp): void {
    if (this.#means.authority === '' || this.#closing.signal.aborted) return
    this.#waiting.set(head.origin, head)
    if (!this.#isWorking) void this.#work()
  }

  async #work(): Promise<void> {
    const { signal } = this.#closing
    this.#isWorking = true
    for (const head of this.#turns()) {
      if (await this.#stamp(head)) {
        await pause(this.#means.everyMs, undefined, { signal, ref: false }).catch(() => undefined)
      }
      if (signal.aborted) break
    }
    this.#isWorking = false
  }

  *#turns() {
    for (let [head] = this.#waiting.values(); head; [head] = this.#waiting.values()) {
      this.#waiting.delete(head.origin)
      yield head
    }
  }

  /** True if the authority was asked, or the head waits for another turn. */
  async #stamp(head: HeadToStamp): Promise<boolean> {
    const { authority, kept, report } = this.#means
    const { signal } = this.#closing
    const { origin, size, note } = head
    try {
      if (kept.has(origin, size, note)) return false
      const reply = await askAuthority(authority, note, signal)
      if (signal.aborted) return false
      kept.put(origin, size, note, reply)
      report(origin)
    } catch (error) {
      if (signal.aborted) return false
      report(origin, error as Error)
      if (!this.#waiting.has(origin)) this.#waiting.set(origin, head)
    }
    return true
  }

  /** The newest timestamp that is kept on a head of `size` entries or fewer. */
  newest(origin: string, size: number): Timestamped | undefined {
    return this.#means.kept.newest(origin, size)
  }

  close(): void {
    this.#closing.abort()
    this.#means.kept.close()
  }
}
