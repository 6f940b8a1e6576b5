import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Case } from './compare.ts'
import { makeFolder } from './folder.ts'
import { HEADERS, type Program, raised, SERVICE, start } from './http-load.ts'
import type { Sized } from './sized.ts'

/** The events that are sent to all readers in a round, one after another. */
const EVENTS = 10

const EVENTS_PATH = '/v1/negotiations/bench/events'

/** One event to many readers of a live stream, beside raw sockets that get the same bytes. */
export async function* streams({ sized }: Sized): AsyncGenerator<Case> {
  const count = sized(1000)
  const { folder, remove } = makeFolder()
  const service = await start(SERVICE, {
    LEDGER_DATA: join(folder, 'data'),
    LEDGER_PORT: '0',
    LEDGER_STREAMS: '10000',
    LEDGER_STREAMS_PER_CLIENT: '10000',
    LEDGER_HEARTBEAT_SECONDS: '600',
  })
  const raw = await start(join(import.meta.dirname, 'raw-stream-server.ts'))
  const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Bench' }
  await posted(service, EVENTS_PATH, JSON.stringify(opened))
  const ours = await Readers.open(service, '/v1/negotiations/bench/live', count)
  const theirs = await Readers.open(raw, '/', count)
  try {
    yield {
      name: `an event to ${count} readers of a stream`,
      measures: { micros: { unit: 'µs of processor time a reader', goal: { atMost: 1.5 } } },
      subject: () => sentTo(ours, service, () => posted(service, EVENTS_PATH, raised())),
      peer: {
        name: 'raw sockets that get the same bytes',
        run: () => sentTo(theirs, raw, () => posted(raw, '/', FRAME)),
      },
    }
  } finally {
    ours.close()
    theirs.close()
    await service.stop()
    await raw.stop()
    remove()
  }
}

/** As long as the frame of such an event. */
const FRAME = `id: 1\nevent: message\ndata: ${JSON.stringify({ event: 'x'.repeat(560) })}\n\n`

async function sentTo(readers: Readers, program: Program, send: () => Promise<void>) {
  const before = program.micros()
  for (let n = 0; n < EVENTS; n++) {
    const all = readers.next()
    await send()
    await all
  }
  return { micros: (program.micros() - before) / (EVENTS * readers.count) }
}

async function posted({ url }: Program, path: string, body: string): Promise<void> {
  const reply = await fetch(`${url}${path}`, { method: 'POST', headers: HEADERS, body })
  const text = await reply.text()
  if (!reply.ok) throw new Error(`${reply.status}: ${text}`)
}

/** Clients that read a stream of events each, and know when all of them got one. */
class Readers {
  readonly #sockets: Socket[]
  #waiting = 0
  #reached: () => void = () => undefined

  private constructor(sockets: Socket[]) {
    this.#sockets = sockets
  }

  get count(): number {
    return this.#sockets.length
  }

  static async open({ url }: Program, path: string, count: number): Promise<Readers> {
    const { host, port, hostname } = new URL(url)
    const sockets: Socket[] = []
    const readers = new Readers(sockets)
    for (let n = 0; n < count; n++) {
      const socket = connect(Number(port), hostname)
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/event-stream\r\n\r\n`)
      await once(socket, 'data')
      readers.#follow(socket)
      sockets.push(socket)
    }
    return readers
  }

  /** Resolves once each reader has got one event more. */
  next(): Promise<void> {
    this.#waiting += this.#sockets.length
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#reached = resolve
    return promise
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  #follow(socket: Socket): void {
    let rest = ''
    socket.on('data', (chunk) => {
      const parts = `${rest}${chunk.toString('latin1')}`.split('\ndata: ')
      rest = (parts.at(-1) as string).slice(-'\ndata: '.length)
      this.#waiting -= parts.length - 1
      if (this.#waiting === 0) this.#reached()
    })
  }
}
