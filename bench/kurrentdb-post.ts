import { randomUUID } from 'node:crypto'
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import autocannon from 'autocannon'
import { readConfig } from '../src/config.ts'
import { serve } from '../src/serve.ts'
import type { EventStore, StoredEvent } from '../src/store/event-store.ts'
import { openKurrentStore } from '../src/store/kurrentdb/open.ts'
import type { Case } from './compare.ts'
import { inFolder } from './folder.ts'

/** Texts of one event of the load, and not of two: a batch with room for no more. */
const ONE_EVENT = 1_200

/** POST of one event a request to one ledger, each connection waiting for its receipt. */
export function postCase(url: string, connections: number, requests: number): Case {
  return {
    name: `POST at ${connections} connections`,
    unit: 'requests/s',
    subject: () => post(openKurrentStore(url), connections, requests),
    peer: {
      name: 'the same with one append a request, by the client alone',
      run: () => post(oneARequest(url), connections, requests),
    },
  }
}

/** The store with appends that go to the client as they come, and batches of one request each. */
function oneARequest(url: string): EventStore {
  const store = openKurrentStore(url)
  const client = EventStoreDBClient.connectionString(url)
  const credentials = { username: 'nobody', password: '' }
  const append = async (ledger: string, expected: number, events: readonly StoredEvent[]) => {
    const records = events.map(({ id, type, body, header, salt, request }) => {
      const metadata = { header, salt, request }
      return jsonEvent({ id, type, data: JSON.parse(body), metadata })
    })
    const expectedRevision = expected < 0 ? 'no_stream' : BigInt(expected)
    await client.appendToStream(ledger, records, { expectedRevision, credentials })
    return expected + events.length
  }
  return {
    maxBatchBytes: ONE_EVENT,
    append,
    head: (ledger) => store.head(ledger),
    find: (ledger, id) => store.find(ledger, id),
    read: (ledger, from, until) => store.read(ledger, from, until),
    subscribe: (ledger, after, signal) => store.subscribe(ledger, after, signal),
    feed: (position, signal) => store.feed(position, signal),
    ready: () => store.ready(),
    close: () => store.close(),
  }
}

async function post(store: EventStore, connections: number, requests: number): Promise<number> {
  return inFolder(async (folder) => {
    const config = readConfig({
      LEDGER_DATA: folder,
      LEDGER_PORT: '0',
      LEDGER_LOG_LEVEL: 'silent',
    })
    const service = await serve(config, async () => store)
    const path = `/v1/negotiations/bench-${randomUUID()}/events`
    const headers = { 'content-type': 'application/json' }
    const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Bench' }
    const body = JSON.stringify(opened)
    await fetch(`${service.url}${path}`, { method: 'POST', headers, body })
    let issue = 0
    const result = await autocannon({
      ...{ url: service.url, connections, amount: requests, timeout: 60, sampleInt: 10 },
      requests: [
        {
          ...{ method: 'POST', path, headers },
          setupRequest: (request) => ({ ...request, body: raised(issue++) }),
        },
      ],
    })
    await service.stop()
    if (result['2xx'] !== requests)
      throw new Error(`of ${requests}, ${result['2xx']} were recorded`)
    return requests / result.duration
  })
}

function raised(issue: number): string {
  const member = { issue: `i${issue}`, title: 'Cap on the army', proposition: 'x'.repeat(100) }
  return JSON.stringify({ type: 'issue.raised', occurred: '2025-11-02', ...member })
}
