import { request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, replay, start } from './running.ts'

let service: Client & { dispose(): Promise<void> }

beforeAll(async () => {
  service = await start()
  await replay(service, 'peace-plan')
})

afterAll(() => service.dispose())

const at = '/v1/negotiations/peace-plan'
const decoders = { br: brotliDecompressSync, gzip: gunzipSync }

/** As it goes over the wire. */
async function raw(path: string, headers: Record<string, string> = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<import('node:http').IncomingMessage>()
  request(`${service.url}${path}`, { headers, agent: false }, resolve).on('error', reject).end()
  const response = await promise
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) }
}

test.each(['br', 'gzip'] as const)('a large reply comes as %s, whole', async (encoding) => {
  for (const path of ['/stances', '/events', '/history', '/timeline?format=csv&limit=1000']) {
    const query = path.startsWith('/stances') ? '?revision=45' : ''
    const plain = await raw(`${at}${path}${query}`)
    const packed = await raw(`${at}${path}${query}`, { 'accept-encoding': encoding })
    expect(plain.headers['content-encoding'], path).toBeUndefined()
    expect(packed.headers['content-encoding'], path).toBe(encoding)
    expect(packed.headers.vary, path).toContain('accept-encoding')
    expect(packed.body.length).toBeLessThan(plain.body.length)
    if (path.startsWith('/timeline')) continue
    expect(decoders[encoding](packed.body).toString(), path).toBe(plain.body.toString())
  }
})

test('a small one comes as it is', async () => {
  const { headers } = await raw('/health/live', { 'accept-encoding': 'br, gzip' })
  expect(headers['content-encoding']).toBeUndefined()
})

test('the validator of a compressed reply is its own, and each is good for asking again', async () => {
  const path = `${at}/stances?revision=45`
  const plain = (await raw(path)).headers.etag as string
  const packed = (await raw(path, { 'accept-encoding': 'gzip' })).headers.etag as string
  expect(packed).toBe(plain.replace(/"$/, '-gzip"'))
  for (const etag of [plain, packed]) {
    const again = await raw(path, { 'if-none-match': etag, 'accept-encoding': 'gzip' })
    expect(again.status).toBe(304)
    expect(again.headers.etag).toBe(etag)
    expect(again.body).toHaveLength(0)
  }
  const other = plain.replace(/"$/, '-zstd"')
  expect((await raw(path, { 'if-none-match': other })).status).toBe(200)
})

test('If-Match takes the validator of a compressed reply', async () => {
  const { headers } = await raw(`${at}/stances`, { 'accept-encoding': 'br' })
  const party = { type: 'party.listed', occurred: '2026-03', party: 'x', name: 'X' }
  const command = { ...party, kind: 'state', role: 'observer' }
  const answer = await service.post('peace-plan', command, { 'if-match': headers.etag as string })
  expect(answer.status).toBe(201)
})

test('a stream of events is not compressed', async () => {
  const asked = request(`${service.url}${at}/live`, { headers: { 'accept-encoding': 'gzip' } })
  const { promise, resolve } = Promise.withResolvers<import('node:http').IncomingMessage>()
  asked.on('response', resolve).end()
  const { headers } = await promise
  asked.destroy()
  expect(headers['content-encoding']).toBeUndefined()
  expect(headers['x-content-type-options']).toBe('nosniff')
})
