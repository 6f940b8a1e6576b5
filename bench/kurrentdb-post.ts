import { randomUUID } from 'node:crypto'
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import autocannon from 'autocannon'
import { readConfig } from '../src/config.ts'
import { serve } from '../src/serve.ts'
import type { EventStore } from '../src/store/event-store.ts'
import { openKurrentStore } from '../src/store/kurrentdb/open.ts'
import { work } from './callers.ts'
import { type Case, perSecond } from './compare.ts'
import { inFolder } from './folder.ts'

/** POST of one event a request to one ledger, each connection waiting for its receipt. */
export function postCase(url: string, connections: number, requests: number): Case {
  return {
    name: `POST at ${connections} connections`,
    unit: 'events/s',
    subject: () => post(openKurrentStore(url), connections, requests),
    peer: {
      name: `${connections} callers of the client alone, one append each, all at once`,
      run: () => appendAtOnce(url, connections, requests),
    },
  }
}

/**
 * The client by itself, on its own path for appends, which shares one call: callers that
 * append the same bodies to one stream, wherever it ends, each waiting for its acknowledgement.
 */
async function appendAtOnce(url: string, callers: number, events: number): Promise<number> {
  const client = EventStoreDBClient.connectionString(url)
  const stream = `bench-${randomUUID()}`
  const bodies = Array.from({ length: events }, (_, issue) => JSON.parse(raised(issue)))
  const rate = await perSecond(events, () =>
    work(bodies, callers, ({ type, ...data }) =>
      client.appendToStream(stream, jsonEvent({ type, data, metadata: METADATA })),
    ),
  )
  await client.dispose()
  return rate
}

/** As long as the header and the salt that the service stores beside a body. */
const METADATA = { header: 'x'.repeat(420), salt: 'x'.repeat(22), request: 'x'.repeat(51) }

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
