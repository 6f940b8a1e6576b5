import type { Client } from 'openapi-fetch'
import type { ReadDefinition } from '../../../src/reads/read.ts'
import { readRegistry } from '../../../src/reads/registry.ts'
import { accessCalls } from './access-calls.ts'
import type { paths } from './generated/api.d.ts'
import { proofCalls } from './proof-calls.ts'
import { textCalls } from './text-calls.ts'

type Called = Promise<{ readonly response: Response; readonly error?: unknown }>

/** One call of the generated client. */
export type Call = (client: Client<paths>) => Called

const at = '/v1/negotiations/{negotiation}'
const negotiation = 'peace-plan'
const path = { negotiation }

/** A call of each operation, as its types demand it. */
export const calls: readonly Call[] = [
  (c) => c.GET('/health/live'),
  (c) => c.GET('/health/ready'),
  (c) => c.GET('/metrics', { parseAs: 'text' }),
  (c) => c.GET('/docs/problems', { parseAs: 'text' }),
  (c) => c.GET('/docs/events', { parseAs: 'text' }),
  (c) => c.GET('/docs/glossary', { parseAs: 'text' }),
  (c) => c.GET('/docs/warnings', { parseAs: 'text' }),
  (c) => c.GET('/docs/api', { parseAs: 'text' }),
  (c) => c.GET('/openapi.json'),
  (c) => c.GET('/v1/negotiations', { params: { query: { state: 'open' } } }),
  (c) => c.GET('/v1/search', { params: { query: { q: 'army' } } }),
  (c) => c.GET('/v1/live', { parseAs: 'stream' }),
  (c) => c.GET(`${at}/events`, { params: { path }, parseAs: 'text' }),
  (c) => c.GET(`${at}/history`, { params: { path }, parseAs: 'text' }),
  (c) => c.GET(`${at}/live`, { params: { path, query: { after: '40' } }, parseAs: 'stream' }),
  (c) =>
    c.POST(`${at}/events`, {
      params: { path: { negotiation: 'water' }, header: { 'Idempotency-Key': 'opening' } },
      body: { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks on the treaty' },
    }),
  (c) =>
    c.POST(`${at}/import`, {
      params: { path: { negotiation: 'river' }, header: { 'Idempotency-Key': 'file' } },
      body: '{"type":"negotiation.opened","occurred":"2026-03-01","title":"Talks"}\n',
      bodySerializer: (file) => file,
      headers: { 'content-type': 'application/x-ndjson' },
      parseAs: 'text',
    }),
  ...Object.values(readRegistry)
    .filter(({ example }: ReadDefinition) => example?.status === undefined)
    .map(callOf),
  ...textCalls,
  ...proofCalls,
  ...accessCalls,
]

/** The call of a read by its example. */
function callOf({ path: below, example }: ReadDefinition): Call {
  const address = `${at}${below.replace(/:(\w+)/g, '{$1}')}` as typeof at
  const params = { path: { ...path, ...example?.params }, query: { ...example?.query } }
  return (c) => c.GET(address, { params })
}
