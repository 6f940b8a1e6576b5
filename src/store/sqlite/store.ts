import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as turn } from 'node:timers/promises'
import {
  type EventStore,
  type FedEvent,
  type StoredEvent,
  StoreUnavailable,
} from '../event-store.ts'
import type { Presence } from '../presence.ts'
import { revision } from '../revision.ts'
import { sqlitePortError } from './failures.ts'
import { SqliteLedgers } from './ledgers.ts'
import { PAGE, SqliteReader } from './reader.ts'
import type { Tail } from './tail.ts'
import { MAX_BATCH_BYTES, type SqliteWriter } from './writer.ts'

/** All that a store on an open data file is made of. */
interface Means {
  readonly writer: SqliteWriter
  /** Those who wait for what the writer appends. */
  readonly tail: Tail
  readonly presence: Presence
  /** Is called once the file is closed. */
  readonly release: () => void
}

/** The port on one open data file that no other process writes. */
export class SqliteStore implements EventStore {
  readonly maxBatchBytes = MAX_BATCH_BYTES
  readonly #db: DatabaseSync
  readonly #release: () => void
  readonly #tail: Tail
  readonly #presence: Presence
  readonly #reader: SqliteReader
  readonly #writer: SqliteWriter
  #closing: Promise<void> | undefined

  /** @param db a connection that reads. */
  constructor(db: DatabaseSync, { writer, tail, presence, release }: Means) {
    this.#db = db
    this.#release = release
    this.#tail = tail
    this.#presence = presence
    this.#writer = writer
    this.#reader = new SqliteReader(db, new SqliteLedgers(db))
  }

  async append(
    ledger: string,
    expectedRevision: number,
    events: readonly StoredEvent[],
  ): Promise<number> {
    this.#refuseIfClosing()
    return this.#writer.append(ledger, expectedRevision, events)
  }

  async head(ledger: string): Promise<number> {
    return this.#serve(ledger, () => this.#reader.head(ledger))
  }

  async find(ledger: string, id: string): Promise<StoredEvent | undefined> {
    return this.#serve(ledger, () => this.#reader.find(ledger, id))
  }

  async *read(ledger: string, from: number, until?: number): AsyncGenerator<StoredEvent[]> {
    const first = revision(from, 0)
    const stored = this.#serve(ledger, () => this.#reader.end(ledger))
    const end = Math.min(until ?? Infinity, stored.end)
    for (let next = first; next < end; await turn()) {
      const events = this.#serve(ledger, () => this.#reader.page(ledger, next, end))
      next += events.length
      yield events
    }
    if (stored.damage !== undefined && end === stored.end && until !== end) throw stored.damage
  }

  async *subscribe(
    ledger: string,
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<readonly StoredEvent[]> {
    let next = revision(after, -1) + 1
    while (!signal.aborted) {
      this.#refuseIfClosing()
      const fresh = this.#tail.from(ledger, next)
      if (fresh.length > 0) {
        next += fresh.length
        yield fresh
        continue
      }
      const { end, damage } = this.#serve(ledger, () => this.#reader.end(ledger))
      if (next >= end) {
        if (damage !== undefined) throw damage
        await this.#tail.next(ledger, signal)
        continue
      }
      const events = this.#serve(ledger, () => this.#reader.page(ledger, next, end))
      next += events.length
      yield events
      await turn()
    }
  }

  async *feed(
    position: string | undefined,
    signal: AbortSignal,
    kind?: string,
  ): AsyncGenerator<FedEvent[]> {
    let after = this.#serve(EVERY_LEDGER, () => this.#position(position))
    let isEndTold = false
    // Few among many are not looked for in all that was ever recorded.
    const known = this.#serve(EVERY_LEDGER, () => {
      const end = this.#reader.lastPosition()
      return { end, positions: kind && this.#reader.positionsOf(kind, after) }
    })
    if (Array.isArray(known.positions)) {
      const { positions } = known
      for (let next = 0; next < positions.length; await turn()) {
        if (signal.aborted) return
        const page = positions.slice(next, next + PAGE)
        const events = this.#serve(EVERY_LEDGER, () => this.#reader.feedAt(page))
        next += Math.max(events.length, 1)
        yield events
      }
      // Events that came between the two reads are among the positions, and lie after the end.
      after = Math.max(known.end, positions.at(-1) ?? 0)
    }
    while (!signal.aborted) {
      const { events, end } = this.#serve(EVERY_LEDGER, () => {
        // Taken first: what is appended meanwhile lies after it.
        const end = this.#reader.lastPosition()
        return { end, events: this.#reader.feedPage(after, kind) }
      })
      after = Number(events.at(-1)?.position ?? end)
      if (events.length === 0 && isEndTold) {
        await this.#tail.next(undefined, signal)
        continue
      }
      isEndTold = events.length === 0
      yield events
      await turn()
    }
  }

  /** A full disk leaves the store ready: it reads, and each append says for itself that it failed. */
  async ready(): Promise<void> {
    this.#presence.check()
    this.#writer.check()
    this.#serve(EVERY_LEDGER, () => this.#reader.lastPosition())
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    try {
      // The last connection that closes merges the log into the data file; a reading one cannot.
      this.#db.close()
      await this.#writer.close()
    } finally {
      this.#release()
      this.#tail.end()
    }
  }

  #position(token: string | undefined): number {
    if (token === undefined) return 0
    if (!/^[1-9]\d{0,15}$/.test(token) || Number(token) > this.#reader.lastPosition()) {
      throw new RangeError(`${token} is not a position of this store`)
    }
    return Number(token)
  }

  #serve<T>(ledger: string, read: () => T): T {
    this.#refuseIfClosing()
    try {
      return read()
    } catch (error) {
      throw sqlitePortError(error, ledger)
    }
  }

  #refuseIfClosing(): void {
    if (this.#closing !== undefined) throw new StoreUnavailable('the store is closed')
  }
}

/** All that damage is laid to that is met where all ledgers are read. */
const EVERY_LEDGER = 'all ledgers'
