import { randomUUID } from 'node:crypto'
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import autocannon from 'autocannon'
import { serve } from '../src/serve.ts'
import { readConfig } from '../src/settings/config.ts'
import type { EventStore } from '../src/store/event-store.ts'
import { openKurrentStore } from '../src/store/kurrentdb/open.ts'
import { work } from './callers.ts'
import { type Case, perSecond, single } from './compare.ts'
import { inFolder } from './folder.ts'

/** Requests of one event each, each connection waiting for its receipt. */
export interface Load {
  readonly connections: number
  readonly requests: number
  /** The number of ledgers that they go to in turn, each of which has a stream of its own. */
  readonly ledgers: number
}

/** POST to a service beside as many callers of the client, on as many streams. */
export function postCase(url: string, load: Load): Case {
  const { connections, ledgers } = load
  const to = ledgers === 1 ? 'one ledger' : `${ledgers} ledgers`
  return single({
    name: `POST through KurrentDB, ${connections} connections to ${to}`,
    unit: 'events/s',
    goal: { atLeast: ledgers === 1 ? 2 : 0.8 },
    subject: () => post(openKurrentStore(url), load),
    peer: {
      name: `${connections} callers of the client alone, one append each, all at once`,
      run: () => appendAtOnce(url, load),
    },
  })
}

/**
 * The client by itself, on its own path for appends, which shares one call: callers that
 * append the same bodies, wherever the stream ends, each waiting for its acknowledgement.
 */
async function appendAtOnce(url: string, load: Load): Promise<number> {
  const client = EventStoreDBClient.connectionString(url)
  const run = `bench-${randomUUID()}`
  const bodies = Array.from({ length: load.requests }, (_, n) => ({ ...JSON.parse(raised(n)), n }))
  const rate = await perSecond(load.requests, () =>
    work(bodies, load.connections, ({ type, n, ...data }) =>
      client.appendToStream(
        `${run}-${n % load.ledgers}`,
        jsonEvent({ type, data, metadata: METADATA }),
      ),
    ),
  )
  await client.dispose()
  return rate
}

/** As long as the header and the salt that the service stores beside a body. */
const METADATA = { header: 'x'.repeat(420), salt: 'x'.repeat(22), request: 'x'.repeat(51) }

async function post(store: EventStore, load: Load): Promise<number> {
  const { connections, requests, ledgers } = load
  return inFolder(async (folder) => {
    const config = readConfig({
      LEDGER_DATA: folder,
      LEDGER_PORT: '0',
      LEDGER_LOG_LEVEL: 'silent',
    })
    const service = await serve(config, async () => store)
    const run = `bench-${randomUUID()}`
    const pathOf = (n: number) => `/v1/negotiations/${run}-${n % ledgers}/events`
    const headers = { 'content-type': 'application/json' }
    const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Bench' }
    const body = JSON.stringify(opened)
    for (let n = 0; n < ledgers; n++) {
      await fetch(`${service.url}${pathOf(n)}`, { method: 'POST', headers, body })
    }
    let issue = 0
    const setupRequest = (request: autocannon.Request) => {
      const n = issue++
      return { ...request, path: pathOf(n), body: raised(n) }
    }
    const result = await autocannon({
      ...{ url: service.url, connections, amount: requests, timeout: 60, sampleInt: 10 },
      requests: [{ method: 'POST', headers, setupRequest }],
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
