import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { LedgerEvent } from '../../events/registry.ts'
import type { Pieces } from '../../projections/time/pieces.ts'
import type { Clock } from '../../src/ledger/clock.ts'
import type { Random } from '../../src/ledger/event-ids.ts'
import { Refused } from '../../src/ledger/refused.ts'
import type { WriteRequest } from '../../src/ledger/request.ts'
import { RequestDigests } from '../../src/ledger/request-digests.ts'
import { Writer } from '../../src/ledger/writer.ts'
import type { EventStore, StoredEvent } from '../../src/store/event-store.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { ServingThread } from '../../src/workers/serving-thread.ts'

export const origin = (ledger: string) => `ledger.example/n/${ledger}`

/** A real store in a folder of its own, both gone when the test is over. */
export async function freshStore(): Promise<EventStore> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-test-'))
  const store = await openSqliteStore(folder)
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })
  return store
}

/** A store that behaves as `wrapped` but for the methods in `instead`. */
export function storeWith(wrapped: EventStore, instead: Partial<EventStore>): EventStore {
  return {
    append: (...given) => wrapped.append(...given),
    head: (...given) => wrapped.head(...given),
    find: (...given) => wrapped.find(...given),
    read: (...given) => wrapped.read(...given),
    subscribe: (...given) => wrapped.subscribe(...given),
    feed: (...given) => wrapped.feed(...given),
    maxBatchBytes: wrapped.maxBatchBytes,
    ready: () => wrapped.ready(),
    close: () => wrapped.close(),
    ...instead,
  }
}

/** The request digests of every writer here that is given no others. */
export const requests = new RequestDigests([Buffer.alloc(32, 1)])

/** Bytes that differ each time and are the same in every run. */
export function seeded(seed = 'seed'): Random {
  let drawn = 0
  return (bytes) => hash('sha256', `${seed} ${drawn++}`, 'buffer').subarray(0, bytes)
}

/** A clock that is set by hand. */
export function handClock(start = Date.UTC(2025, 11, 1)) {
  const clock = () => clock.now
  clock.now = start
  return clock
}

export function writerOn(store: EventStore, seed?: string, clock: Clock = handClock()): Writer {
  return new Writer('talks', {
    store,
    clock,
    random: seeded(seed),
    origin,
    requests,
    thread: new ServingThread(),
  })
}

/** A request of these commands by somebody. */
export const request = (commands: unknown, more: Partial<WriteRequest> = {}): WriteRequest => ({
  commands,
  actor: 'a_7',
  ...more,
})

/** What a refused promise was refused for, as `code pointer`; anything else fails the test. */
export async function refusal(promise: Promise<unknown>): Promise<string[]> {
  const error = await promise.then(
    () => new Error('it was not refused'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refused)) throw error
  return error.refusals.map(({ code, pointer }) => `${code} ${pointer}`.trim())
}

export async function stored(store: EventStore, ledger = 'talks'): Promise<StoredEvent[]> {
  return (await Array.fromAsync(store.read(ledger, 0))).flat()
}

/** Projections that keep what they are given, in order. */
export class Kept {
  readonly events: LedgerEvent[] = [];

  *folding(event: LedgerEvent): Pieces<void> {
    yield
    this.events.push(event)
  }
}
