import { once } from 'node:events'
import { expect, test } from 'vitest'
import { openProvider } from '../access/provider.ts'
import { newFolder } from '../store/folder.ts'
import { firstKeyIn } from './asking.ts'
import { runMain, urlOf } from './spawned.ts'

test('no key, token or cookie gets into the log, at any level, whatever a client does', async () => {
  const provider = await openProvider()
  const folder = newFolder()
  const child = runMain({
    ...{ LEDGER_DATA: `${folder}/data`, LEDGER_SECRETS_FILE: `${folder}/secrets.sqlite` },
    ...{ LEDGER_PORT: '0', LEDGER_LOG_LEVEL: 'trace', LEDGER_AUTHENTICATION: 'required' },
    ...{ LEDGER_OIDC_ISSUER: provider.issuer, LEDGER_OIDC_AUDIENCE: 'urn:example:ledger' },
  })
  let [log, told] = ['', '']
  child.stdout.on('data', (text) => {
    log += text
  })
  child.stderr.on('data', (text) => {
    told += text
  })
  const url = await urlOf(child)
  await expect.poll(() => firstKeyIn(told), { timeout: 60_000 }).not.toBe('')
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
  expect(cookie).toMatch(/^ledger_session=[\w-]{43}$/)
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

  child.kill('SIGTERM')
  await once(child, 'exit')
  expect(log.split('\n').length).toBeGreaterThan(10)
  expect(log).toContain('access_token=***')
  const secretOf = (text: string) => text.slice(-43)
  const signature = token.split('.')[2] as string
  const secrets = [secretOf(key), secretOf(other), signature, cookie.split('=')[1] as string]
  for (const secret of secrets) expect(log.includes(secret)).toBe(false)
  // The first key is told once, apart from the log.
  expect(told.split(key)).toHaveLength(2)
})
