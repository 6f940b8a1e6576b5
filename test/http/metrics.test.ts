import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Metrics } from '../../src/metrics/metrics.ts'
import { connect } from './event-source.ts'
import { type Client, started } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const at = '/v1/negotiations/:negotiation'

/** The value of each sample, by its name and labels as they are written. */
async function samples({ get }: Client): Promise<Map<string, number>> {
  const { body, headers } = await get('/metrics')
  expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const lines = (body as string).split('\n').filter((line) => /^[a-z]/.test(line))
  return new Map(lines.map((line) => [line.replace(/ \S+$/, ''), Number(line.split(' ').at(-1))]))
}

test('requests are counted by the template of their route, their method and their status', async () => {
  const service = await started()
  await service.post('talks', opened)
  await service.get('/v1/negotiations/talks/parties')
  await service.get('/v1/negotiations/none/parties')
  await service.get('/v1/negotiations/talks/parties/nobody')
  const found = await samples(service)
  const count = (labels: string) => found.get(`ledger_http_request_seconds_count{${labels}}`)
  expect(count(`method="POST",route="${at}/events",status="201"`)).toBe(1)
  expect(count(`method="GET",route="${at}/parties",status="200"`)).toBe(1)
  expect(count(`method="GET",route="${at}/parties",status="404"`)).toBe(1)
  expect(count(`method="GET",route="${at}/parties/:party",status="404"`)).toBe(1)
  expect([...found.keys()].filter((name) => name.includes('talks'))).toEqual([])
})

test('what is appended, in which batches, and how long the store took', async () => {
  const service = await started()
  const party = { type: 'party.listed', occurred: '2025-11-01', name: 'A', kind: 'state' }
  const listed = ['a', 'b'].map((id) => ({ ...party, party: id, role: 'party' }))
  await service.post('talks', [opened, ...listed])
  await service.post('talks', { ...listed[0], party: 'c' })
  await service.post('talks', { ...listed[0], party: 'c' })
  const found = await samples(service)
  expect(found.get('ledger_appended_events_total')).toBe(4)
  expect(found.get('ledger_append_batch_events_count')).toBe(2)
  expect(found.get('ledger_append_batch_events_sum')).toBe(4)
  expect(found.get('ledger_store_seconds_count{operation="append",outcome="done"}')).toBe(2)
  expect(found.get('ledger_open_ledgers')).toBe(1)
  expect(found.get('ledger_kept_bytes')).toBeGreaterThan(50_000)
  expect(found.get('ledger_put_aside_total')).toBe(0)
  expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(0)
})

test('streams are counted while they are read, and events as they reach them', async () => {
  const service = await started()
  await service.post('talks', opened)
  const url = `${service.url}/v1/negotiations/talks/live?after=0`
  const reader = await connect(url)
  expect((await samples(service)).get('ledger_http_streams')).toBe(1)
  await service.post('talks', { type: 'negotiation.suspended', occurred: '2025-11-02' })
  await reader.take(1)
  const found = await samples(service)
  expect(found.get('ledger_live_lag_seconds_count')).toBeGreaterThan(0)
  reader.leave()
  await expect.poll(async () => (await samples(service)).get('ledger_http_streams')).toBe(0)
})

test('docs/operate.md explains each, and no other', () => {
  const metrics = new Metrics()
  metrics.tellKept({ open: [], bytes: 0, putAside: 0 })
  metrics.tellClock(() => 0)
  const page = readFileSync(join(import.meta.dirname, '../../docs/operate.md'), 'utf8')
  const told = [...page.matchAll(/^\| `(ledger_\w+)` \|/gm)].map(([, name]) => name)
  expect(told.sort()).toEqual(metrics.names.sort())
})
