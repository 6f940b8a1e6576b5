import { once } from 'node:events'
import { expect, test } from 'vitest'
import { openProvider, PAGE_CLIENT } from '../access/provider.ts'
import { PATIENT } from '../patient.ts'
import { newFolder } from '../store/folder.ts'
import { firstKeyIn } from './asking.ts'
import { runMain, urlOf } from './spawned.ts'

/** Words of an entry above `public`. */
const HIDDEN = 'Kammerton of the delta'

test('no key, token, cookie, salt or hidden text gets into the log, whatever a client does', async () => {
  const provider = await openProvider()
  const folder = newFolder()
  const child = runMain({
    ...{ LEDGER_DATA: `${folder}/data`, LEDGER_SECRETS_FILE: `${folder}/secrets.sqlite` },
    ...{ LEDGER_PORT: '0', LEDGER_LOG_LEVEL: 'trace', LEDGER_AUTHENTICATION: 'required' },
    ...{ LEDGER_OIDC_ISSUER: provider.issuer, LEDGER_OIDC_AUDIENCE: 'urn:example:ledger' },
    LEDGER_OIDC_CLIENT: PAGE_CLIENT,
  })
  let [log, told] = ['', '']
  child.stdout.on('data', (text) => {
    log += text
  })
  child.stderr.on('data', (text) => {
    told += text
  })
  const url = await urlOf(child)
  await expect.poll(() => firstKeyIn(told), PATIENT).not.toBe('')
  const key = firstKeyIn(told)
  const token = await provider.token()
  const json = { 'content-type': 'application/json' }
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { ...json, ...headers },
    })

  const login = await post('/v1/access/session', { key })
  const cookie = (login.headers.get('set-cookie') ?? '').split(';', 1)[0] as string
  expect(cookie, await login.text()).toMatch(/^ledger_session=[\w-]{43}$/)
  for (const credentials of [
    `Bearer ${key}`,
    `Bearer ${token}`,
    `Bearer ${key}x`,
    `Basic ${key}`,
  ]) {
    await fetch(`${url}/v1/negotiations`, { headers: { authorization: credentials } })
  }
  await fetch(`${url}/v1/negotiations?key=${key}&access_token=${token}`, { headers: { cookie } })
  await fetch(`${url}/v1/${key}/${token}`)
  await post('/v1/access/session', { key: `${key}x`, [key]: key })
  const made = await post('/v1/access/keys', { name: 'Desk' }, { authorization: `Bearer ${key}` })
  const { key: other } = (await made.json()) as { key: string }
  await fetch(`${url}/v1/negotiations`, { headers: { authorization: `Bearer ${other}` } })

  const bearer = { authorization: `Bearer ${key}` }
  const events = '/v1/negotiations/talks/events'
  const opened = { type: 'negotiation.opened', occurred: '2026', title: 'T', levels: ['secret'] }
  const issue = { type: 'issue.raised', occurred: '2026', level: 'secret', title: HIDDEN }
  const raised = { ...issue, issue: 'dam', proposition: `${HIDDEN} is built` }
  expect((await post(events, [opened, raised], bearer)).status).toBe(201)
  await post(events, raised, bearer)
  await post(events, { ...raised, issue: 'other', [HIDDEN]: HIDDEN }, bearer)
  await post(events, { ...raised, issue: HIDDEN }, { ...bearer, 'idempotency-key': 'é' })
  await fetch(`${url}${events}`, { method: 'POST', body: `{"${HIDDEN}`, headers: bearer })
  await fetch(`${url}/v1/search?q=${encodeURIComponent(HIDDEN)}`, { headers: bearer })
  const read = await fetch(`${url}${events}/1`, { headers: bearer })
  const { event } = (await read.json()) as { event: { salt: string } }
  const returned = { code: 'code-of-a-login', state: 'state-of-a-login' }
  const returning = `${url}/v1/access/login/return?${new URLSearchParams(returned)}`
  await fetch(returning, { redirect: 'manual' })

  child.kill('SIGTERM')
  await once(child, 'exit')
  expect(log.split('\n').length).toBeGreaterThan(10)
  expect(log).toContain('access_token=***')
  expect(log).toContain('session begun')
  const secretOf = (text: string) => text.slice(-43)
  const signature = token.split('.')[2] as string
  const secrets = [secretOf(key), secretOf(other), signature, cookie.split('=')[1] as string]
  const hidden = [HIDDEN, encodeURIComponent(HIDDEN), event.salt, ...Object.values(returned)]
  const found = [...secrets, ...hidden].filter((secret) => log.includes(secret))
  expect(found).toEqual([])
  // The first key is told once, apart from the log.
  expect(told.split(key)).toHaveLength(2)
})
