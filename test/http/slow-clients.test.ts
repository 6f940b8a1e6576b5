import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { expectRawProblem } from './raw-request.ts'
import { type Client, started } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const QUICK = { LEDGER_SLOW_SENDER_SECONDS: '0.1', LEDGER_SLOW_READER_SECONDS: '0.1' }

/** A connection on which the head of a request has been sent. */
function began({ url }: Client, head: readonly string[]): Socket {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1' })
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  socket.write(`${[...head, 'Host: localhost'].join('\r\n')}\r\n\r\n`)
  return socket
}

/** All that is answered until the connection is closed, however that is. */
function answered(socket: Socket): Promise<string> {
  let answer = ''
  socket.on('data', (data) => {
    answer += data
  })
  return new Promise((resolve) => socket.once('close', () => resolve(answer)))
}

/** Sends a body byte by byte for as long as the connection takes it. */
async function trickle(socket: Socket, byte = ' '): Promise<void> {
  while (socket.writable) {
    socket.write(byte)
    await pause(10)
  }
}

const TYPE = 'Content-Type: application/json'
const NDJSON = 'Content-Type: application/x-ndjson'
const AT = '/v1/negotiations/talks'

test.each<[string, readonly string[]]>([
  ['commands', [`POST ${AT}/events HTTP/1.1`, TYPE, 'Content-Length: 100000']],
  [
    'a file of commands',
    [`POST ${AT}/import?dryRun=true HTTP/1.1`, NDJSON, 'Content-Length: 99999'],
  ],
  [
    'a file of raw events',
    [`POST ${AT}/import?form=raw&unsigned=accepted HTTP/1.1`, NDJSON, 'Content-Length: 99999'],
  ],
])('a body that comes byte by byte is given up: %s', async (_, head) => {
  const service = await started(QUICK)
  const socket = began(service, head)
  const sending = trickle(socket)
  const answer = await answered(socket)
  expectRawProblem(answer, 'request_timeout')
  expect(answer).toMatch(/^connection: close/im)
  await sending
  expect((await service.get('/health/live')).status).toBe(200)
})

test('a body of which nothing comes is given up', async () => {
  const service = await started(QUICK)
  const socket = began(service, [`POST ${AT}/events HTTP/1.1`, TYPE, 'Content-Length: 10'])
  expectRawProblem(await answered(socket), 'request_timeout')
})

test('what follows a reply that was given early is not taken for ever', async () => {
  const service = await started(QUICK)
  const refused = [`POST ${AT}/events HTTP/1.1`, 'Content-Type: text/plain']
  const socket = began(service, [...refused, 'Content-Length: 1000000000'])
  const sending = (async () => {
    while (socket.writable) {
      socket.write(Buffer.alloc(4096))
      await pause(1)
    }
  })()
  const answer = await answered(socket)
  expect(answer).toContain('"code":"media_type_unsupported"')
  await sending
})

test('a body that comes in pieces, each in time, is read to its end', async () => {
  const service = await started({ LEDGER_SLOW_SENDER_SECONDS: '0.1' })
  const body = JSON.stringify({ ...opened, title: 'x'.repeat(4000) })
  const length = `Content-Length: ${body.length}`
  const socket = began(service, [`POST ${AT}/events HTTP/1.1`, TYPE, length, 'Connection: close'])
  for (let at = 0; at < body.length; at += 200) {
    socket.write(body.slice(at, at + 200))
    await pause(5)
  }
  expect(await answered(socket)).toMatch(/^HTTP\/1\.1 (201|400) /)
})

test('a client that does not read its reply is hung up on, and what was to be sent is let go', async () => {
  const service = await started(QUICK)
  await service.post('talks', opened)
  for (let part = 0; part < 8; part++) {
    const sources = Array.from({ length: 10 }, (_, i) => large(`s${part}-${i}`))
    expect((await service.post('talks', sources)).status).toBe(201)
  }
  const over = Promise.withResolvers<void>()
  const read = service.store.read.bind(service.store)
  service.store.read = async function* (...given) {
    try {
      yield* read(...given)
    } finally {
      over.resolve()
    }
  }
  const socket = began(service, [`GET ${AT}/events HTTP/1.1`])
  socket.pause()
  await over.promise
  expect((await service.get('/health/live')).status).toBe(200)
})

function large(source: string) {
  const about = { source, kind: 'other', authors: [], language: 'en', published: '2025-11-02' }
  const held = { held: 'text', text: 'x'.repeat(190_000) }
  return { type: 'source.recorded', occurred: '2025-11-02', ...about, ...held }
}
