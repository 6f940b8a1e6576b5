import { existsSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDemoPeople } from '../../src/demo/people.ts'
import { startDemo } from '../../src/demo/start-demo.ts'
import { readConfig } from '../../src/settings/config.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { PATIENT } from '../patient.ts'
import { newFolder } from '../store/folder.ts'
import { ask } from './running.ts'

const taken = createServer()
let demo: Awaited<ReturnType<typeof startDemo>>

// One demo for all tests: it records two whole examples. The port that it is told is taken.
beforeAll(async () => {
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening))
  const { port } = taken.address() as AddressInfo
  demo = await startDemo(openSqliteStore, {
    LEDGER_LOG_LEVEL: 'silent',
    LEDGER_PORT: String(port),
  })
})
afterAll(async () => {
  await demo.stop()
  taken.close()
})

test('every address that the demo prints answers, and so does every request it offers', async () => {
  const { text } = demo
  const addresses = text.match(/http:[^\s']+/g) ?? []
  expect(addresses).toHaveLength(13)
  expect(addresses[0]).toContain('/dashboard/n/peace-plan')
  expect(addresses[1]).toContain('/dashboard/n/maruvel')
  for (const line of text.split('\n')) {
    const address = /http:[^\s']+/.exec(line)?.[0]
    if (address === undefined) continue
    const body = / -d '(.*)'$/.exec(line)?.[1]
    const headers = [...line.matchAll(/-H '([^:]+): ([^']+)'/g)].map(
      ([, name, value]) => [name, value] as [string, string],
    )
    const method = body === undefined ? 'GET' : 'POST'
    const answer = await fetch(address, { method, headers, ...(body !== undefined && { body }) })
    expect(answer.status, line).toBe(200)
  }
})

test('three people see three parts of it, and nobody sees more by saying nothing', async () => {
  const { url } = demo
  const { body: who } = await ask(new URL('/v1/access', url), {})
  const people = who.people as { name: string; key: string | null; principal: string }[]
  expect(people.map(({ name }) => name)).toEqual([
    'The public',
    'Delegation of Saffara',
    'Secretariat',
  ])
  expect(who).toMatchObject({ name: 'The public', scopes: ['read'], roles: [] })
  const sourcesOf = async (key: string | null) => {
    const headers: HeadersInit = key === null ? {} : { authorization: `Bearer ${key}` }
    const at = new URL('/v1/negotiations/maruvel/sources?limit=1000', url)
    const { body } = await ask(at, { headers })
    return new Set(body.sources.map(({ source }: { source: string }) => source))
  }
  const [visitor, delegation, secretariat] = await Promise.all(
    people.map(({ key }) => sourcesOf(key)),
  )
  expect(secretariat?.difference(delegation ?? new Set())).toEqual(
    new Set(['tolmary-scoop', 'mandate-paper']),
  )
  expect(delegation?.difference(visitor ?? new Set())).toEqual(
    new Set(['framework-wire', 'reserve-declaration']),
  )
  const counted = async (q: string) => {
    const at = new URL(`/v1/search?q=${encodeURIComponent(q)}&negotiation=maruvel`, url)
    const found = people.map(async ({ key }) => {
      const headers: HeadersInit = key === null ? {} : { authorization: `Bearer ${key}` }
      return (await ask(at, { headers })).body.items.length > 0
    })
    return Promise.all(found)
  }
  expect(who.people.every(({ hint }: { hint: string }) => hint.includes('Find “'))).toBe(true)
  const ukrainian = { headers: { 'accept-language': 'uk' } }
  const { body: told } = await ask(new URL('/v1/access', url), ukrainian)
  expect([told.name, told.people.length]).toEqual(['Громадськість', 3])
  expect(told.people.every(({ hint }: { hint: string }) => hint.includes('найдіть “'))).toBe(true)
  const poll = (q: string) => expect.poll(() => counted(q), PATIENT)
  await poll('“less than one summer”').toEqual([false, true, true])
  await poll('“the delegation may accept”').toEqual([false, false, true])
  const stale = { cookie: 'ledger_session=0123456789012345678901234567890123456789012' }
  const { body: still } = await ask(new URL('/v1/access', url), { headers: stale })
  expect(still.principal).toBe(who.principal)
})

test('the demo is for this machine alone', async () => {
  const open = { LEDGER_HOST: '0.0.0.0', LEDGER_AUTHENTICATION: 'required' }
  await expect(startDemo(openSqliteStore, open)).rejects.toThrow('LEDGER_HOST')
})

test('both axes have something to show: what was known grew over days', async () => {
  const { url } = demo
  const at = `${url}/v1/negotiations/peace-plan/meetings`
  const meetings = async (time: string) => {
    const { body } = await ask(new URL(`${at}?transactionTime=${time}`), {})
    return body.meetings.map(({ meeting }: { meeting: string }) => meeting)
  }
  expect(await meetings('2025-12-02T00:00Z')).not.toContain('geneva')
  expect(await meetings('2025-12-04T00:00Z')).toContain('geneva')
})

test('a port that is taken is no obstacle', async () => {
  const { url, text } = demo
  const { port } = taken.address() as AddressInfo
  expect(new URL(url).port).not.toBe(String(port))
  expect(text).toContain(url)
  expect((await fetch(`${url}/health/ready`)).status).toBe(200)
})

test('what the demo recorded goes with it', async () => {
  const { folder, stop } = demo
  expect(existsSync(folder)).toBe(true)
  await stop()
  expect(existsSync(folder)).toBe(false)
})

test('what the people of the demo are told of the embargo ends with it', async () => {
  let isUnderEmbargo = true
  const config = readConfig({ LEDGER_DATA: newFolder(), LEDGER_AUTHENTICATION: 'required' })
  const { visitor } = await makeDemoPeople(config, () => isUnderEmbargo)
  expect(visitor.told('en').hint).toContain('it is not there before the embargo')
  expect(visitor.told('uk').hint).toContain('її там немає')
  isUnderEmbargo = false
  expect(visitor.told('en').hint).toContain('was under an embargo')
  expect(visitor.told('uk').hint).toContain('була під ембарго')
})
