import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asking, type EndlessAsking, startAsking, startedAsking } from './asking.ts'
import { connect } from './event-source.ts'
import { expectProblem } from './expect-problem.ts'
import type { Answer } from './running.ts'

const HOURS = 3_600_000

/** One for all tests whose sessions it is that end. */
let shared: EndlessAsking

beforeAll(async () => {
  shared = await startAsking()
})
afterAll(() => shared.dispose())

/** Logs in with a key, as a page of the service does. @returns the reply, and the cookie to send. */
async function logIn({ as }: Asking, key: string, headers: Record<string, string> = {}) {
  const body = JSON.stringify({ key })
  const answer = await as(undefined, '/v1/access/session', { method: 'POST', body, headers })
  const set = answer.headers.get('set-cookie') ?? ''
  return { answer, set, cookie: set.split(';', 1)[0] as string }
}

/** Asks with a cookie, as a page of the service does. */
function withCookie({ as }: Asking, cookie: string, path: string, init: RequestInit = {}) {
  const headers = { cookie, 'sec-fetch-site': 'same-origin', ...(init.headers as object) }
  return as(undefined, path, { ...init, headers }) as Promise<Answer>
}

describe('a session in a browser', () => {
  test('is begun by a key, and stands for it', async () => {
    const service = shared
    const { key, principal, id } = await service.makeKey({ name: 'Desk', scopes: ['read'] })
    const { answer, set, cookie } = await logIn(service, key)
    const sender = { via: 'session', principal, name: 'Desk', scopes: ['read'], key: id }
    expect(answer).toMatchObject({ status: 200, body: sender })
    expect(set).toMatch(/^ledger_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(set).not.toContain(key)
    expect((await withCookie(service, cookie, '/v1/access')).body).toMatchObject(sender)
    const negotiation = JSON.stringify({ type: 'negotiation.opened', occurred: '2026', title: 'T' })
    const posted = { method: 'POST', body: negotiation }
    const at = '/v1/negotiations/talks/events'
    expectProblem(await withCookie(service, cookie, at, posted), 'not_permitted')
  })

  test('is for safe connections alone where the service is not on this machine', async () => {
    const service = await startedAsking({ LEDGER_ALLOWED_HOSTS: 'ledger.example' })
    const { request } = await import('node:http')
    const body = JSON.stringify({ key: service.first })
    const set = await new Promise<string>((resolve) => {
      const headers = { host: 'ledger.example', 'content-type': 'application/json' }
      const sent = request(`${service.url}/v1/access/session`, { method: 'POST', headers })
      sent.on('response', (response) => {
        response.resume()
        resolve(String(response.headers['set-cookie']))
      })
      sent.end(body)
    })
    expect(set).toMatch(
      /^__Host-ledger_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
  })

  test.each(['', 'ledger_', 'ledger_0123456789abcdef_0123456789012345678901234567890123456789012'])(
    'is not begun by what is no key: %s',
    async (key) => {
      const service = shared
      const { answer, set } = await logIn(service, key)
      expectProblem(answer, 'credentials_invalid')
      expect(answer.body.detail).toMatch(/^The access key is mistyped/)
      expect(set).toBe('')
    },
  )

  test('ends when it is told to, and the browser forgets it', async () => {
    const service = shared
    const { cookie } = await logIn(service, service.first)
    const end = await withCookie(service, cookie, '/v1/access/session/end', { method: 'POST' })
    expect(end).toMatchObject({ status: 200, body: { ended: 1 } })
    expect(end.headers.get('set-cookie')).toMatch(/^ledger_session=;.*Max-Age=0/)
    expectProblem(await withCookie(service, cookie, '/v1/access'), 'credentials_invalid')
  })

  test('ends when the same browser begins another', async () => {
    const service = shared
    const { cookie } = await logIn(service, service.first)
    const body = JSON.stringify({ key: service.first })
    const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } }
    const again = await withCookie(service, cookie, '/v1/access/session', init)
    expect(again.status).toBe(200)
    expectProblem(await withCookie(service, cookie, '/v1/access'), 'credentials_invalid')
  })

  test('ends after twelve hours, whatever happens in it', async () => {
    const service = await startedAsking()
    service.clock = Date.parse('2026-03-01T08:00:00Z')
    const { cookie } = await logIn(service, service.first)
    service.clock += 12 * HOURS - 1
    expect((await withCookie(service, cookie, '/v1/access')).status).toBe(200)
    service.clock += 1
    expectProblem(await withCookie(service, cookie, '/v1/access'), 'credentials_invalid')
  })

  test('ends with the key by which it was begun', async () => {
    const service = shared
    const { key, id } = await service.makeKey({})
    const { cookie } = await logIn(service, key)
    await service.as(service.first, `/v1/access/keys/${id}/revoke`, { method: 'POST' })
    expectProblem(await withCookie(service, cookie, '/v1/access'), 'credentials_invalid')
  })

  test('ends with all others of the same person, wherever they were begun', async () => {
    const service = shared
    const { key, principal } = await service.makeKey({})
    const other = await service.makeKey({})
    const [one, two] = [await logIn(service, key), await logIn(service, key)]
    const path = `/v1/access/principals/${principal}/end-sessions`
    const post = { method: 'POST' }
    expectProblem(await service.as(other.key, path, post), 'not_permitted')
    expect((await service.as(service.first, path, post)).body).toEqual({ principal, ended: 2 })
    for (const { cookie } of [one, two]) {
      expectProblem(await withCookie(service, cookie, '/v1/access'), 'credentials_invalid')
    }
    const again = await logIn(service, key)
    expect((await withCookie(service, again.cookie, path, post)).body.ended).toBe(1)
  })
})

describe('a page of another origin', () => {
  test.each([[{ 'sec-fetch-site': 'cross-site' }], [{ 'sec-fetch-site': 'same-site' }]])(
    'gets nothing by the cookie, though the browser sends it: %j',
    async (headers) => {
      const service = shared
      const { cookie } = await logIn(service, service.first)
      const answer = await withCookie(service, cookie, '/v1/access', { headers })
      expectProblem(answer, 'authentication_required')
    },
  )

  test.each([
    [{ origin: 'http://127.0.0.1:1' }],
    [{ origin: 'null' }],
    [{ origin: 'https://elsewhere.example' }],
  ])('writes nothing from a browser that says its origin alone: %j', async (origin) => {
    const service = shared
    const { cookie } = await logIn(service, service.first)
    const ended = await service.as(undefined, '/v1/access/keys', {
      ...{ method: 'POST', body: JSON.stringify({ name: 'Theirs' }) },
      headers: { cookie, ...origin },
    })
    expectProblem(ended, 'authentication_required')
    const { answer } = await logIn(service, service.first, origin)
    expectProblem(answer, 'not_permitted')
    const end = '/v1/access/session/end'
    const out = await withCookie(service, cookie, end, {
      ...{ method: 'POST', headers: { 'sec-fetch-site': 'same-site' } },
    })
    expect(expectProblem(out, 'not_permitted').headers.get('set-cookie')).toBeNull()
    expect((await withCookie(service, cookie, '/v1/access')).status).toBe(200)
  })

  test('a page of this service writes from such a browser', async () => {
    const service = shared
    const { cookie } = await logIn(service, service.first)
    const made = await service.as(undefined, '/v1/access/keys', {
      ...{ method: 'POST', body: JSON.stringify({ name: 'Ours' }) },
      headers: { cookie, origin: service.url },
    })
    expect(made.status).toBe(201)
  })
})

describe('a stream of events', () => {
  const short = { LEDGER_HEARTBEAT_SECONDS: '0.05' }
  const opened = JSON.stringify({ type: 'negotiation.opened', occurred: '2026', title: 'T' })

  test.each(['/v1/live', '/v1/negotiations/talks/live'])(
    'ends when the key of its reader is revoked: %s',
    async (path) => {
      const service = await startedAsking(short)
      const post = { method: 'POST', body: opened }
      await service.as(service.first, '/v1/negotiations/talks/events', post)
      const { key, id, principal } = await service.makeKey({})
      await service.grant('talks', principal, 'viewer')
      const headers = { authorization: `Bearer ${key}` }
      const { take } = await connect(`${service.url}${path}`, headers)
      expect((await take(1))[0]?.data.event.header.type).toBe('negotiation.opened')
      await service.as(service.first, `/v1/access/keys/${id}/revoke`, { method: 'POST' })
      const [dropped] = await take(1)
      expect(dropped).toMatchObject({ event: 'dropped', data: { code: 'credentials_invalid' } })
    },
  )

  test('ends when the session of its reader does', async () => {
    const service = await startedAsking(short)
    const post = { method: 'POST', body: opened }
    await service.as(service.first, '/v1/negotiations/talks/events', post)
    const { cookie } = await logIn(service, service.first)
    const { take } = await connect(`${service.url}/v1/live`, { cookie })
    expect((await take(1))[0]?.data.event.header.type).toBe('negotiation.opened')
    await withCookie(service, cookie, '/v1/access/session/end', { method: 'POST' })
    const [dropped] = await take(1)
    expect(dropped).toMatchObject({ event: 'dropped', data: { code: 'credentials_invalid' } })
  })
})
