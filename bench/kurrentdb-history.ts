import { randomUUID } from 'node:crypto'
import { EventStoreDBClient } from '@eventstore/db-client'
import { Chain } from '../src/ledger/decode.ts'
import { ledgerOf } from '../src/ledger/ledger-name.ts'
import { serve } from '../src/serve.ts'
import { readConfig } from '../src/settings/config.ts'
import type { StoredEvent } from '../src/store/event-store.ts'
import { openKurrentStore } from '../src/store/kurrentdb/open.ts'
import { type Case, perSecond, single } from './compare.ts'
import { inFolder } from './folder.ts'
import { sealedLedger } from './sealed-ledger.ts'

/** The number of events an append of the preparation carries. */
const BATCH = 400

/**
 * A ledger of a given number of events, made once and then read in two ways: by our reader with every digest
 * checked, and by a service that opens it for its first POST. The peer of both is 6.2.1's own reader.
 */
export async function historyCases(url: string, events: number): Promise<Case[]> {
  const talks = `bench-${randomUUID()}`
  const ledger = ledgerOf(talks)
  const store = openKurrentStore(url)
  const sealed = sealedLedger(1, events, talks)
  for (let next = 0; next < events; next += BATCH) {
    await store.append(ledger, next - 1, sealed.slice(next, next + BATCH))
  }
  await store.close()
  const peer = {
    name: "the reader of '@eventstore/db-client' 6.2.1",
    run: () => perSecond(events, () => load(ledger, events, oneByOne(url, ledger))),
  }
  return [
    single({
      name: `load of ${events} events, digests checked`,
      unit: 'events/s',
      goal: { atLeast: 6 },
      subject: () => perSecond(events, () => load(ledger, events, pagesOf(url, ledger))),
      peer,
    }),
    single({
      name: `the first POST to a ledger of ${events} events`,
      unit: 'events/s',
      subject: () => firstPost(url, talks, events),
      peer,
    }),
  ]
}

/**
 * Events for each second that a service just started takes to judge a POST to a ledger which it
 * has not opened. A dry run, so that each round finds the same ledger.
 */
async function firstPost(url: string, talks: string, events: number): Promise<number> {
  return inFolder(async (folder) => {
    const config = readConfig({
      LEDGER_DATA: folder,
      LEDGER_PORT: '0',
      LEDGER_LOG_LEVEL: 'silent',
    })
    const service = await serve(config, async () => openKurrentStore(url))
    const path = `/v1/negotiations/${talks}/events?dryRun=true`
    const member = { issue: 'bench', title: 'Cap on the army', proposition: 'It is limited' }
    const body = JSON.stringify({ type: 'issue.raised', occurred: '2025-11-02', ...member })
    const headers = { 'content-type': 'application/json' }
    const rate = await perSecond(events, async () => {
      const reply = await fetch(`${service.url}${path}`, { method: 'POST', headers, body })
      if (reply.status !== 200) throw new Error(`${reply.status}: ${await reply.text()}`)
    })
    await service.stop()
    return rate
  })
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
