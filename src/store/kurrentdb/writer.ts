import { measureBatch, sameEvent } from '../batch.ts'
import {
  BatchTooLarge,
  EventIdTaken,
  type StoredEvent,
  StoreUnavailable,
  WrongExpectedRevision,
} from '../event-store.ts'
import type { Appender } from './appender.ts'
import type { Health } from './health.ts'
import type { KurrentHistory } from './history.ts'
import type { KnownLedger } from './known-ledger.ts'
import type { KnownLedgers } from './known-ledgers.ts'
import type { News } from './news.ts'
import { backoff, pause } from './pause.ts'
import { appendSizeOf, refuseNames, toRecords } from './record.ts'

/**
 * Part of the server's limit that the texts of an append may take. The rest is for what comes with
 * them: the escapes and names of metadata, and the types, which the server counts twice.
 */
const TEXTS = 3 / 4

export interface KurrentWriterMeans {
  readonly history: KurrentHistory
  readonly known: KnownLedgers
  readonly appender: Appender
  readonly health: Health
  readonly news: News
  readonly closing: AbortSignal
  /** The server's `MaxAppendSize`, in bytes. */
  readonly maxAppendBytes: number
}

/** Appends that keep what the port promises, which is more than the server does. */
export class KurrentWriter {
  readonly #means: KurrentWriterMeans
  readonly maxBatchBytes: number
  readonly #underWay = new Set<Promise<unknown>>()

  constructor(means: KurrentWriterMeans) {
    this.#means = means
    this.maxBatchBytes = Math.floor(means.maxAppendBytes * TEXTS)
  }

  /** As {@link EventStore.append}. */
  async append(ledger: string, expected: number, events: readonly StoredEvent[]): Promise<number> {
    measureBatch(ledger, expected, events, this.maxBatchBytes)
    if (events.length === 0) return expected
    refuseNames(ledger, events)
    const known = this.#means.known.of(ledger)
    const appending = known.inTurn(() => this.#append(ledger, known, expected, events))
    this.#underWay.add(appending)
    try {
      return await appending
    } finally {
      this.#underWay.delete(appending)
    }
  }

  /** Resolves when every append under way has been answered. */
  async drained(): Promise<void> {
    await Promise.allSettled(this.#underWay)
  }

  async #append(
    ledger: string,
    known: KnownLedger,
    expected: number,
    events: readonly StoredEvent[],
  ): Promise<number> {
    const last = expected + events.length
    await known.exists()
    if (known.head !== expected || expected < 0) await known.catchUp()
    if (known.head === expected) {
      const taken = takenId(known, events)
      if (taken !== undefined) throw new EventIdTaken(ledger, taken)
      if ((await this.#send(ledger, expected, events)) === 'stored') {
        await this.#compare(ledger, known, events)
        known.absorb(events)
        for (const listener of this.#means.news.of(ledger)) listener.offer(events)
        return last
      }
      await this.#catchUpPast(ledger, known, expected)
    }
    if (known.head < last || !holdsAt(known, events)) {
      throw new WrongExpectedRevision(ledger, expected, known.head)
    }
    await this.#compare(ledger, known, events)
    return last
  }

  /** The server refuses an append for the sake of another before it shows that other to readers. */
  async #catchUpPast(ledger: string, known: KnownLedger, revision: number): Promise<void> {
    const { health, closing } = this.#means
    const until = performance.now() + health.patienceMs
    for (let failures = 0; ; failures++) {
      await known.catchUp()
      if (known.head > revision) return
      if (closing.aborted || performance.now() > until) {
        throw new StoreUnavailable(`the server does not agree with itself where ${ledger} ends`)
      }
      await pause(backoff(failures), closing)
    }
  }

  #send(ledger: string, expected: number, events: readonly StoredEvent[]) {
    const records = toRecords(events)
    const bytes = appendSizeOf(events, records)
    const { maxAppendBytes, appender } = this.#means
    if (bytes > maxAppendBytes) throw new BatchTooLarge(bytes, maxAppendBytes)
    return appender.append(ledger, expected, records)
  }

  /**
   * The server acknowledges known ids whatever comes with them, and continues a stream whose events
   * are gone, or go as others come: what is stored is read back, with the event before it, and the
   * ledger must still have its first.
   *
   * @throws {EventIdTaken} it is something else.
   * @throws {LedgerDamaged} it does not continue what was there.
   */
  async #compare(
    ledger: string,
    known: KnownLedger,
    events: readonly StoredEvent[],
  ): Promise<void> {
    const before = Math.max(0, events[0]!.revision - 1)
    const last = events.at(-1)!.revision
    const { history } = this.#means
    const [stored] = await Promise.all([
      history.page(ledger, before, last - before + 1),
      before > 0 && history.page(ledger, 0, 1),
    ])
    if (stored[0] !== undefined) known.expect(stored[0])
    const own = stored.slice(events[0]!.revision - before)
    if (own.length < events.length) {
      throw new StoreUnavailable(`${ledger} does not show what it took`)
    }
    const other = events.find((event, index) => !sameEvent(event, own[index]!))
    if (other !== undefined) throw new EventIdTaken(ledger, other.id)
  }
}

/** The first id that the ledger holds, or that comes twice. */
function takenId(known: KnownLedger, events: readonly StoredEvent[]): string | undefined {
  const ids = new Set<string>()
  return events.find(({ id }) => known.find(id) !== undefined || ids.size === ids.add(id).size)?.id
}

function holdsAt(known: KnownLedger, events: readonly StoredEvent[]): boolean {
  return events.every(({ id, revision }) => known.find(id) === revision)
}
