import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needs } from '../../src/http/access/needs.ts'
import { newFolder } from '../store/folder.ts'
import { type EndlessAsking, startAsking, startedAsking } from './asking.ts'
import { expectProblem } from './expect-problem.ts'
import { harm } from './harm.ts'
import { api, operationsOf } from './openapi/described.ts'
import { exampleRequests } from './openapi/examples.ts'
import { ask, started } from './running.ts'
import { runMain, urlOf } from './spawned.ts'

const opened = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' }

/** A command to be posted. */
function posting(command: object): RequestInit {
  return { method: 'POST', body: JSON.stringify(command) }
}

describe('a service that asks nobody who they are', () => {
  test('takes everybody for one principal, says so, and records as that one', async () => {
    const { get, post } = await started({ LEDGER_ACTOR: 'desk' })
    expect((await get('/v1/access')).body).toMatchObject({
      ...{ authentication: 'open', principal: 'desk', name: null, key: null },
      scopes: ['read', 'record', 'monitor', 'operate'],
    })
    await post('talks', opened)
    const { body } = await get('/v1/negotiations/talks/events/0', { authorization: 'Basic eA==' })
    expect(body.event.header.actor).toBe('desk')
  })
})

test('an open service keeps no roles, and writes no access ledger', async () => {
  const { get, post, url } = await started()
  await post('talks', opened)
  const init = { ...posting({ type: 'role.granted', principal: 'p-1', role: 'admin' }) }
  const headers = { 'content-type': 'application/json' }
  const at = new URL('/v1/negotiations/talks/roles', url)
  expectProblem(await ask(at, { ...init, headers }), 'roles_not_kept')
  expect((await get('/v1/negotiations/talks/roles')).body.items).toEqual([])
  for (const id of ['access', 'access-talks']) {
    expectProblem(await get(`/v1/negotiations/${id}/history`), 'unknown_negotiation')
  }
  expectProblem(await post('access-talks', opened), 'parameter_invalid')
})

test('an open service says so in its log, and tells no key', async () => {
  const folder = newFolder()
  const child = runMain({ LEDGER_DATA: `${folder}/data`, LEDGER_PORT: '0' })
  let [log, told] = ['', '']
  child.stdout.on('data', (text) => {
    log += text
  })
  child.stderr.on('data', (text) => {
    told += text
  })
  await urlOf(child)
  expect(log).toContain('open access: all who reach this service read and write')
  expect(told).toBe('')
})

describe('a service that asks who its clients are', () => {
  const examples = exampleRequests()
  /** One for all tests that leave nothing in it. */
  let shared: EndlessAsking

  beforeAll(async () => {
    shared = await startAsking()
  })
  afterAll(() => shared.dispose())

  test('tells its first key once, by which everything can be done', async () => {
    const { first, as } = shared
    expect((await as(first, '/v1/access')).body).toMatchObject({
      ...{ authentication: 'required', name: 'First administrator' },
      scopes: ['read', 'record', 'monitor', 'operate'],
    })
  })

  test('lists the need of every operation, and of no other', async () => {
    const ids = operationsOf(await api()).map(({ operation }) => operation.operationId)
    expect(Object.keys(needs).sort()).toEqual(ids.sort())
  })

  test('answers nobody who does not say who they are, but for what is for everybody', async () => {
    const { as, url } = shared
    for (const { id, path, init, statuses } of await examples) {
      const answer = await as(undefined, path, init)
      if (needs[id] === 'nothing') expect(answer.status, id).toBeOneOf([...statuses])
      else {
        expectProblem(answer, 'authentication_required')
        expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="diplomacy-ledger"')
        expect(answer.body.detail, id).not.toContain('peace-plan')
      }
    }
    expect((await fetch(new URL('/', url), { redirect: 'manual' })).status).toBe(302)
  })

  test('refuses what is beyond the scopes of a key, in every operation', async () => {
    const { as, makeKey, first } = await startedAsking()
    const { principal } = (await as(first, '/v1/access')).body
    const keys = new Map<string, string>()
    for (const scope of ['read', 'record', 'monitor', 'operate']) {
      keys.set(scope, (await makeKey({ scopes: [scope], principal })).key)
    }
    for (const { id, path, init, isEndless } of await examples) {
      const need = needs[id]
      if (need === undefined || need === 'nothing') continue
      for (const [scope, key] of keys) {
        if (need.scope === scope && isEndless) continue
        const { status, body, headers } = await as(key, path, init)
        if (need.scope === scope)
          expect(headers.has('www-authenticate'), `${id} ${status}`).toBe(false)
        else {
          expect(body.code, `${id} with ${scope}`).toBe('not_permitted')
          expect(headers.get('www-authenticate')).toContain(`scope="${need.scope}"`)
        }
      }
    }
  })

  test.each([
    'Bearer wrong',
    'Bearer ledger_0123456789abcdef_0123456789012345678901234567890123456789012',
    'Basic bWU6bWU=',
    'Bearer',
    'ledger_0123456789abcdef',
  ])('refuses credentials that are none: %s', async (authorization) => {
    const { as } = shared
    const answer = await as(undefined, '/v1/negotiations', { headers: { authorization } })
    expectProblem(answer, 'credentials_invalid')
    expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"')
    expect(JSON.stringify(answer.body)).not.toContain('0123456789')
    // An address for everybody does not hide that they are wrong.
    const health = await as(undefined, '/health/ready', { headers: { authorization } })
    expectProblem(health, 'credentials_invalid')
  })

  test('refuses two credentials: which one counts would be a guess', async () => {
    const { first, url } = shared
    const { request } = await import('node:http')
    const status = await new Promise((resolve) => {
      const twice = { host: new URL(url).host, authorization: [`Bearer ${first}`, 'Bearer x'] }
      const headers = Object.entries(twice).flatMap(([name, value]) =>
        [value].flat().flatMap((one) => [name, one]),
      )
      request(new URL('/v1/access', url), { headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      }).end()
    })
    expect(status).toBe(400)
  })

  test('records what a principal did under its id, whatever the name of the key', async () => {
    const { as, makeKey, grant } = await startedAsking()
    const { key, principal } = await makeKey({ scopes: ['read', 'record'] })
    const at = '/v1/negotiations/talks/events'
    await grant(undefined, principal, 'creator')
    expect((await as(key, at, posting(opened))).status).toBe(201)
    const { body } = await as(key, `${at}/0`)
    expect(body.event.header.actor).toBe(principal)
  })

  test('takes a retry for one only from the principal that asked first', async () => {
    const { as, makeKey, grant } = await startedAsking()
    const [one, other] = [
      await makeKey({ scopes: ['record'] }),
      await makeKey({ scopes: ['record'] }),
    ]
    for (const { principal } of [one, other]) await grant(undefined, principal, 'creator')
    const asked = { ...posting(opened), headers: { 'idempotency-key': 'opening' } }
    const at = '/v1/negotiations/talks/events'
    expect((await as(one.key, at, asked)).body.replayed).toBe(false)
    expect((await as(one.key, at, asked)).body.replayed).toBe(true)
    expectProblem(await as(other.key, at, asked), 'id_taken')
  })

  test('knows a revoked key no more at its next request', async () => {
    const { as, makeKey, first } = await startedAsking()
    const { key, id, principal } = await makeKey({ scopes: ['read'] })
    expect((await as(key, '/v1/negotiations')).status).toBe(200)
    const { body } = await as(first, `/v1/access/keys/${id}/revoke`, { method: 'POST' })
    expect(body).toMatchObject({ id, principal, state: 'revoked' })
    expectProblem(await as(key, '/v1/negotiations'), 'credentials_invalid')
  })

  test('knows an expired key no more', async () => {
    const service = await startedAsking()
    const expiresAt = '2099-01-01T00:00:00.000Z'
    const { key, id } = await service.makeKey({ expiresAt })
    expect((await service.as(key, '/v1/access')).body).toMatchObject({ key: id, expiresAt })
    service.clock = Date.parse(expiresAt)
    expectProblem(await service.as(key, '/v1/access'), 'credentials_invalid')
  })

  test('lists keys in pages, without their secrets', async () => {
    const { as, makeKey, first } = await startedAsking()
    const made = [await makeKey({ name: 'One' }), await makeKey({ name: 'Two' })]
    const page = await as(first, '/v1/access/keys?limit=2')
    expect(page.body.items.map(({ name }: { name: string }) => name)).toEqual([
      'First administrator',
      'One',
    ])
    const next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] as string
    const rest = await as(first, next)
    expect(rest.body).toMatchObject({ items: [{ name: 'Two' }], nextCursor: null })
    for (const { key } of made) expect(JSON.stringify([page.body, rest.body])).not.toContain(key)
    expect(JSON.stringify(rest.body)).not.toContain('hash')
  })

  test.each([
    [{ name: '' }, '/name'],
    [{ scopes: [] }, '/scopes'],
    [{ scopes: ['rule'] }, '/scopes/0'],
    [{ expiresAt: 'soon' }, '/expiresAt'],
    [{ expiresAt: '2001-01-01T00:00:00Z' }, '/expiresAt'],
    [{ colour: 'red' }, '/colour'],
  ])('makes no key that is not well described: %j', async (wrong, pointer) => {
    const { as, first } = shared
    const keys = async () => (await as(first, '/v1/access/keys')).body.items
    const before = await keys()
    const body = JSON.stringify({ name: 'Desk', ...wrong })
    const answer = await as(first, '/v1/access/keys', { method: 'POST', body })
    expectProblem(answer, 'malformed')
    expect(answer.body.errors).toMatchObject([{ pointer }])
    expect(await keys()).toEqual(before)
  })

  test('lets nobody hand on a scope that they have not', async () => {
    const { as, makeKey, first } = await startedAsking()
    const { principal } = (await as(first, '/v1/access')).body
    const { key } = await makeKey({ scopes: ['operate'], principal })
    const body = JSON.stringify({ name: 'More', scopes: ['operate', 'record'] })
    const answer = await as(key, '/v1/access/keys', { method: 'POST', body })
    expectProblem(answer, 'malformed')
    expect(answer.body.errors).toMatchObject([{ pointer: '/scopes/1' }])
  })

  test('makes a key for a principal that it knows, and for no other', async () => {
    const { as, makeKey, first } = await startedAsking()
    const { principal } = await makeKey({})
    expect((await makeKey({ principal })).principal).toBe(principal)
    const body = JSON.stringify({ name: 'Desk', principal: 'p-0' })
    const answer = await as(first, '/v1/access/keys', { method: 'POST', body })
    expectProblem(answer, 'unknown_principal')
    const gone = '/v1/access/keys/0123456789abcdef/revoke'
    expectProblem(await as(first, gone, { method: 'POST' }), 'unknown_access_key')
  })

  test('names a damaged ledger to those alone who may monitor the service', async () => {
    const folder = newFolder()
    const { as, makeKey, first } = await startedAsking({ LEDGER_DATA: folder })
    const { key } = await makeKey({ scopes: ['read'] })
    const at = '/v1/negotiations/talks/events'
    expect((await as(first, at, posting(opened))).status).toBe(201)
    // What was appended last is known without reading it.
    await as(first, at.replace('talks', 'other'), posting(opened))
    harm(folder, 'talks', 0, "UPDATE event SET body = replace(body, 'Talks', 'Tolks')")
    expectProblem(await as(first, `${at}/0`), 'ledger_damaged')
    for (const sender of [undefined, key]) {
      expect((await as(sender, '/health/ready')).body).toMatchObject({
        status: 'ready',
        damaged: [],
      })
    }
    const { body } = await as(first, '/health/ready')
    expect(body.damaged).toMatchObject([{ ledger: 'negotiation-talks' }])
  })
})
