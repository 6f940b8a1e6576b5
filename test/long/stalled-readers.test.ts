import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ask } from '../http/running.ts'
import { runMain, urlOf } from '../http/spawned.ts'
import { newFolder } from '../store/folder.ts'

const READERS = Number(process.env.STALLED_READERS ?? 500)
const MIB = 1024 * 1024
/** The most memory that a reader that reads nothing may take while it is connected. */
const MOST_EACH = 1 * MIB
/** The most that may stay once all have left, of what is in use and of what the process holds. */
const MOST_KEPT = 10 * MIB
const MOST_HELD = 100 * MIB

/** Each reader is sent megabytes first, which wait in the system for it. */
const SLOW = { timeout: 600_000, interval: 500 }

const source = (id: number) => ({
  ...{ type: 'source.recorded', occurred: '2025-11-02', source: `s${id}`, kind: 'other' },
  ...{ authors: [], language: 'en', published: '2025-11-02', held: 'text' },
  text: `${id} ${'All that was said. '.repeat(500)}`,
})

/** Measures until nothing changes any more: until every reader has been sent all that it can take. */
async function settled<T extends { held: number }>(measure: () => Promise<T>): Promise<T> {
  for (let last = await measure(); ; ) {
    await pause(1000)
    const next = await measure()
    if (Math.abs(next.held - last.held) < MIB) return next
    last = next
  }
}

function inMib(bytes: number): number {
  return Math.round(bytes / MIB)
}

test(`${READERS} readers of a stream that read nothing: memory is bounded, and given back`, async () => {
  const child = runMain(
    {
      ...{ LEDGER_DATA: newFolder(), LEDGER_PORT: '0', LEDGER_SLOW_READER_SECONDS: '3000' },
      ...{ LEDGER_STREAMS: String(READERS), LEDGER_STREAMS_PER_CLIENT: String(READERS) },
      // Gigabytes of events are on their way to these readers.
      REPLIES_FILE: '',
    },
    [join(import.meta.dirname, 'memory-route.ts')],
  )
  const url = await urlOf(child)
  const memory = async () => {
    const usage = (await (await fetch(`${url}/test/memory`)).json()) as NodeJS.MemoryUsage
    return { held: usage.rss, used: usage.heapUsed + usage.external }
  }
  const streams = async () => {
    const metrics = await (await fetch(`${url}/metrics`)).text()
    return Number(/^ledger_http_streams (\d+)$/m.exec(metrics)?.[1])
  }
  const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
  for (let part = 0; part < 10; part++) {
    const sources = Array.from({ length: 100 }, (_, i) => source(100 * part + i))
    const recorded = await fetch(`${url}/v1/negotiations/talks/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(part === 0 ? [opened, ...sources] : sources),
    })
    expect(recorded.status).toBe(201)
  }

  const stall = async () => {
    const sockets: Socket[] = []
    for (let n = 0; n < READERS; n++) {
      const socket = connect(Number(new URL(url).port), '127.0.0.1')
      socket.on('error', () => undefined).pause()
      await once(socket, 'connect')
      socket.write('GET /v1/live HTTP/1.1\r\nHost: localhost\r\n\r\n')
      sockets.push(socket)
    }
    await expect.poll(streams, SLOW).toBe(READERS)
    const during = await settled(memory)
    for (const socket of sockets) socket.destroy()
    await expect.poll(streams, SLOW).toBe(0)
    return during
  }
  const fresh = await memory()
  // What a process compiles and keeps at its first streams is not of any reader.
  await stall()
  const before = await settled(memory)
  const during = await stall()
  const after = await settled(memory)
  const told = [fresh, before, during, after].map(
    ({ used, held }) => `${inMib(used)} (${inMib(held)})`,
  )
  process.stdout.write(
    `${READERS} stalled readers: ${told.join(', ')} MiB in use (resident) at first, before, during, after\n`,
  )
  expect(during.used - before.used).toBeLessThan(READERS * MOST_EACH)
  expect(after.used - before.used).toBeLessThan(MOST_KEPT)
  // The system takes back what is not in use when it pleases.
  const held = async () => (await memory()).held
  await expect.poll(held, SLOW).toBeLessThan(fresh.held + MOST_HELD)
  expect((await ask(new URL('/health/ready', url), {})).status).toBe(200)
})
