import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AUDIENCE, type OpenedProvider, openProvider, PAGE_CLIENT } from '../access/provider.ts'
import { newFolder } from '../store/folder.ts'
import { type Asking, startAsking, startedAsking } from './asking.ts'
import { expectProblem } from './expect-problem.ts'

const BEGIN = '/v1/access/login'

/** A service at whose provider people log in, and the provider, for one test. */
async function offering(environment: Record<string, string> = {}) {
  const provider = await openProvider()
  const service = await startedAsking({ ...loginAt(provider), ...environment })
  provider.returnTo(service.url)
  return { provider, service }
}

function loginAt({ issuer }: OpenedProvider): Record<string, string> {
  return { LEDGER_OIDC_ISSUER: issuer, LEDGER_OIDC_CLIENT: PAGE_CLIENT }
}

let provider: OpenedProvider
let service: Asking
const ends: (() => Promise<void>)[] = []

// One of each for the tests that leave them as they are.
beforeAll(async () => {
  provider = await openProvider((close) => ends.push(close))
  const started = await startAsking({ LEDGER_OIDC_AUDIENCE: AUDIENCE, ...loginAt(provider) })
  ends.push(() => started.dispose())
  service = started
  provider.returnTo(service.url)
})
afterAll(() => Promise.all(ends.map((end) => end())))

/** What a browser does: keeps the cookies of each port, and goes where it is sent one step at a time. */
class Browser {
  readonly #cookies = new Map<string, Map<string, string>>()

  async go(address: string, init: RequestInit = {}): Promise<{ status: number; to: string }> {
    const { origin } = new URL(address)
    const own = this.#cookies.get(origin) ?? new Map<string, string>()
    this.#cookies.set(origin, own)
    const cookie = [...own].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, ...(init.headers as Record<string, string>) }
    const response = await fetch(address, { ...init, headers, redirect: 'manual' })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(set)) own.delete(name)
      else own.set(name, value)
    }
    const location = response.headers.get('location')
    const to = location === null ? address : new URL(location, address).href
    return { status: response.status, to }
  }

  /** Goes on until the service sends it back to a page of its own. @returns that page. */
  async follow(from: string, { url }: Asking, person = 'ana'): Promise<string> {
    return (await this.#until(`${url}/dashboard`, from, person)).slice(url.length)
  }

  /** Goes on until the provider sends it to the service. @returns that address, not asked yet. */
  returning(from: string, { url }: Asking): Promise<string> {
    return this.#until(`${url}/v1/access/login/return`, from, 'ana')
  }

  async #until(end: string, from: string, person: string): Promise<string> {
    let at = from
    for (let steps = 0; !at.startsWith(end); steps++) {
      const body = new URLSearchParams({ person })
      const { to } = await this.go(at, at.includes('/interaction/') ? { method: 'POST', body } : {})
      if (to === at || steps > 9) throw new Error(`${at} does not lead to ${end}`)
      at = to
    }
    return at
  }

  cookiesOf({ url }: Asking): ReadonlyMap<string, string> {
    return this.#cookies.get(url) ?? new Map()
  }

  who(service: Asking) {
    const cookie = [...this.cookiesOf(service)].map((pair) => pair.join('=')).join('; ')
    return service.as(undefined, '/v1/access', { headers: { cookie } })
  }
}

test('a person logs in at the provider, and is one principal in every browser', async () => {
  const options = await service.as(undefined, '/v1/access/login-options')
  expect(options.body).toEqual({ provider: provider.issuer })
  const [first, second] = [new Browser(), new Browser()]
  const from = `${service.url}${BEGIN}?to=${encodeURIComponent('/dashboard/n/talks?revision=3')}`
  expect(await first.follow(from, service)).toBe('/dashboard/n/talks?revision=3')
  expect([...first.cookiesOf(service).keys()]).toEqual(['ledger_session'])
  const { body } = await first.who(service)
  expect(body).toMatchObject({ via: 'session', name: 'Ana Moreno', key: null, roles: [] })
  await second.follow(`${service.url}${BEGIN}`, service)
  expect((await second.who(service)).body.principal).toBe(body.principal)
  await second.follow(`${service.url}${BEGIN}`, service, 'ben')

  const end = `/v1/access/principals/${body.principal}/end-sessions`
  const ended = await service.as(service.first, end, { method: 'POST' })
  expect(ended.body.ended).toBeGreaterThanOrEqual(2)
  expectProblem(await first.who(service), 'credentials_invalid')
})

test('roles confine a session that a login began, which ends after twelve hours', async () => {
  const browser = new Browser()
  await browser.follow(`${service.url}${BEGIN}`, service, 'ben')
  const { body } = await browser.who(service)
  await service.grant(undefined, body.principal, 'creator')
  expect((await browser.who(service)).body.roles).toEqual(['creator'])
  service.clock = Date.parse(body.expiresAt)
  expectProblem(await browser.who(service), 'credentials_invalid')
  service.clock = undefined
})

test('who refuses at the provider is told so, and has no session', async () => {
  const browser = new Browser()
  const at = await browser.follow(`${service.url}${BEGIN}`, service, 'nobody')
  expect(at).toBe('/dashboard/?login=refused')
  expect(browser.cookiesOf(service).size).toBe(0)
})

test('a return to a browser that began no login, or another one, begins no session', async () => {
  const [attacker, victim] = [new Browser(), new Browser()]
  const address = await attacker.returning(`${service.url}${BEGIN}`, service)
  expect(await victim.follow(address, service)).toBe('/dashboard/?login=expired')
  await victim.go(`${service.url}${BEGIN}`)
  expect(await victim.follow(address, service)).toBe('/dashboard/?login=expired')
  expect(victim.cookiesOf(service).size).toBe(0)
})

test('a code is of use once, and none but the one that the provider gave', async () => {
  const browser = new Browser()
  const address = await browser.returning(`${service.url}${BEGIN}`, service)
  const kept = new Map(browser.cookiesOf(service))
  const cookie = [...kept].map((pair) => pair.join('=')).join('; ')
  const again = (to: string) => new Browser().go(to, { headers: { cookie } })
  expect((await again(address.replace(/code=[^&]*/, 'code=forged'))).to).toContain('login=expired')
  expect(await browser.follow(address, service)).toBe('/dashboard/')
  expect((await again(address)).to).toContain('login=expired')
  expect((await again(address.replace(/iss=[^&]*/, 'iss=https%3A%2F%2Felsewhere'))).to).toContain(
    'login=failed',
  )
})

test('while the provider is away a login is not begun and not ended, and the page says so', async () => {
  const { service, provider } = await offering()
  const browser = new Browser()
  const address = await browser.returning(`${service.url}${BEGIN}`, service)
  await provider.close()
  expect(await browser.follow(address, service)).toBe('/dashboard/?login=unavailable')
})

test('a login is begun on a page of the service, and comes back to one', async () => {
  for (const to of ['https://elsewhere.example', '//elsewhere.example', '/dashboardx', '/v1']) {
    const query = `?to=${encodeURIComponent(to)}`
    expectProblem(await service.as(undefined, BEGIN + query), 'parameter_invalid')
  }
  const headers = { 'sec-fetch-site': 'cross-site' }
  expectProblem(await service.as(undefined, BEGIN, { headers }), 'not_permitted')
})

test('a client with a secret takes it from a file', async () => {
  const file = `${newFolder()}/secret`
  writeFileSync(file, '')
  const own = { LEDGER_OIDC_CLIENT_SECRET_FILE: file }
  await expect(offering(own)).rejects.toThrow('must have one line')
  writeFileSync(file, 'not the secret\n')
  const { service } = await offering(own)
  const browser = new Browser()
  expect(await browser.follow(`${service.url}${BEGIN}`, service)).toBe('/dashboard/?login=failed')
})

test('a provider that never answered is asked again at the next login', async () => {
  const gone = { LEDGER_OIDC_ISSUER: 'http://127.0.0.1:9', LEDGER_OIDC_CLIENT: PAGE_CLIENT }
  const alone = await startedAsking(gone)
  for (const _ of [1, 2]) {
    const at = await new Browser().follow(`${alone.url}${BEGIN}`, alone)
    expect(at).toBe('/dashboard/?login=unavailable')
  }
})

test('a service without a client at a provider says so', async () => {
  const service = await startedAsking()
  expect((await service.as(undefined, '/v1/access/login-options')).body).toEqual({ provider: null })
  expectProblem(await service.as(undefined, BEGIN), 'login_not_offered')
})
