import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Acknowledged, authorized } from '../http/acknowledged.ts'
import { ASKING, desksOf } from '../http/desks.ts'
import { ask } from '../http/running.ts'
import { runMain, spawned, urlOf } from '../http/spawned.ts'
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

/** How long events are recorded while slow readers follow, and how many a second. */
const SECONDS = Number(process.env.LEDGER_TEST_SLOW_SECONDS ?? 60)
const RATE = 200
/** What each slow reader takes a second, in bytes. */
const SIP = 2048
/** The bounds of docs/operate.md: for each event, and for each stream. */
const EACH_EVENT = 2200
const EACH_STREAM = MIB
const MOST_ABOVE = 300 * MIB

test(`${READERS} slow readers and ${RATE} events a second for ${SECONDS} seconds: memory keeps its bounds, readiness is honest`, async () => {
  const service = await spawned(newFolder(), [], [], {
    ...{ ...ASKING, REPLIES_FILE: '' },
    ...{ LEDGER_STREAMS: String(READERS), LEDGER_STREAMS_PER_CLIENT: String(READERS) },
  })
  const { url } = service
  const { reader, recording } = await desksOf(service)
  const get = (path: string) => ask(new URL(path, url), authorized(reader))
  const resident = async () =>
    Number(/^process_resident_memory_bytes (\d+)$/m.exec((await get('/metrics')).body)?.[1])
  const idle = await resident()

  const sockets = await Promise.all(
    Array.from({ length: READERS }, async () => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1')
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      const request = 'GET /v1/negotiations/talks/live HTTP/1.1\r\nHost: localhost\r\n'
      socket.write(`${request}Authorization: Bearer ${reader}\r\n\r\n`)
      return socket
    }),
  )
  const sipping = setInterval(() => {
    for (const socket of sockets) socket.read(SIP)
  }, 1000)

  const events = new Acknowledged(recording.filter((desk) => desk.ledger(0) === 'talks'))
  let refused = 0
  const until = Date.now() + SECONDS * 1000
  const sending = new Set<Promise<void>>()
  const peaks = [idle]
  const dishonest: string[] = []
  const watch = async () => {
    for (let wasReady = false, before = 0; Date.now() < until; before = refused) {
      const isReady = (await get('/health/ready')).status === 200
      if (wasReady && isReady && refused > before) dishonest.push(`${refused - before} refused`)
      wasReady = isReady
      peaks.push(await resident())
      await pause(1000)
    }
  }
  const send = async () => {
    for (let due = 0, left = SECONDS; left > 0; left = (until - Date.now()) / 1000) {
      for (; due < (SECONDS - left) * RATE && sending.size < RATE; due++) {
        const sent = events.next(service).then((how) => {
          if (how === 'unanswered') refused += 1
          sending.delete(sent)
        })
        sending.add(sent)
      }
      await pause(10)
    }
    await Promise.all(sending)
  }
  await Promise.all([watch(), send()])
  clearInterval(sipping)
  for (const socket of sockets) socket.destroy()

  const peak = Math.max(...peaks)
  const budget = idle + events.count * EACH_EVENT + READERS * EACH_STREAM
  process.stdout.write(
    `${READERS} slow readers, ${Math.round(events.count / SECONDS)} events a second acknowledged, ${refused} refused: ` +
      `at most ${inMib(peak)} MiB resident, ${inMib(idle)} at first, bounds ${inMib(budget)}\n`,
  )
  expect(peak).toBeLessThan(budget + MOST_ABOVE)
  expect(dishonest).toEqual([])
  await events.sendAgain(service)
  await events.expectAllThere(service)
  expect((await get('/health/ready')).status).toBe(200)
})
