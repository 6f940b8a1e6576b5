import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { scopes } from '../../src/access/principal.ts'
import { needs } from '../../src/http/access/needs.ts'
import { ledgerOf } from '../../src/ledger/ledger-name.ts'
import { PATIENT } from '../patient.ts'
import { type EndlessAsking, startAsking } from './asking.ts'
import { connect } from './event-source.ts'
import { expectProblem } from './expect-problem.ts'
import { api, bareApp, operationsOf } from './openapi/described.ts'
import { exampleRequests } from './openapi/examples.ts'
import type { Answer } from './running.ts'

/** Those who ask: where each has which role. */
const SENDERS = {
  operator: [undefined, 'operator'],
  creator: [undefined, 'creator'],
  admin: ['peace-plan', 'admin'],
  recorder: ['peace-plan', 'recorder'],
  'recorder of a party': ['peace-plan', 'recorder', { parties: ['ukraine'] }],
  auditor: ['peace-plan', 'auditor'],
  viewer: ['peace-plan', 'viewer'],
  nobody: undefined,
} as const

type Sender = keyof typeof SENDERS
const all = Object.keys(SENDERS) as readonly Sender[]
const inside = all.filter((one) => SENDERS[one]?.[0] === 'peace-plan')

let service: EndlessAsking
const keys = {} as Record<Sender, { readonly key: string; readonly principal: string }>

const opened = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks on peace' }
const listed = {
  ...{ type: 'party.listed', occurred: '2026-03-01', party: 'ukraine', name: 'Ukraine' },
  ...{ kind: 'state', role: 'party' },
}
const posting = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  ...{ method: 'POST', body: JSON.stringify(body), headers },
})

beforeAll(async () => {
  service = await startAsking({ LEDGER_HEARTBEAT_SECONDS: '1' })
  const { as, first, makeKey, grant } = service
  const begun = await as(first, '/v1/negotiations/peace-plan/events', posting([opened, listed]))
  expect(begun.status).toBe(201)
  for (const sender of all) {
    keys[sender] = await makeKey({ name: sender, scopes })
    const [where, role, more] = SENDERS[sender] ?? []
    if (role !== undefined) await grant(where, keys[sender].principal, role, more)
  }
})

afterAll(() => service.dispose())

const ask = (sender: Sender, path: string, init?: RequestInit) =>
  service.as(keys[sender].key, path, init)

/** Those whom the route of an operation answers, whatever it then answers. */
function admitted(method: string, path: string): readonly Sender[] {
  if (/^\/(metrics|v1\/log-key|v1\/access\/(keys|roles|principals))/.test(path)) {
    return ['operator']
  }
  const [, below] = /^\/v1\/negotiations\/\{negotiation\}(.*)$/.exec(path) ?? []
  if (below === undefined) return all
  if (/^\/log\/(rotate|move)$/.test(below)) return ['operator']
  if (below.startsWith('/erasures')) return ['admin']
  if (below === '/reads') return ['admin', 'auditor']
  if (below === '/roles') return method === 'post' ? ['admin'] : ['admin', 'auditor']
  if (method === 'post' && /^\/(events|import)$/.test(below)) {
    return ['recorder', 'recorder of a party']
  }
  return inside
}

test('every route is an operation, but for the page and what leads to the reference', async () => {
  const { app, routes } = bareApp()
  await app.ready()
  await app.close()
  const others = routes.filter(({ declared }) => declared === undefined).map(({ url }) => url)
  expect(others.filter((url) => !/^\/(dashboard(\/.*)?|docs\/?)?$/.test(url))).toEqual([])
})

test('every route answers those who have the role that it takes, and nobody else', async () => {
  const operations = operationsOf(await api())
  expect(Object.keys(needs).sort()).toEqual(
    operations.map(({ operation }) => operation.operationId).sort(),
  )
  const examples = await exampleRequests()
  const wrong: string[] = []
  for (const { method, path, operation } of operations) {
    const example = examples.find(({ id }) => id === operation.operationId)
    if (example === undefined) throw new Error(`${operation.operationId} has no example`)
    const isNowhere = /negotiations\/(water|river)\//.test(example.path)
    const at = isNowhere ? example.path.replace(/water|river/, 'peace-plan') : example.path
    const isForAll = needs[operation.operationId] === 'nothing'
    for (const sender of isForAll ? (['nobody'] as const) : all) {
      const expected = admitted(method, path).includes(sender)
        ? 'answered'
        : path.includes('{negotiation}') && !inside.includes(sender) && !/rotate|move/.test(path)
          ? 'unknown_negotiation'
          : 'not_permitted'
      const code = await codeOf(sender, at, example.init)
      const isOpening = method === 'post' && /(events|import)$/.test(path) && sender === 'creator'
      const isConfined = sender === 'recorder of a party' && code === 'not_permitted'
      if (isOpening || (isConfined && method === 'post')) continue
      if (code !== expected) wrong.push(`${sender}: ${method} ${path} ${code}, not ${expected}`)
    }
  }
  expect(wrong).toEqual([])
})

/** The code of a refusal for the sake of roles; the rest of the reply is not waited for. */
async function codeOf(sender: Sender, path: string, { headers, ...init }: RequestInit) {
  const leaving = new AbortController()
  const sent = { ...headers, authorization: `Bearer ${keys[sender].key}` }
  const url = new URL(path, service.url)
  const answer = await fetch(url, { ...init, headers: sent, signal: leaving.signal })
  const isRefused = answer.status === 403 || answer.status === 404
  const { code = '' } = isRefused ? ((await answer.json()) as { code?: string }) : {}
  leaving.abort()
  return ['unknown_negotiation', 'not_permitted'].includes(code) ? code : 'answered'
}

/** An answer without the id of its request, which differs each time. */
function comparable({ status, body, headers }: Answer) {
  const own = ['date', 'request-id', 'x-request-id', 'content-length', 'keep-alive']
  const { instance: _, ...rest } = typeof body === 'object' ? body : { body }
  const shown = [...headers].filter(([name]) => !own.includes(name) && !/^ratelimit/.test(name))
  return { status, body: rest, headers: shown }
}

test.each(['nobody', 'operator', 'creator'] as const)(
  'a negotiation that is hidden from %s answers as one that is not there',
  async (sender) => {
    const examples = (await exampleRequests()).filter(({ path }) => path.includes('/peace-plan'))
    expect(examples.length).toBeGreaterThan(40)
    for (const { id, path, init, isEndless } of examples) {
      if (sender === 'operator' && /^(rotateLogKey|moveLog|changeRoles)$/.test(id)) continue
      if (isEndless && sender !== 'nobody') continue
      const asked = [path, path.replace('/peace-plan', '/missing-plan')] as const
      const [hidden, missing] = [
        await ask(sender, asked[0], init),
        await ask(sender, asked[1], init),
      ]
      expect(comparable(hidden), id).toEqual(comparable(missing))
      expect(hidden.status, id).toBeGreaterThanOrEqual(400)
    }
  },
)

test('the access ledger is read by admins and auditors, and is not there for anybody else', async () => {
  const paths = [
    'history',
    'events',
    'events/0',
    'log/checkpoint',
    'log/export',
    'events/0/receipt',
  ]
  for (const sender of all) {
    for (const path of paths) {
      const answer = await ask(sender, `/v1/negotiations/access-peace-plan/${path}`)
      if (['admin', 'auditor'].includes(sender))
        expect(answer.status, `${sender} ${path}`).toBe(200)
      else {
        const missing = await ask('nobody', `/v1/negotiations/missing-plan/${path}`)
        expect(comparable(answer), `${sender} ${path}`).toEqual(comparable(missing))
      }
    }
  }
  const [first] = (await ask('auditor', '/v1/negotiations/access-peace-plan/history')).body.split(
    '\n',
  )
  expect(JSON.parse(first)).toMatchObject({ type: 'role.granted', body: { role: 'admin' } })
  expectProblem(await ask('admin', '/v1/negotiations/access-peace-plan'), 'unknown_negotiation')
  expectProblem(
    await ask('admin', '/v1/negotiations/access-peace-plan/roles'),
    'unknown_negotiation',
  )
  expect((await ask('operator', '/v1/negotiations/access/history')).status).toBe(200)
  expectProblem(await ask('creator', '/v1/negotiations/access/history'), 'unknown_negotiation')
})

test('each is told what they may do in a negotiation, and no more than that', async () => {
  const own = async (sender: Sender) => {
    const { status, body } = await ask(sender, '/v1/negotiations/peace-plan/access')
    return { status, ...(body as { operations?: string[]; roles?: object[] }) }
  }
  const offered = (operations: readonly string[] = []) =>
    ['recordEvents', 'listRoles', 'changeRoles', 'listReads', 'askErasure'].filter((one) =>
      operations.includes(one),
    )
  for (const sender of inside) {
    const { operations, roles } = await own(sender)
    expect(operations).toContain('getHistory')
    expect(roles).toMatchObject([{ role: SENDERS[sender]?.[1] }])
  }
  expect(offered((await own('viewer')).operations)).toEqual([])
  expect(offered((await own('recorder')).operations)).toEqual(['recordEvents'])
  expect(offered((await own('auditor')).operations)).toEqual(['listRoles', 'listReads'])
  const ofAdmin = ['listRoles', 'changeRoles', 'listReads', 'askErasure']
  expect(offered((await own('admin')).operations)).toEqual(ofAdmin)
  expect((await own('recorder of a party')).roles).toMatchObject([{ parties: ['ukraine'] }])
  expect((await own('nobody')).status).toBe(404)
  const { principal } = keys.recorder
  const narrow = await service.makeKey({ principal, scopes: ['read'] })
  const { body } = await service.as(narrow.key, '/v1/negotiations/peace-plan/access')
  expect(offered(body.operations)).toEqual([])
})

test('no negotiation has the id of an access ledger', async () => {
  for (const id of ['access', 'access-', 'access-talks', 'access-peace-plan']) {
    for (const sender of ['creator', 'admin', 'nobody'] as const) {
      const answer = await ask(sender, `/v1/negotiations/${id}/events`, posting(opened))
      expectProblem(answer, 'parameter_invalid')
    }
  }
})

test('across negotiations each sees those that it may read, and counts no others', async () => {
  const { as, first } = service
  const secret = { ...opened, title: 'Zwischenzeugnis' }
  await as(first, '/v1/negotiations/hidden-talks/events', posting(secret))
  const indexed = async () => (await as(first, '/v1/search?q=zwischenzeugnis')).body.items
  await expect.poll(indexed).toHaveLength(1)
  for (const sender of ['viewer', 'operator', 'nobody'] as const) {
    const { body: list } = await ask(sender, '/v1/negotiations')
    const ids = list.items.map(({ negotiation }: { negotiation: string }) => negotiation)
    expect(ids).toEqual(sender === 'viewer' ? ['peace-plan'] : [])
    const { body: found } = await ask(sender, '/v1/search?q=zwischenzeugnis')
    const { body: nothing } = await ask(sender, '/v1/search?q=zwiebelkuchen')
    expect(found).toEqual(nothing)
    const head = Number((await ask('viewer', '/v1/negotiations/peace-plan')).body.asOf.revision)
    expect(found.indexedTo.events).toBe(sender === 'viewer' ? head + 1 : 0)
    for (const query of ['q=talks&negotiation=ID&revision=0', 'q=talks&negotiation=ID']) {
      const [hidden, missing] = await Promise.all(
        ['hidden-talks', 'missing'].map((id) =>
          ask(sender, `/v1/search?${query.replace('ID', id)}`),
        ),
      )
      const tagless = (answer: Answer) => ({ ...comparable(answer), headers: [] })
      expect(tagless(hidden!)).toEqual(tagless(missing!))
    }
  }
  const { body } = await as(first, '/v1/search?q=p-')
  expect(JSON.stringify(body)).not.toContain('access')
})

test('places in what spans negotiations tell nothing of those that are hidden', async () => {
  const first = await ask('viewer', '/v1/search?q=talks+ukraine+peace&limit=1&order=latest_first')
  const { nextCursor } = (await ask('viewer', '/v1/search?q=p*&limit=1')).body
  for (const cursor of [first.body.nextCursor, nextCursor].filter((one) => one !== null)) {
    expect(Buffer.from(cursor, 'base64url').toString()).not.toMatch(/^\[/)
    expect((await ask('viewer', `/v1/search?q=p*&limit=1&cursor=${cursor}`)).status).toBe(200)
  }
  const forged = Buffer.from('[1,0,1]').toString('base64url')
  expectProblem(await ask('viewer', `/v1/search?q=p*&cursor=${forged}`), 'parameter_invalid')
  const headers = { authorization: `Bearer ${keys.viewer.key}` }
  const stream = await connect(`${service.url}/v1/live`, headers)
  const [opening, next] = await stream.take(2)
  expect(opening?.id).toMatch(/^[\w-]{39,}$/)
  const again = await connect(`${service.url}/v1/live?after=${opening?.id}`, headers)
  expect((await again.take(1))[0]?.data).toEqual(next?.data)
  for (const left of [stream, again]) left.leave()
  expectProblem(await ask('viewer', '/v1/live?after=1'), 'parameter_invalid')
})

test('a hidden negotiation stays hidden by whatever way it is asked about', async () => {
  const ways: readonly (readonly [string, RequestInit])[] = [
    ['/v1/negotiations/ID', { method: 'HEAD' }],
    ['/v1/negotiations/ID?minRevision=99', {}],
    ['/v1/negotiations/ID?validTime=never', {}],
    ['/v1/negotiations/ID', { headers: { 'if-none-match': '*' } }],
    ['/v1/negotiations/ID/events/0', { headers: { accept: 'text/csv' } }],
    ['/v1/negotiations/ID/stances?format=csv', {}],
    ['/v1/negotiations/ID/live', { headers: { 'last-event-id': '99' } }],
    ['/v1/negotiations/ID/events', posting(opened, { 'if-match': '"0"' })],
    ['/v1/negotiations/ID/events?dryRun=true', posting(opened, { 'idempotency-key': 'k' })],
    ...['commands', 'archive', 'raw', 'bundle'].map(
      (form) =>
        [
          `/v1/negotiations/ID/import?form=${form}&unsigned=accepted`,
          { ...posting(opened), headers: { 'content-type': 'application/x-ndjson' } },
        ] as const,
    ),
    ['/v1/negotiations/ID/log/rotate', { method: 'POST' }],
    ['/v1/negotiations/access-ID/history', {}],
    ['/v1/negotiations/ID/nothing', {}],
    ['/v1/negotiations/ID', { method: 'DELETE' }],
  ]
  for (const [path, init] of ways) {
    const asked = ['hidden-talks', 'h%69dden-talks', 'missing-talk'].map((id) =>
      ask('viewer', path.replace('ID', id), init),
    )
    const [hidden, encoded, missing] = (await Promise.all(asked)).map((answer) => {
      const text = JSON.stringify(comparable(answer))
      return text.replaceAll(/hidden-talks|h%69dden-talks|missing-talk/g, 'ID')
    })
    expect(hidden, path).toBe(missing)
    expect(encoded, path).toBe(missing)
  }
})

test('opening a negotiation makes its opener admin and recorder, and nobody else', async () => {
  const at = '/v1/negotiations/opened-talks'
  const refused = await ask('nobody', `${at}/events`, posting(opened))
  expectProblem(refused, 'unknown_negotiation')
  expect(refused.body.detail).toContain('negotiation.opened, which takes the role creator')
  const dry = await ask('creator', `${at}/events?dryRun=true`, posting(opened))
  expect(dry.status).toBe(200)
  expectProblem(await ask('creator', `${at}/roles`), 'unknown_negotiation')
  expect((await ask('creator', `${at}/events`, posting(opened))).status).toBe(201)
  const { principal } = keys.creator
  const { body } = await ask('creator', `${at}/roles`)
  expect(body.items).toMatchObject([
    { principal, role: 'admin', by: principal, name: 'creator' },
    { principal, role: 'recorder' },
  ])
  // To another who may open negotiations the id is taken, and nothing else is told.
  await service.grant(undefined, keys.nobody.principal, 'creator')
  onTestFinished(async () => {
    const revoked = { type: 'role.revoked', principal: keys.nobody.principal, role: 'creator' }
    await service.as(service.first, '/v1/access/roles', posting(revoked))
  })
  expectProblem(await ask('nobody', `${at}/events`, posting(opened)), 'id_taken')
  const both = async (body: unknown, headers?: Record<string, string>) => {
    const answers = ['opened-talks', 'missing-talks'].map((id) =>
      ask('nobody', `/v1/negotiations/${id}/events?dryRun=true`, posting(body, headers)),
    )
    const [hidden, missing] = (await Promise.all(answers)).map(comparable)
    expect(hidden).toEqual(missing)
    return hidden?.status
  }
  expect(await both(listed)).toBe(404)
  expect(await both({ type: 'nothing' })).toBe(400)
  expect(await both([opened, { ...listed, party: '?' }])).toBe(400)
  expect(await both(opened, { 'if-match': '"7"' })).toBe(412)
})

test('a role ends a stream with it, at once', async () => {
  const { key, principal } = await service.makeKey({ scopes: ['read'] })
  await service.grant('peace-plan', principal, 'viewer')
  const headers = { authorization: `Bearer ${key}` }
  const streams = await Promise.all(
    ['/v1/negotiations/peace-plan/live', '/v1/live'].map((path) =>
      connect(`${service.url}${path}`, headers),
    ),
  )
  for (const stream of streams) {
    expect((await stream.take(1))[0]?.data.event.type).toBe('negotiation.opened')
  }
  const revoked = { type: 'role.revoked', principal, role: 'viewer' }
  const at = '/v1/negotiations/peace-plan'
  expect((await ask('admin', `${at}/roles`, posting(revoked))).status).toBe(201)
  const events = []
  for await (const sent of streams[0]!.sent) if (sent.comment === undefined) events.push(sent)
  expect(events.at(-1)).toMatchObject({ event: 'dropped', data: { code: 'unknown_negotiation' } })
  const more = { ...listed, party: 'norway', name: 'Norway' }
  expect((await ask('recorder', `${at}/events`, posting(more))).status).toBe(201)
  expectProblem(await service.as(key, at), 'unknown_negotiation')
  streams[1]!.leave()
  const rest = []
  for await (const sent of streams[1]!.sent) rest.push(JSON.stringify(sent))
  expect(rest.join()).not.toContain('norway')
})

test('roles are granted to principals that are known, by those alone who may', async () => {
  const at = '/v1/negotiations/peace-plan/roles'
  const granting = (role: string, principal: string, more = {}) =>
    posting({ type: 'role.granted', principal, role, ...more })
  expectProblem(await ask('admin', at, granting('viewer', 'p-0')), 'unknown_principal')
  const { principal } = keys.viewer
  const slip = `${principal.slice(0, -1)}x`
  const mistyped = expectProblem(
    await ask('admin', at, granting('viewer', slip)),
    'unknown_principal',
  )
  expect(mistyped.body.detail).toContain(`did you mean "${principal}"`)
  const confined = { type: 'role.granted', principal, role: 'recorder', parties: ['ukriane'] }
  const nowhere = expectProblem(await ask('admin', at, posting(confined)), 'unknown_id')
  expect(nowhere.body.errors).toMatchObject([{ pointer: '/parties/0' }])
  expect(nowhere.body.detail).toContain('did you mean "ukraine"')
  const path = `/v1/access/principals/${slip}/end-sessions`
  const nobody = expectProblem(await ask('operator', path, posting({})), 'unknown_principal')
  expect(nobody.body.detail).toContain(`did you mean "${principal}"`)
  expectProblem(await ask('admin', at, granting('operator', keys.viewer.principal)), 'malformed')
  expectProblem(await ask('viewer', at, granting('admin', keys.viewer.principal)), 'not_permitted')
  expectProblem(
    await ask('operator', at, granting('admin', keys.operator.principal)),
    'unknown_negotiation',
  )
  const revoking = (role: string, principal: string) =>
    posting({ type: 'role.revoked', principal, role })
  expectProblem(await ask('admin', at, revoking('viewer', keys.nobody.principal)), 'role_not_held')
  const { body: held } = await ask('admin', at)
  const admins = held.items.filter(({ role }: { role: string }) => role === 'admin')
  const all = admins.map(({ principal }: { principal: string }) => ({
    ...{ type: 'role.revoked', principal, role: 'admin' },
  }))
  expectProblem(await ask('admin', at, posting(all)), 'last_lead')
  const dry = await ask('admin', `${at}?dryRun=true`, granting('viewer', keys.nobody.principal))
  expect(dry.body).toMatchObject({ dryRun: true, negotiation: 'access-peace-plan' })
  expectProblem(await ask('nobody', '/v1/negotiations/peace-plan'), 'unknown_negotiation')
})

test('a role ends by itself at its time', async () => {
  const { principal, key } = keys.nobody
  await service.grant('peace-plan', principal, 'viewer', { until: '2099-01-01T00:00:00Z' })
  const at = '/v1/negotiations/peace-plan'
  expect((await service.as(key, at)).status).toBe(200)
  service.clock = Date.parse('2099-01-01')
  onTestFinished(() => {
    service.clock = undefined
  })
  expectProblem(await service.as(key, at), 'unknown_negotiation')
  expect((await service.as(key, '/v1/negotiations')).body.items).toEqual([])
})

test('a recorder of a party records its statements, and no other entry', async () => {
  const at = '/v1/negotiations/peace-plan'
  const said = {
    ...{ type: 'statement.recorded', occurred: '2026-03-02', statement: 'said' },
    ...{ speaker: { kind: 'party', id: 'ukraine' }, onBehalfOf: 'ukraine', text: 'Yes.' },
    ...{ language: 'en', rendering: 'original', wording: 'quoted', about: [], positions: [] },
    attribution: { level: 'on_record' },
  }
  const sender = 'recorder of a party'
  expect((await ask(sender, `${at}/events`, posting(said))).status).toBe(201)
  const other = { ...said, statement: 'other', onBehalfOf: 'norway' }
  const refused = expectProblem(await ask(sender, `${at}/events`, posting(other)), 'not_permitted')
  expect(refused.body.errors).toMatchObject([{ pointer: '/onBehalfOf' }])
  const file = { method: 'POST', body: `${JSON.stringify(listed)}\n` }
  const type = { 'content-type': 'application/x-ndjson' }
  const lines = { ...file, headers: { ...type, 'idempotency-key': 'file' } }
  const told = await ask(sender, `${at}/import`, lines)
  expect(told.body).toContain('"code":"not_permitted"')
  const raw = await ask(sender, `${at}/import?form=raw&unsigned=accepted`, {
    ...file,
    headers: type,
  })
  expectProblem(raw, 'not_permitted')
})

test('the last look is that of each principal alone, and up to what is there', async () => {
  const path = '/v1/negotiations/peace-plan/last-look'
  const kept = async (sender: Sender) => ((await ask(sender, path)).body as Answer['body']).revision
  const look = (sender: Sender, revision: number) => ask(sender, path, posting({ revision }))
  expect((await look('auditor', 1)).body).toEqual({ negotiation: 'peace-plan', revision: 1 })
  expect((await look('viewer', 1_000_000)).body.revision).toBeLessThan(1_000_000)
  expect(await kept('auditor')).toBe(1)
  expectProblem(await look('viewer', -1), 'malformed')
})

test('a last look is not kept at entries that are only tried', async () => {
  const path = '/v1/negotiations/peace-plan/last-look'
  const { history, head } = await service.ledgers.read(ledgerOf('peace-plan'), {
    ...{ clearance: 'all', timeoutMs: PATIENT.timeout },
  })
  const trying = history.tentatively(function* () {
    history.revision = head + 5
    yield
  })
  trying.next()
  const { body } = await ask('viewer', path, posting({ revision: head + 5 }))
  trying.return(undefined)
  expect(body.revision).toBe(head)
})
