import {
  type EventStore,
  type FedEvent,
  LedgerDamaged,
  type StoredEvent,
  StoreUnavailable,
} from '../event-store.ts'
import { revision } from '../revision.ts'
import type { Appender } from './appender.ts'
import { replaced } from './damage.ts'
import { follow } from './follow.ts'
import type { Health } from './health.ts'
import type { KurrentHistory } from './history.ts'
import type { KnownLedgers } from './known-ledgers.ts'
import type { News } from './news.ts'
import { isAfter, type LogPosition, positionOf } from './position.ts'
import { PROBED } from './record.ts'
import { ALL, type Watch } from './watch.ts'
import type { KurrentWriter } from './writer.ts'

export interface StoreMeans {
  readonly appender: Appender
  readonly history: KurrentHistory
  readonly known: KnownLedgers
  readonly writer: KurrentWriter
  readonly health: Health
  readonly news: News
  readonly watch: Watch
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
    if (!(await known.exists())) return undefined
    try {
      if (known.find(id) === undefined) await known.inTurn(() => known.catchUp())
    } catch (error) {
      // Damage that comes after the event does not concern it.
      if (known.find(id) === undefined) throw error
    }
    const at = known.find(id)
    if (at === undefined) return undefined
    const [found] = await this.#means.history.page(ledger, at, 1)
    return found?.id === id ? found : undefined
  }

  async *read(
    ledger: string,
    from: number,
    until?: number,
  ): AsyncGenerator<readonly StoredEvent[]> {
    const first = revision(from, 0)
    const damage = await this.#damageOf(ledger)
    const sound = damage?.damage.revision ?? (await this.#means.history.head(ledger)) + 1
    this.#refuseIfClosing()
    const end = Math.min(until ?? Infinity, sound)
    for (let next = first; next < end; ) {
      const before = next
      for await (const events of this.#pages(ledger, next, end)) {
        next += events.length
        yield events
        this.#refuseIfClosing()
      }
      if (next === before) throw new StoreUnavailable(`${ledger} does not show all it has`)
    }
    if (damage !== undefined && (until === undefined || until > end)) throw damage
  }

  async *subscribe(
    ledger: string,
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<readonly StoredEvent[]> {
    let next = revision(after, -1) + 1
    const { news, health } = this.#means
    const ending = this.#until(signal)
    this.#refuseIfClosing()
    const pages = (end: number) => this.#continued(ledger, next, end, last)
    const listener = news.listen(ledger)
    /** The event before the next one, once it was read here. */
    let last: StoredEvent | undefined
    const damageOf = () => this.#damageOf(ledger)
    const rest = async function* () {
      const damage = await damageOf()
      const { revision: end = Infinity } = damage?.damage ?? {}
      const here = listener.takeFrom(next)
      for await (const events of here === undefined ? pages(end) : [here]) {
        if (ending.aborted) return
        next += events.length
        last = events.at(-1)
        yield events
      }
      if (damage !== undefined) throw damage
    }
    try {
      yield* follow({ rest, news: () => listener.news(next, ending) }, health, ending)
    } finally {
      news.leave(ledger, listener)
    }
    if (!signal.aborted) this.#refuseIfClosing()
  }

  async *feed(
    token: string | undefined,
    signal: AbortSignal,
    kind?: string,
  ): AsyncGenerator<readonly FedEvent[]> {
    let position = token === undefined ? undefined : positionOf(token)
    const { history, health, news, watch } = this.#means
    const ending = this.#until(signal)
    this.#refuseIfClosing()
    if (position !== undefined && !(await history.isPosition(position))) {
      throw new RangeError(`${token} is not a position of this store`)
    }
    const listener = news.listen(ALL)
    const rest = async function* () {
      while (!ending.aborted) {
        const before = watch.reached
        const { events, reached } = await history.feed(position, kind)
        if (reached === undefined) {
          // What the watch had reached by then, this reading, which began later, has shown.
          position = latest(position, before)
          yield events
          return
        }
        position = reached
        if (events.length > 0) yield events
      }
    }
    try {
      yield* follow({ rest, news: () => listener.news(Infinity, ending) }, health, ending)
    } finally {
      news.leave(ALL, listener)
    }
    if (!signal.aborted) this.#refuseIfClosing()
  }

  /** Also refuses while appends do not succeed, or the server is not watched. */
  async ready(): Promise<void> {
    this.#refuseIfClosing()
    const { appender, history, health } = this.#means
    await Promise.all([history.head(PROBED), appender.probe(PROBED)])
    health.refuseIfStuck()
  }

  async close(): Promise<void> {
    this.#means.closing.abort()
    await this.#means.writer.drained()
  }

  /**
   * The damage of a ledger that is known without reading it, if events come before it.
   *
   * @throws {LedgerDamaged} none does.
   */
  async #damageOf(ledger: string): Promise<LedgerDamaged | undefined> {
    this.#refuseIfClosing()
    try {
      await this.#means.known.of(ledger).exists()
      return undefined
    } catch (error) {
      if (!(error instanceof LedgerDamaged) || !error.damage.revision) throw error
      return error
    }
  }

  /**
   * The events from a revision on, read with the one before, which must be the one that was read.
   *
   * @param end the revision before which to end
   * @param last the event before, if it was read by the same reader
   * @throws {LedgerDamaged} it is another.
   */
  async *#continued(ledger: string, from: number, end: number, last: StoredEvent | undefined) {
    if (from >= end) return
    if (last === undefined) {
      yield* this.#pages(ledger, from, end)
      return
    }
    let isFirst = true
    for await (const events of this.#pages(ledger, last.revision, end)) {
      const isSame = !isFirst || events[0]?.id === last.id
      if (!isSame) throw replaced(ledger, last.revision)
      const rest = isFirst ? events.slice(1) : events
      isFirst = false
      if (rest.length > 0) yield rest
    }
  }

  async *#pages(
    ledger: string,
    from: number,
    end?: number,
  ): AsyncGenerator<readonly StoredEvent[]> {
    this.#refuseIfClosing()
    for await (const events of this.#means.history.pages(ledger, from, end)) {
      const { whole, damage } = this.#means.known.of(ledger).takeIn(events)
      if (whole.length > 0) yield whole
      if (damage !== undefined) throw damage
    }
  }

  #until(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.#means.closing.signal])
  }

  #refuseIfClosing(): void {
    if (this.#means.closing.signal.aborted) throw new StoreUnavailable('the store is closed')
  }
}

function latest(a: LogPosition | undefined, b: LogPosition | undefined): LogPosition | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return isAfter(b, a) ? b : a
}
