import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { exchange } from '../../src/cli/exchange.ts'

async function serving(answer: Parameters<typeof createServer>[1]): Promise<URL> {
  const server = createServer(answer)
  onTestFinished(() => void server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

test('the response is there while the body is still on its way', async () => {
  const url = await serving((request, response) => {
    response.write('begun ')
    request.on('data', (part) => response.write(part))
    request.on('end', () => response.end())
  })
  const begun = Promise.withResolvers<void>()
  const parts = async function* () {
    yield 'one '
    await begun.promise
    yield 'two'
  }
  const response = await exchange(url, { method: 'POST', body: Readable.from(parts()) })
  begun.resolve()
  expect(await text(response)).toBe('begun one two')
})

test('once the response is read, the rest of the body stays where it is', async () => {
  const url = await serving((_, response) => response.end('no'))
  const body = Readable.from(
    (async function* () {
      for (;;) yield 'x'.repeat(10_000)
    })(),
  )
  const left = once(body, 'close')
  const response = await exchange(url, { method: 'POST', body })
  expect(await text(response)).toBe('no')
  await left
})

test('a body that cannot be read on ends the request', async () => {
  const url = await serving(() => undefined)
  const body = new Readable({ read: () => undefined })
  const sent = exchange(url, { method: 'POST', body })
  body.destroy(new Error('the file is gone'))
  await expect(sent).rejects.toThrow('the file is gone')
})
