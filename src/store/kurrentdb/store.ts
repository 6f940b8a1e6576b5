import {
  type EventStore,
  type FedEvent,
  type StoredEvent,
  StoreUnavailable,
} from '../event-store.ts'
import { revision } from '../revision.ts'
import type { Client } from './client.ts'
import { follow, type Growing } from './follow.ts'
import type { Health } from './health.ts'
import type { History } from './history.ts'
import type { KnownLedgers } from './known-ledgers.ts'
import { isAfter, type Position, positionOf } from './position.ts'
import { STREAM_PREFIX } from './record.ts'
import type { Tail } from './tail.ts'
import type { Writer } from './writer.ts'

export interface StoreMeans {
  readonly client: Client
  readonly history: History
  readonly known: KnownLedgers
  readonly writer: Writer
  readonly health: Health
  readonly tail: Tail
  /** Aborts when the store closes. */
  readonly closing: AbortController
}

/** The port on a server that any number of processes use; a ledger's stream has its name. */
export class KurrentStore implements EventStore {
  readonly #means: StoreMeans
  readonly maxBatchBytes: number

  constructor(means: StoreMeans) {
    this.#means = means
    this.maxBatchBytes = means.writer.maxBatchBytes
  }

  async append(
    ledger: string,
    expectedRevision: number,
    events: readonly StoredEvent[],
  ): Promise<number> {
    this.#refuseIfClosing()
    return this.#means.writer.append(ledger, expectedRevision, events)
  }

  async head(ledger: string): Promise<number> {
    this.#refuseIfClosing()
    const exists = await this.#means.known.of(ledger).exists()
    this.#refuseIfClosing()
    return exists ? this.#means.history.head(ledger) : -1
  }

  async find(ledger: string, id: string): Promise<StoredEvent | undefined> {
    this.#refuseIfClosing()
    const known = this.#means.known.of(ledger)
    if (known.find(id) === undefined) await known.inTurn(() => known.catchUp())
    const at = known.find(id)
    if (at === undefined) return undefined
    const [found] = await this.#means.history.page(ledger, at, 1)
    return found?.id === id ? found : undefined
  }

  async *read(ledger: string, from: number, until?: number): AsyncGenerator<StoredEvent[]> {
    const first = revision(from, 0)
    const end = Math.min(until ?? Infinity, (await this.head(ledger)) + 1)
    for (let next = first; next < end; ) {
      const before = next
      for await (const events of this.#pages(ledger, next, end)) {
        next += events.length
        yield events
        this.#refuseIfClosing()
      }
      if (next === before) throw new StoreUnavailable(`${ledger} does not show all it has`)
    }
  }

  async *subscribe(
    ledger: string,
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<readonly StoredEvent[]> {
    let next = revision(after, -1) + 1
    let offered: readonly StoredEvent[] = []
    const { client, tail, health, known } = this.#means
    const pages = () => this.#pages(ledger, next)
    const ending = this.#until(signal)
    this.#refuseIfClosing()
    if (next > 0 && !signal.aborted) await known.of(ledger).exists()
    const listener = tail.listen(ledger)
    const growing: Growing<StoredEvent> = {
      async *rest() {
        const first = offered.findIndex((event) => event.revision === next)
        const here = first === -1 ? undefined : offered.slice(first)
        offered = []
        for await (const events of here === undefined ? pages() : [here]) {
          if (ending.aborted) return
          next += events.length
          yield events
        }
      },
      async *watch(drops) {
        const besides = () => listener.next()
        for await (const told of client.watch(ledger, next - 1, { ...drops, besides })) {
          if (typeof told === 'object') offered = told
          const last = typeof told === 'object' ? told.at(-1)?.revision : told
          if (last === undefined) yield undefined
          else if (last >= next) yield true
        }
      },
    }
    try {
      yield* follow(growing, health, ending)
    } finally {
      tail.leave(ledger, listener)
    }
    if (!signal.aborted) this.#refuseIfClosing()
  }

  async *feed(token: string | undefined, signal: AbortSignal): AsyncGenerator<readonly FedEvent[]> {
    let position = token === undefined ? undefined : positionOf(token)
    let clear: Position | undefined
    const { client, history, health } = this.#means
    const ending = this.#until(signal)
    this.#refuseIfClosing()
    if (position !== undefined && !(await history.isPosition(position))) {
      throw new RangeError(`${token} is not a position of this store`)
    }
    const growing: Growing<FedEvent> = {
      async *rest() {
        while (!ending.aborted) {
          const before = clear
          const { events, reached } = await history.feed(position)
          if (reached === undefined) {
            // What lies before the checkpoint this reading, which began later, has shown.
            position = latest(position, before)
            yield events
            return
          }
          position = reached
          if (events.length > 0) yield events
        }
      },
      watch: (drops) => {
        const checkpoint = (reached: Position) => {
          clear = reached
        }
        return client.watchAll(position, checkpoint, drops)
      },
    }
    yield* follow(growing, health, ending)
    if (!signal.aborted) this.#refuseIfClosing()
  }

  /** Also refuses while a subscription cannot be kept up. */
  async ready(): Promise<void> {
    this.#refuseIfClosing()
    await this.#means.history.head(STREAM_PREFIX)
    this.#means.health.refuseIfStuck()
  }

  async close(): Promise<void> {
    this.#means.closing.abort()
    await this.#means.writer.drained()
  }

  async *#pages(ledger: string, from: number, end?: number): AsyncGenerator<StoredEvent[]> {
    this.#refuseIfClosing()
    for await (const events of this.#means.history.pages(ledger, from, end)) {
      this.#means.known.of(ledger).absorb(events)
      yield events
    }
  }

  #until(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.#means.closing.signal])
  }

  #refuseIfClosing(): void {
    if (this.#means.closing.signal.aborted) throw new StoreUnavailable('the store is closed')
  }
}

function latest(a: Position | undefined, b: Position | undefined): Position | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return isAfter(b, a) ? b : a
}
