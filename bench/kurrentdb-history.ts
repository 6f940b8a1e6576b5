import { randomUUID } from 'node:crypto'
import { EventStoreDBClient } from '@eventstore/db-client'
import { Chain } from '../src/ledger/decode.ts'
import type { StoredEvent } from '../src/store/event-store.ts'
import { openKurrentStore } from '../src/store/kurrentdb/open.ts'
import { type Case, perSecond } from './compare.ts'
import { sealedLedger } from './sealed-ledger.ts'

/** The number of events an append of the preparation carries. */
const BATCH = 400

/** A ledger read from the server with every digest checked, by our reader and by 6.2.1's own. */
export async function historyCase(url: string, events: number): Promise<Case> {
  const ledger = `negotiation-bench-${randomUUID()}`
  const store = openKurrentStore(url)
  const sealed = sealedLedger(1, events)
  for (let next = 0; next < events; next += BATCH) {
    await store.append(ledger, next - 1, sealed.slice(next, next + BATCH))
  }
  await store.close()
  return {
    name: `load of ${events} events, digests checked`,
    unit: 'events/s',
    subject: () => perSecond(events, () => load(ledger, events, pagesOf(url, ledger))),
    peer: {
      name: "the reader of '@eventstore/db-client' 6.2.1",
      run: () => perSecond(events, () => load(ledger, events, oneByOne(url, ledger))),
    },
  }
}

async function load(
  ledger: string,
  events: number,
  pages: AsyncIterable<readonly StoredEvent[]>,
): Promise<void> {
  const chain = new Chain(ledger)
  for await (const page of pages) for (const stored of page) chain.next(stored)
  if (chain.revision !== events - 1) throw new Error(`${chain.revision + 1} events were read`)
}

async function* pagesOf(url: string, ledger: string) {
  const store = openKurrentStore(url)
  yield* store.read(ledger, 0)
  await store.close()
}

async function* oneByOne(url: string, ledger: string): AsyncGenerator<StoredEvent[]> {
  const client = EventStoreDBClient.connectionString(url)
  for await (const { event } of client.readStream(ledger)) {
    const { revision, id, type, data, metadata } = event as unknown as Shown
    const { header, salt, request } = metadata
    const body = JSON.stringify(data)
    yield [{ revision: Number(revision), id, type, header, salt, body, request }]
  }
  await client.dispose()
}

interface Shown {
  readonly revision: bigint
  readonly id: string
  readonly type: string
  readonly data: unknown
  readonly metadata: { readonly header: string; readonly salt: string; readonly request: string }
}
