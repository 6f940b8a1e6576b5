import { expect, test } from 'vitest'
import { type Client, started } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const at = '/v1/negotiations/talks'
const fixed = 'revision=0&validTime=2025-12-01T00:00Z'

async function ledger(): Promise<Client> {
  const service = await started()
  await service.post('talks', opened)
  return service
}

test('a reply that the client has is not sent again', async () => {
  const service = await ledger()
  const first = await service.get(`${at}/parties?${fixed}`)
  const etag = first.headers.get('etag') as string
  for (const held of [etag, `"x", ${etag}`, `W/${etag}`, '*']) {
    const again = await service.get(`${at}/parties?${fixed}`, { 'if-none-match': held })
    expect(again.status, held).toBe(304)
    expect(again.body).toBe('')
    expect(again.headers.get('etag')).toBe(etag)
    expect(again.headers.get('cache-control')).toBe('private, no-cache')
  }
  const other = await service.get(`${at}/parties?${fixed}`, { 'if-none-match': '"x"' })
  expect(other.status).toBe(200)
})

test('the ETag stands for what the reply depends on, however the request puts it', async () => {
  const service = await ledger()
  const tag = async (path: string) => (await service.get(`${at}${path}`)).headers.get('etag')
  const etag = await tag(`/statements?${fixed}`)
  expect(await tag('/statements?validTime=2025-12-01T01:00%2B01:00&revision=0')).toBe(etag)
  expect(await tag(`/statements?${fixed}&minRevision=0`)).toBe(etag)
  expect(await tag('/statements?validTime=2025-12-01T00:00Z')).toBe(etag)
  expect(await tag(`/parties?${fixed}`)).not.toBe(etag)
  expect(await tag(`/statements?${fixed}&party=a`)).not.toBe(etag)
  expect(await tag('/statements?revision=0&validTime=2025-12-02T00:00Z')).not.toBe(etag)
  await service.post('talks', { ...opened, type: 'negotiation.suspended', title: undefined })
  expect(await tag('/statements?validTime=2025-12-01T00:00Z')).not.toBe(etag)
  expect(await tag(`/statements?${fixed}`)).toBe(etag)
})

test('HEAD answers as GET does, without the body', async () => {
  const service = await ledger()
  // A compressed reply has a validator of its own, and that of HEAD is of the reply as it is.
  const headers = { 'accept-encoding': 'identity' }
  const get = await service.get(`${at}?${fixed}`, headers)
  const head = await fetch(`${service.url}${at}?${fixed}`, { method: 'HEAD', headers })
  expect(head.status).toBe(200)
  expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
  expect(await head.text()).toBe('')
})
