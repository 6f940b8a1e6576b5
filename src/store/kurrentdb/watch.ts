import { StoreUnavailable } from '../event-store.ts'
import type { KurrentClient, Seen } from './client.ts'
import type { Health } from './health.ts'
import type { KurrentHistory } from './history.ts'
import type { KnownLedgers } from './known-ledgers.ts'
import type { News } from './news.ts'
import { backoff, pause } from './pause.ts'
import { isAfter, type LogPosition } from './position.ts'
import { ledgerWithMetadata } from './record.ts'

export interface WatchMeans {
  readonly client: KurrentClient
  readonly history: KurrentHistory
  readonly known: KnownLedgers
  readonly news: News
  readonly health: Health
  readonly closing: AbortSignal
}

/**
 * The one subscription of a store: to all ledgers and to the metadata of their streams, however many
 * ledgers are followed. It only tells when to read: nothing depends on what it brings. When it ends,
 * however it does, or is found to have missed something, another takes its place, and whoever
 * follows a ledger looks again.
 */
export class Watch {
  readonly #means: WatchMeans
  #reached: LogPosition | undefined

  constructor(means: WatchMeans) {
    this.#means = means
    void this.#run()
  }

  /** A position up to which every event of a ledger could be read by the time it is asked for. */
  get reached(): LogPosition | undefined {
    return this.#reached
  }

  async #run(): Promise<void> {
    const { known, news, health, closing } = this.#means
    for (let failures = 0; !closing.aborted; failures++) {
      let why: string | undefined
      try {
        this.#reached = await this.#means.history.end()
        known.trust()
        news.lookAll()
        if (await this.#follow()) failures = 0
      } catch (error) {
        why = error instanceof StoreUnavailable ? error.message : String(error)
      }
      if (closing.aborted) return
      health.down(this, why)
      known.distrust()
      news.lookAll()
      await pause(backoff(failures), closing)
    }
  }

  /** @returns whether the subscription worked until it ended. */
  async #follow(): Promise<boolean> {
    const { client, history, health, closing } = this.#means
    const drops = { signal: closing, quietMs: health.timing.quietMs }
    let worked = false
    for await (const seen of client.watchAll(this.#reached, this.#checkpoint, drops)) {
      if (seen !== undefined) this.#tell(seen)
      else if (await history.hasAfter(this.#reached)) return worked
      worked = true
      health.up(this)
    }
    return worked
  }

  readonly #checkpoint = (position: LogPosition): void => {
    if (this.#reached === undefined || isAfter(position, this.#reached)) this.#reached = position
  }

  /** All that is told of a stream beside its events makes it doubtful that the ledger is whole. */
  #tell({ stream, type, revision, position }: Seen): void {
    const { known, news } = this.#means
    this.#checkpoint(position)
    const changed = ledgerWithMetadata(stream) ?? (type === '$streamDeleted' ? stream : undefined)
    if (changed !== undefined) known.doubt(changed)
    for (const listener of news.of(changed ?? stream)) {
      if (changed === undefined) listener.see(revision)
      else listener.look()
    }
    for (const listener of news.of(ALL)) listener.look()
  }
}

/** The name under which those listen who follow all ledgers. */
export const ALL = '$all'
