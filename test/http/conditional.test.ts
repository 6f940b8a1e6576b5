import { expect, test, vi } from 'vitest'
import { PATIENT } from '../patient.ts'
import { expectProblem } from './expect-problem.ts'
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

const LISTS = [`${at}/parties?${fixed}`, `${at}/events/0`, `${at}/roles`, '/openapi.json']

test.each(LISTS)('a read whose If-Match names another reply is a 412: %s', async (path) => {
  const service = await ledger()
  const etag = (await service.get(path)).headers.get('etag') as string
  const compressed = etag.replace(/"$/, '-br"')
  for (const named of [etag, compressed, '*', `"x", ${etag}`]) {
    expect((await service.get(path, { 'if-match': named })).status, named).toBe(200)
    const both = await service.get(path, { 'if-match': named, 'if-none-match': etag })
    expect(both.status, named).toBe(304)
  }
  for (const named of ['"x"', `W/${etag}`]) {
    const answer = await service.get(path, { 'if-match': named, 'if-none-match': etag })
    const { errors } = expectProblem(answer, 'precondition_failed').body
    expect(errors).toMatchObject([{ header: 'If-Match' }])
    expect(errors[0].detail).toContain(etag)
  }
  expectProblem(await service.get(path, { 'if-match': 'x' }), 'header_invalid')
})

test('preconditions on dates, and ranges, mean nothing where no reply has a date', async () => {
  const service = await ledger()
  const since = 'Sun, 01 Mar 2020 12:00:00 GMT'
  const headers = ['if-modified-since', 'if-unmodified-since', 'if-range', 'range']
  for (const name of headers) {
    const given = name === 'range' ? 'bytes=0-1' : since
    expect((await service.get(`${at}/parties?${fixed}`, { [name]: given })).status, name).toBe(200)
  }
})

test('what is not there has no validator, and is a 404 whatever the client holds', async () => {
  const service = await ledger()
  for (const path of [
    `${at}/parties/nobody`,
    `${at}/drafts/none?${fixed}`,
    '/v1/negotiations/no',
  ]) {
    for (const headers of [{}, { 'if-none-match': '*' }, { 'if-match': '"x"' }]) {
      const missing = await service.get(path, headers)
      expect([missing.status, missing.headers.get('etag')]).toEqual([404, null])
    }
  }
})

test('a poll that names no moment gets a 304 until something is recorded', async () => {
  const service = await ledger()
  const first = await service.get(`${at}/parties`)
  const etag = first.headers.get('etag') as string
  await vi.waitUntil(
    () => Date.now() > Date.parse(first.headers.get('date') as string) + 1000,
    PATIENT,
  )
  const poll = () => service.get(`${at}/parties`, { 'if-none-match': etag })
  expect((await poll()).status).toBe(304)
  const { body } = await service.get(`${at}/parties`)
  expect(body.asOf).toEqual(first.body.asOf)
  expect(body.asOf.validTime).toBe(body.asOf.transactionTime)
  await service.post('talks', { ...opened, type: 'negotiation.renamed', title: 'Water talks' })
  await vi.waitUntil(async () => (await poll()).status === 200, PATIENT)
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

test.each(['br', 'gzip', 'identity'])(
  'HEAD answers as GET does, without the body, to a client that takes %s',
  async (encoding) => {
    const service = await ledger()
    const party = { type: 'party.listed', occurred: '2025', role: 'party', kind: 'state' }
    const parties = Array.from({ length: 20 }, (_, i) => ({ ...party, party: `p${i}`, name: 'P' }))
    expect((await service.post('talks', parties)).status).toBe(201)
    const all = `${at}/parties?revision=20&validTime=2026-12-01T00:00Z`
    const ask = (method: string, path: string) =>
      fetch(`${service.url}${path}`, { method, headers: { 'accept-encoding': encoding } })
    for (const path of [all, `${at}?${fixed}`, `${at}/events`, '/docs/api', '/openapi.json']) {
      const [get, head] = [await ask('GET', path), await ask('HEAD', path)]
      expect([head.status, await head.text()]).toEqual([get.status, ''])
      for (const name of ['etag', 'content-encoding', 'content-length', 'content-type', 'vary']) {
        expect(head.headers.get(name), `${path} ${name}`).toBe(get.headers.get(name))
      }
      await get.text()
    }
    const sent = (await ask('GET', all)).headers.get('content-encoding')
    expect(sent).toBe(encoding === 'identity' ? null : encoding)
  },
)
