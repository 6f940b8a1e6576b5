import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopes } from '../../src/access/principal.ts'
import { PATIENT } from '../patient.ts'
import { newFolder } from '../store/folder.ts'
import { asking, type EndlessAsking, startAsking } from './asking.ts'
import { connect } from './event-source.ts'
import { expectProblem } from './expect-problem.ts'
import { started } from './running.ts'

let service: EndlessAsking
let viewer: string

const posting = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) })
const post = (id: string, body: unknown, key = service.first) =>
  service.as(key, `/v1/negotiations/${id}/events`, posting(body))
const read = (id: string, path: string, key = viewer) =>
  service.as(key, `/v1/negotiations/${id}${path}`)

const opened = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' }
const listed = (party: string, more = {}) => ({
  ...{ type: 'party.listed', occurred: '2026-03-01', party, name: `Name of ${party}` },
  ...{ kind: 'state', role: 'party' },
  ...more,
})
const raised = (issue: string, more = {}) => ({
  ...{ type: 'issue.raised', occurred: '2026-03-02', issue, title: `Title of ${issue}` },
  proposition: `It is ${issue}`,
  ...more,
})
const released = (target: string) => ({ type: 'entry.released', occurred: '2026-03-05', target })

beforeAll(async () => {
  service = await startAsking()
  viewer = (await service.makeKey({ name: 'Viewer', scopes })).key
})

afterAll(() => service.dispose())

/** A negotiation with these entries; returns their event ids. */
async function given(id: string, ...entries: readonly object[]): Promise<string[]> {
  const begun = { ...opened, levels: ['restricted', 'confidential'] }
  const { status, body } = await post(id, [begun, ...entries])
  expect(status, JSON.stringify(body)).toBe(201)
  const { principal } = (await service.as(viewer, '/v1/access')).body
  await service.grant(id, principal, 'viewer')
  return body.events.slice(1).map((event: { id: string }) => event.id)
}

test('a released entry is shown at every revision, to everybody, and may be named', async () => {
  const [dam] = await given('dams', raised('dam', { level: 'restricted' }), listed('egypt'))
  expectProblem(await read('dams', '/issues/dam'), 'unknown_then')
  const before = (await read('dams', '')).headers.get('etag')
  const stream = await connect(`${service.url}/v1/negotiations/dams/live`, {
    authorization: `Bearer ${viewer}`,
  })
  const settled = { type: 'issue.settled', occurred: '2026-03-06', issue: 'dam' }
  expectProblem(await post('dams', settled), 'level_too_low')
  expect((await post('dams', released(dam as string))).status).toBe(201)
  const sent = await stream.take(4)
  expect(sent.map(({ data }) => [data.event.type, data.event.body === null])).toEqual([
    ['negotiation.opened', false],
    ['issue.raised', true],
    ['party.listed', false],
    ['entry.released', false],
  ])
  for (const revision of [1, 2, 3]) {
    const { status, body } = await read('dams', `/issues/dam?revision=${revision}`)
    expect([status, body.title]).toEqual([200, 'Title of dam'])
  }
  const { body } = await read('dams', '/events/1')
  expect(body.event).toMatchObject({ level: 'restricted', body: { issue: 'dam' } })
  expect((await read('dams', '')).headers.get('etag')).not.toBe(before)
  expect((await post('dams', settled)).status).toBe(201)
  const found = async () =>
    (await service.as(viewer, '/v1/search?q=dam&negotiation=dams')).body.items
  await expect.poll(found, PATIENT).toMatchObject([{ id: dam, stoodFrom: { revision: 1 } }])
})

test('where a negotiation says so, what says no level is not public', async () => {
  const begun = { ...opened, levels: ['restricted'], defaultLevel: 'restricted' }
  expect((await post('closed', [begun, raised('dam')])).status).toBe(201)
  const { principal } = (await service.as(viewer, '/v1/access')).body
  await service.grant('closed', principal, 'viewer')
  expect((await read('closed', '')).body).toMatchObject({ defaultLevel: 'restricted' })
  expectProblem(await read('closed', '/issues/dam'), 'unknown_then')
  expect((await post('closed', raised('gate', { level: 'public' }))).status).toBe(201)
  expect((await read('closed', '/issues/gate')).status).toBe(200)
})

test('an entry is released once, after what it rests on, by those cleared for it', async () => {
  const [paper, issue, open] = await given(
    'papers',
    {
      ...{
        type: 'source.recorded',
        occurred: '2026-03-01',
        source: 'paper',
        level: 'confidential',
      },
      ...{ kind: 'non_paper', authors: [], language: 'en', published: '2026-03-01' },
      ...{ held: 'text', text: 'The dam is high.' },
    },
    raised('dam', {
      level: 'confidential',
      evidence: [{ source: 'paper', quote: { exact: 'dam is high' } }],
    }),
    listed('egypt'),
  )
  const early = expectProblem(await post('papers', released(issue as string)), 'level_too_low')
  expect(early.body.errors).toMatchObject([{ pointer: '/target' }])
  expectProblem(await post('papers', released(open as string)), 'malformed')
  expectProblem(
    await post('papers', { ...released(paper as string), level: 'restricted' }),
    'malformed',
  )
  expectProblem(
    await post('papers', released('01900000-0000-7000-8000-000000000000')),
    'unknown_target',
  )
  const desk = await service.makeKey({ name: 'Desk', scopes })
  await service.grant('papers', desk.principal, 'recorder', { clearance: 'restricted' })
  expectProblem(await post('papers', released(paper as string), desk.key), 'unknown_target')
  for (const target of [paper, issue]) {
    expect((await post('papers', released(target as string))).status).toBe(201)
  }
  expectProblem(await post('papers', released(paper as string)), 'malformed')
  const { body } = await read('papers', '/issues/dam?revision=2')
  expect(body.title).toBe('Title of dam')
})

test('what corrected an entry while both were hidden counts in its place', async () => {
  const [first] = await given('rivers', raised('dam', { level: 'restricted' }))
  const corrected = (title: string, level?: string) => ({
    ...{ type: 'entry.corrected', occurred: '2026-03-03', target: first, reason: 'entry_error' },
    replacement: raised('dam', { title }),
    ...(level === undefined ? {} : { level }),
  })
  const { body } = await post('rivers', corrected('Second title', 'restricted'))
  const [{ id: second }] = body.events
  expect((await post('rivers', released(first as string))).status).toBe(201)
  expect((await read('rivers', '/issues/dam')).body.title).toBe('Title of dam')
  expect((await post('rivers', corrected('Third title'))).status).toBe(201)
  expect((await read('rivers', '/issues/dam')).body.title).toBe('Third title')
  expect((await post('rivers', released(second))).status).toBe(201)
  expect((await read('rivers', '/issues/dam')).body.title).toBe('Third title')
  expect((await read('rivers', '/issues/dam?revision=2')).body.title).toBe('Second title')
})

test('an entry is released at its time, after those that it rests on', async () => {
  service.clock = Date.now()
  const releaseAt = new Date(service.clock + 300).toISOString()
  const plan = { level: 'restricted', releaseAt }
  const before = expectProblem(await post('rivers', raised('x', { releaseAt })), 'malformed')
  expect(before.body.errors).toMatchObject([{ pointer: '/releaseAt' }])
  const past = raised('x', { level: 'restricted', releaseAt: '2026-01-01T00:00:00Z' })
  expectProblem(await post('rivers', past), 'malformed')
  await given('plans', raised('dam', plan), {
    ...{ type: 'issue.reframed', occurred: '2026-03-03', issue: 'dam' },
    ...{ proposition: 'It is high', ...plan },
  })
  service.clock = undefined
  const entries = async () => (await read('plans', '/issues/dam')).body.proposition
  await expect.poll(entries, PATIENT).toBe('It is high')
  const history = (await read('plans', '/history')).body.trim().split('\n')
  expect(history.slice(3).map((line: string) => JSON.parse(line))).toMatchObject([
    { type: 'entry.released', actor: 'service' },
    { type: 'entry.released', actor: 'service' },
  ])
})

test('what was due while the service was down is released at its next start', async () => {
  const data = newFolder()
  const settings = { LEDGER_DATA: data, LEDGER_SECRETS_FILE: `${newFolder()}/secrets.sqlite` }
  const before = await startAsking(settings)
  const { first: key, as } = before
  before.clock = Date.parse('2026-03-01T00:00:00Z')
  const path = '/v1/negotiations/talks'
  const plan = { level: 'restricted', releaseAt: '2026-03-02T00:00:00Z' }
  const begun = [{ ...opened, levels: ['restricted'] }, raised('dam', plan)]
  expect((await as(key, `${path}/events`, posting(begun))).status).toBe(201)
  await before.stop()
  const again = asking(await started({ LEDGER_AUTHENTICATION: 'required', ...settings }), key)
  const last = async () => (await again.as(key, `${path}/history?from=2`)).body
  await expect.poll(last, PATIENT).toContain('"entry.released"')
})
