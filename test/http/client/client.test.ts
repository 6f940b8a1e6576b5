import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import createClient from 'openapi-fetch'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KeptTimestamps } from '../../../src/timestamping/kept-timestamps.ts'
import { api, operationsOf } from '../openapi/described.ts'
import { replay, type Client as Service, start } from '../running.ts'
import { calls } from './calls.ts'
import type { paths } from './generated/api.d.ts'

/** By the code of its problem, the status of what a service in the mode open does not offer. */
const UNOFFERED: Record<string, number[]> = {
  ...{ roles_not_kept: [409], login_not_offered: [404], not_permitted: [403] },
  unknown_principal: [422],
}

const folder = mkdtempSync(join(tmpdir(), 'ledger-client-'))
let service: Service & { dispose(): Promise<void> }

beforeAll(async () => {
  // An authority stamped it once.
  const kept = new KeptTimestamps(join(folder, 'timestamps.sqlite'))
  kept.put('localhost/n/peace-plan', 1, 'a note', Buffer.from('3003020100', 'hex'))
  kept.close()
  service = await start({ LEDGER_DATA: folder })
  await replay(service, 'peace-plan')
})

afterAll(async () => {
  await service.dispose()
  for (const made of [folder, `${folder}-keys`]) rmSync(made, { recursive: true, force: true })
})

/** A client made of the document alone; `asked` has the id of each operation that it asked for. */
function client() {
  const made = createClient<paths>({ baseUrl: service.url })
  const asked = new Set<string>()
  made.use({
    onRequest: async ({ schemaPath, request }) => {
      const { paths } = await api()
      const operation = paths[schemaPath]?.[request.method.toLowerCase()]
      if (operation !== undefined) asked.add(operation.operationId)
    },
  })
  return { client: made, asked }
}

test('the generated client gets an answer from every operation', async () => {
  const { client: generated, asked } = client()
  for (const call of calls) {
    const { response, error } = await call(generated)
    const { code } = (error ?? {}) as { code?: string }
    const statuses = UNOFFERED[code ?? ''] ?? [200, 201]
    expect(response.status, `${response.url} ${JSON.stringify(error)}`).toBeOneOf(statuses)
    await response.body?.cancel().catch(() => undefined)
  }
  const all = operationsOf(await api()).map(({ operation }) => operation.operationId)
  expect([...asked].sort()).toEqual(all.sort())
})

test('what it gets has the types that the document promises', async () => {
  const { client: generated } = client()
  const path = { negotiation: 'peace-plan', party: 'ukraine', kind: 'issue', subject: 'army-cap' }
  const { data } = await generated.GET(
    '/v1/negotiations/{negotiation}/stances/{party}/{kind}/{subject}',
    { params: { path: { ...path, kind: 'issue' }, query: { validTime: '2025-12-01T00:00Z' } } },
  )
  const { stance, basis, history } = data!
  expect({ stance, basis }).toEqual({ stance: 'opposes', basis: 'reported' })
  expect(history[0]?.position.evidence[0]?.source).toEqual(expect.any(String))
})

test('a problem comes with its code', async () => {
  const { client: generated } = client()
  const { error, response } = await generated.GET('/v1/negotiations/{negotiation}/parties', {
    params: { path: { negotiation: 'none' } },
  })
  expect(response.status).toBe(404)
  expect(error?.code).toBe('unknown_negotiation')
})
