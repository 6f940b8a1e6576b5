import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { expectProblem } from './expect-problem.ts'
import { type Client, started } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const large = `${JSON.stringify(opened)}${' '.repeat(100_000)}`

/** A connection on which a body of any length was announced and is not sent. */
function announcing({ url }: Client, type: string): Socket {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1' })
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  const path = type === 'application/json' ? 'events' : 'import?dryRun=true'
  const head = [`POST /v1/negotiations/talks/${path} HTTP/1.1`, 'Host: localhost']
  const body = [`Content-Type: ${type}`, 'Transfer-Encoding: chunked']
  socket.write(`${[...head, ...body].join('\r\n')}\r\n\r\n1\r\n \r\n`)
  return socket
}

test('large bodies are refused while others hold as much memory as there is for them', async () => {
  const service = await started()
  const dryRun = (body: string) => service.post('talks', body, {}, '?dryRun=true')
  const sockets = Array.from({ length: 4 }, () => announcing(service, 'application/json'))
  await expect.poll(async () => (await dryRun(large)).status).toBe(503)
  const answer = await dryRun(large)
  expectProblem(answer, 'workers_busy')
  expect(answer.headers.get('retry-after')).toBe('1')
  expect((await dryRun(JSON.stringify(opened))).status).toBe(200)

  for (const socket of sockets) socket.destroy()
  await expect.poll(async () => (await dryRun(large)).status).toBe(200)
})

test('files to import are read as they come, and hold none of it', async () => {
  const service = await started()
  for (let n = 0; n < 8; n++) announcing(service, 'application/x-ndjson')
  await service.get('/health/live')
  expect((await service.post('talks', large, {}, '?dryRun=true')).status).toBe(200)
})
