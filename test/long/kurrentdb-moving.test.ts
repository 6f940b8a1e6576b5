import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { sealedLedger } from '../../bench/sealed-ledger.ts'
import { exchange } from '../../src/cli/exchange.ts'
import { ledgerOf } from '../../src/ledger/ledger-name.ts'
import { type Client, started } from '../http/running.ts'
import { NO_SERVER, serverBinary } from '../kurrentdb/binary.ts'
import { startServer } from '../kurrentdb/server.ts'

const EVENTS = 100_000
const BATCH = 500
const given = process.env.KURRENTDB_URL
const binary = serverBinary()
const none = given === undefined && binary === undefined

describe.skipIf(none)(none ? NO_SERVER : 'a ledger that is moved', () => {
  it(`of ${EVENTS} events, to KurrentDB and back, is exported the same bytes each time`, async () => {
    const server = given === undefined ? await startServer(binary as string) : undefined
    const LEDGER_STORE = given ?? (server as { url: string }).url
    const talks = `moved-${randomUUID()}`
    const from = await started()
    const sealed = sealedLedger(1, EVENTS, talks)
    for (let next = 0; next < EVENTS; next += BATCH) {
      await from.store.append(ledgerOf(talks), next - 1, sealed.slice(next, next + BATCH))
    }
    const first = await exported(from, talks)
    expect(first.lines).toBe(EVENTS)

    const there = await started({ LEDGER_STORE })
    await imported(there, talks, first.bytes)
    const second = await exported(there, talks)
    expect(second.digest).toBe(first.digest)

    const back = await started()
    await imported(back, talks, second.bytes)
    expect((await exported(back, talks)).digest).toBe(first.digest)
    await there.stop()
    await server?.stop()
  })
})

async function exported(service: Client, talks: string) {
  const response = await fetch(`${service.url}/v1/negotiations/${talks}/events`)
  expect(response.status).toBe(200)
  const bytes = Buffer.from(await response.arrayBuffer())
  const digest = createHash('sha256').update(bytes).digest('hex')
  return { bytes, digest, lines: bytes.reduce((lines, byte) => lines + Number(byte === 10), 0) }
}

/**
 * By requests that wait for their reply as long as it takes: `fetch` gives up after five minutes. A
 * server that is away for a while is tried again, with the same file, as its reply says.
 */
async function imported(service: Client, talks: string, bytes: Buffer): Promise<void> {
  const path = `/v1/negotiations/${talks}/import?form=raw&unsigned=accepted`
  const headers = { 'content-type': 'application/x-ndjson' }
  for (let tries = 0; tries < 10; tries++) {
    const body = Readable.from(bytes, { objectMode: false })
    const response = await exchange(new URL(path, service.url), { method: 'POST', headers, body })
    const answer = await text(response)
    if (response.statusCode === 503) continue
    expect([200, 201], answer.slice(0, 500)).toContain(response.statusCode)
    return
  }
  throw new Error('the server was away ten times')
}
