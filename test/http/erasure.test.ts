import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopes } from '../../src/access/principal.ts'
import { readVkey } from '../../src/log/note.ts'
import { BundleVerifier } from '../../src/verify/verifier.ts'
import { erasureCanary } from '../access/erasure-canary.ts'
import { ledger } from '../cli/kit.ts'
import { PATIENT } from '../patient.ts'
import { type EndlessAsking, startAsking } from './asking.ts'
import { connect } from './event-source.ts'
import { expectProblem } from './expect-problem.ts'

let service: EndlessAsking
let second: string

const posting = (body: unknown, headers = {}): RequestInit => ({
  ...{ method: 'POST', body: JSON.stringify(body), headers },
})
const post = (id: string, body: unknown, headers = {}) =>
  service.as(service.first, `/v1/negotiations/${id}/events`, posting(body, headers))
const read = (id: string, path: string, key = service.first) =>
  service.as(key, `/v1/negotiations/${id}${path}`)
const ask = (id: string, target: string, key = service.first) =>
  service.as(key, `/v1/negotiations/${id}/erasures`, posting({ target, reason: 'It was asked.' }))
const confirm = (id: string, target: string, key = second) =>
  service.as(key, `/v1/negotiations/${id}/erasures/${target}/confirm`, { method: 'POST' })

const opened = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' }
const raised = (issue: string, more = {}) => ({
  ...{ type: 'issue.raised', occurred: '2026-03-02', issue, title: `Title of ${issue}` },
  ...{ proposition: `It is ${issue}`, level: 'restricted' },
  ...more,
})

beforeAll(async () => {
  service = await startAsking()
  second = (await service.makeKey({ name: 'Second admin', scopes })).key
})

afterAll(() => service.dispose())

/** A negotiation with these entries and two admins; returns the event ids of the entries. */
async function given(id: string, ...entries: readonly object[]): Promise<string[]> {
  const { status, body } = await post(id, [{ ...opened, levels: ['restricted'] }, ...entries])
  expect(status, JSON.stringify(body)).toBe(201)
  await service.grant(id, (await service.as(second, '/v1/access')).body.principal, 'admin')
  return body.events.slice(1).map((event: { id: string }) => event.id)
}

test('an entry that two admins erase is gone at every revision, and its id stays taken', async () => {
  const [dam] = (await given('dams', raised('quota'))) as [string]
  const own = '5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11'
  const key = { 'idempotency-key': 'gate' }
  const gate = (await post('dams', raised('gate'), key)).body.events[0].id
  expect((await post('dams', raised('weir', { id: own }))).status).toBe(201)
  const before = await read('dams', '/projections/digests?revision=2')
  const stream = await connect(`${service.url}/v1/negotiations/dams/live`, {
    authorization: `Bearer ${service.first}`,
  })
  for (const target of [dam, gate, own]) {
    expect((await ask('dams', target)).status).toBe(202)
    expect((await read('dams', '/issues/quota')).status).toBe(target === dam ? 200 : 404)
    const { status, body } = await confirm('dams', target)
    expect([status, body.events[0].type]).toEqual([201, 'entry.erased'])
  }
  for (const revision of [1, 3, 6]) {
    expectProblem(await read('dams', `/issues/quota?revision=${revision}`), 'unknown_then')
  }
  const lines = (await read('dams', '/history')).body.trimEnd().split('\n')
  const shown = lines.map((line: string) => JSON.parse(line).isErased)
  expect(shown).toEqual([undefined, true, true, true, undefined, undefined, undefined])
  const words = ['--url', service.url, '--table', 'follow', 'dams', '--after', '0', '-n', '1']
  const environment = { LEDGER_ACCESS_KEY: service.first }
  expect((await ledger(words, { environment })).stdout).toContain('(restricted, erased)')
  const { body } = await read('dams', `/events/${dam}`)
  expect(body.event).toMatchObject({ isErased: true, body: null, salt: null, occurred: null })
  const [told] = (await stream.take(5)).slice(4)
  expect(told?.data.event).toMatchObject({ type: 'entry.erased', body: { target: dam } })
  expectProblem(await post('dams', raised('gate'), key), 'entry_erased')
  expectProblem(await post('dams', raised('weir', { id: own })), 'entry_erased')
  const released = { type: 'entry.released', occurred: '2026-03-05', target: dam }
  expectProblem(await post('dams', released), 'entry_erased')
  const voided = { ...released, type: 'entry.voided', reason: 'duplicate', level: 'restricted' }
  expectProblem(await post('dams', voided), 'unknown_target')
  const after = await read('dams', '/projections/digests?revision=2')
  expect(after.body.digest).not.toBe(before.body.digest)
  expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
  const verifier = new BundleVerifier({
    key: readVkey((await read('dams', '/log/vkey')).body.trim()),
  })
  const bundle = (await read('dams', '/log/export')).body.trimEnd().split('\n')
  for (const line of bundle) verifier.next(Buffer.from(line))
  expect(verifier.end()).toMatchObject({ bodiless: 3, bodilessPublic: 0, erased: 3 })
})

test('a search finds nothing of an erased entry, from the reply on', async () => {
  const texts = ['Salzkante', 'Fischgrund'].map((title, index) =>
    raised(`lake-${index}`, { title }),
  )
  const [salt] = (await given('lakes', ...texts)) as [string]
  const found = async (word: string) => {
    const path = `/v1/search?negotiation=lakes&q=${word}`
    const { status, body } = await service.as(service.first, path)
    expect(status, JSON.stringify(body)).toBe(200)
    return body.items.length
  }
  await expect.poll(() => found('salzkante'), PATIENT).toBe(1)
  await ask('lakes', salt)
  expect((await confirm('lakes', salt)).status).toBe(201)
  expect([await found('salzkante'), await found('fischgrund')]).toEqual([0, 1])
})

test('what corrects an erased entry, or names what it brought in, stands by itself', async () => {
  const reframed = { type: 'issue.reframed', occurred: '2026-03-03', issue: 'dam' }
  const [dam] = (await given('rivers', raised('dam'), {
    ...{ ...reframed, proposition: 'It is high', level: 'restricted' },
  })) as [string]
  const corrected = {
    ...{ type: 'entry.corrected', occurred: '2026-03-03', target: dam, reason: 'entry_error' },
    ...{ replacement: { ...raised('dam', { title: 'Second' }), level: undefined } },
    level: 'restricted',
  }
  const [{ id: correction }] = (await post('rivers', corrected)).body.events
  await ask('rivers', dam)
  expect((await confirm('rivers', dam)).status).toBe(201)
  expectProblem(await read('rivers', '/issues/dam?revision=2'), 'unknown_then')
  expect((await read('rivers', '/issues/dam')).body.title).toBe('Second')
  await ask('rivers', correction)
  expect((await confirm('rivers', correction)).status).toBe(201)
  expectProblem(await read('rivers', '/issues/dam'), 'unknown_then')
  expect((await read('rivers', '/warnings')).status).toBe(200)
})

test('an erasure takes two admins, and an entry above public', async () => {
  const party = { type: 'party.listed', occurred: '2026-03-01', party: 'egypt', name: 'Egypt' }
  const listed = { ...party, kind: 'state', role: 'party' }
  const [dam, open] = (await given('papers', raised('dam'), listed)) as [string, string]
  const unknown = '01900000-0000-7000-8000-000000000000'
  expectProblem(await ask('papers', open), 'malformed')
  expectProblem(await ask('papers', unknown), 'unknown_target')
  expectProblem(await confirm('papers', dam), 'unknown_target')
  const byHand = { type: 'entry.erased', occurred: '2026-03-05', target: dam, reason: 'x' }
  expectProblem(await post('papers', { ...byHand, askedBy: 'p-0' }), 'not_permitted')
  expect((await ask('papers', dam)).status).toBe(202)
  expect((await read('papers', '/erasures')).body.items).toMatchObject([{ target: dam }])
  const alone = expectProblem(await confirm('papers', dam, service.first), 'not_permitted')
  expect(alone.body.detail).toContain('leave it to another admin')
  const viewer = await service.makeKey({ name: 'Viewer', scopes })
  await service.grant('papers', viewer.principal, 'viewer', { clearance: 'restricted' })
  for (const refused of [ask('papers', dam, viewer.key), confirm('papers', dam, viewer.key)]) {
    expectProblem(await refused, 'not_permitted')
  }
  const third = await service.makeKey({ name: 'Third admin', scopes })
  await service.grant('papers', third.principal, 'admin')
  expect((await ask('papers', dam, third.key)).status).toBe(202)
  const revoked = { type: 'role.revoked', principal: third.principal, role: 'admin' }
  await service.as(service.first, '/v1/negotiations/papers/roles', posting(revoked))
  const gone = expectProblem(await confirm('papers', dam), 'not_permitted')
  expect(gone.body.detail).toContain('no admin any more')
  expect((await read('papers', '/issues/dam')).status).toBe(200)
  await ask('papers', dam)
  expect((await confirm('papers', dam)).status).toBe(201)
  expectProblem(await ask('papers', dam), 'entry_erased')
  expectProblem(await confirm('papers', dam), 'entry_erased')
  const released = raised('weir')
  const [{ id: weir }] = (await post('papers', released)).body.events
  await post('papers', { type: 'entry.released', occurred: '2026-03-05', target: weir })
  expectProblem(await ask('papers', weir), 'malformed')
})

erasureCanary('SQLite', async () => ({ settings: {}, folders: [], hasFile: true }))
