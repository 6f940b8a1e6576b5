import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { ask } from '../http/running.ts'
import { runMain, urlOf } from '../http/spawned.ts'
import { newFolder } from '../store/folder.ts'

const READERS = Number(process.env.STALLED_READERS ?? 500)
const MIB = 1024 * 1024
/** The most memory that a reader that reads nothing may take while it is connected. */
const MOST_EACH = 2 * MIB
/** The most that may stay once all have left, for all of them together. */
const MOST_KEPT = 100 * MIB

const source = (id: number) => ({
  ...{ type: 'source.recorded', occurred: '2025-11-02', source: `s${id}`, kind: 'other' },
  ...{ authors: [], language: 'en', published: '2025-11-02', held: 'text' },
  text: `${id} ${'All that was said. '.repeat(500)}`,
})

test(`${READERS} readers of a stream that read nothing: memory is bounded, and given back`, async () => {
  const child = runMain({
    ...{ LEDGER_DATA: newFolder(), LEDGER_PORT: '0', LEDGER_SLOW_READER_SECONDS: '3000' },
    ...{ LEDGER_STREAMS: String(READERS), LEDGER_STREAMS_PER_CLIENT: String(READERS) },
  })
  const url = await urlOf(child)
  const memory = () => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024
  }
  const get = (path: string) => ask(new URL(path, url), {})
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

  const stalled = async () => {
    const sockets: Socket[] = []
    for (let n = 0; n < READERS; n++) {
      const socket = connect(Number(new URL(url).port), '127.0.0.1')
      socket.on('error', () => undefined).pause()
      await once(socket, 'connect')
      socket.write('GET /v1/live HTTP/1.1\r\nHost: localhost\r\n\r\n')
      sockets.push(socket)
    }
    await expect.poll(streams).toBe(READERS)
    return sockets
  }
  const left = async (sockets: readonly Socket[]) => {
    for (const socket of sockets) socket.destroy()
    await expect.poll(streams).toBe(0)
  }
  const before = memory()
  const first = await stalled()
  const during = memory()
  await left(first)
  // What was let go is collected when there is work again.
  for (let n = 0; n < 300; n++) await get('/v1/negotiations/talks/statements')
  const after = memory()
  const second = await stalled()
  const again = memory()
  await left(second)
  for (let n = 0; n < 300; n++) await get('/v1/negotiations/talks/statements')
  const last = memory()
  const told = [before, during, after, again, last].map((bytes) => Math.round(bytes / MIB))
  process.stdout.write(
    `${READERS} readers: ${told.join(', ')} MiB before, during, after, during, after\n`,
  )
  expect(during - before).toBeLessThan(READERS * MOST_EACH + 50 * MIB)
  expect(last - before).toBeLessThan(MOST_KEPT)
  expect((await get('/health/ready')).status).toBe(200)
})
