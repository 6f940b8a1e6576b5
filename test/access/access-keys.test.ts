import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { AccessKeys, UnknownPrincipal } from '../../src/access/access-keys.ts'
import { makeFirstKey, secretsOf } from '../../src/access/open-secrets.ts'
import { scopes } from '../../src/access/principal.ts'
import { readConfig } from '../../src/settings/config.ts'
import { sqliteSecrets } from './sqlite-secrets.ts'

const YEAR = 365 * 86_400_000

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'ledger-access-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** Keys in a file of their own, by a clock that the test sets. */
function opened(file = join(folder(), 'secrets.sqlite')) {
  const store = sqliteSecrets(file)
  onTestFinished(() => store.close())
  const time = { now: Date.parse('2026-01-01') }
  return { file, store, time, keys: new AccessKeys(store, () => time.now) }
}

const settings = (data: string, secretsFile: string) =>
  readConfig({ LEDGER_DATA: data, LEDGER_SECRETS_FILE: secretsFile })

const desk = { name: 'Desk', scopes: ['read', 'record'], expiresAt: null } as const

test('a key stands for its principal, within its scopes', async () => {
  const { keys } = opened()
  const { record, text } = await keys.create(desk, 'local')
  expect(text).toMatch(/^ledger_[0-9a-f]{16}_[\w-]{43}$/)
  expect(await keys.verify(text)).toMatchObject({
    ...{ id: record.principal, via: 'key', key: record.id },
    scopes: new Set(['read', 'record']),
  })
  expect(await keys.principal(record.principal)).toMatchObject({ name: 'Desk' })
})

test('of a key only the hash of its secret is in the file', async () => {
  const { file, store, keys } = opened()
  const { text } = await keys.create(desk, 'local')
  await store.close()
  const secret = text.split('_').slice(2).join('_')
  expect(readFileSync(file).includes(secret)).toBe(false)
  expect(statSync(file).mode & 0o077).toBe(0)
})

test('two keys of one principal are told apart, and survive another start', async () => {
  const { file, store, keys } = opened()
  const first = await keys.create(desk, 'local')
  const second = await keys.create({ ...desk, principal: first.record.principal }, 'local')
  expect(second.record.principal).toBe(first.record.principal)
  await keys.revoke(first.record.id, 'local')
  await store.close()
  const again = opened(file).keys
  expect(await again.verify(first.text)).toBeUndefined()
  expect((await again.verify(second.text))?.id).toBe(first.record.principal)
  expect((await again.list(0, 10)).map(({ id }) => id)).toEqual([first.record.id, second.record.id])
})

test('a key that expires is of no use from that instant on', async () => {
  const { keys, time } = opened()
  const expiresAt = time.now + YEAR
  const { text } = await keys.create({ ...desk, expiresAt }, 'local')
  time.now = expiresAt - 1
  expect(await keys.verify(text)).toMatchObject({ expiresAt })
  time.now = expiresAt
  expect(await keys.verify(text)).toBeUndefined()
})

test('a key is revoked once: the first who did and when stay known', async () => {
  const { keys, time } = opened()
  const { record } = await keys.create(desk, 'local')
  const revokedAt = time.now
  await keys.revoke(record.id, 'p-1')
  time.now += YEAR
  expect(await keys.revoke(record.id, 'p-2')).toMatchObject({ revokedAt, revokedBy: 'p-1' })
  expect(await keys.revoke('0000000000000000', 'p-1')).toBeUndefined()
})

test('what is no key, or not quite one, stands for nobody', async () => {
  const { keys } = opened()
  const { text, record } = await keys.create(desk, 'local')
  const other = await keys.create(desk, 'local')
  const secretOfOther = other.text.slice(-43)
  const wrong = ['', 'ledger_', text.slice(0, -1), `${text}A`, text.toUpperCase(), record.id]
  for (const one of [...wrong, `ledger_${record.id}_${secretOfOther}`, ` ${text}`]) {
    expect(await keys.verify(one), one).toBeUndefined()
  }
})

test('the name of each principal of a list is asked for once', async () => {
  const { keys, store } = opened()
  const { record } = await keys.create(desk, 'p-0')
  const asking = vi.spyOn(store, 'principal')
  const { principal } = record
  const names = await keys.namesOf([principal, 'p-nobody', principal, principal])
  expect(names).toEqual(new Map([[principal, 'Desk']]))
  expect(asking).toHaveBeenCalledTimes(2)
})

test('a key for a principal that nobody knows is not made', async () => {
  const { keys } = opened()
  const wanted = keys.create({ ...desk, principal: 'p-0000000000000000' }, 'local')
  await expect(wanted).rejects.toThrow(UnknownPrincipal)
  expect(await keys.list(0, 10)).toEqual([])
})

test('the first key is told, and good for everything', async () => {
  const { keys } = opened()
  const told: string[] = []
  let principal = ''
  const tell = (text: string) => void told.push(text)
  const making = makeFirstKey(keys, tell, async (first) => {
    expect(told, 'whoever reads the key uses it at once').toEqual([])
    principal = first
    throw new Error('the store is away')
  })
  await expect(making).rejects.toThrow('the store is away')
  const [key = ''] = /ledger_\S+/.exec(told[0] as string) ?? []
  expect(await keys.verify(key)).toMatchObject({ id: principal, scopes: new Set(scopes) })
})

test('of two instances that make the first key at once, the late one tells none', async () => {
  const { keys } = opened()
  const told: string[] = []
  await makeFirstKey(
    keys,
    (text) => told.push(text),
    async () => false,
  )
  expect(told).toEqual([])
  expect((await keys.list(0, 10)).map((key) => keys.isValid(key))).toEqual([false])
})

test('one process has the secrets at a time', async () => {
  const data = folder()
  const open = secretsOf(readConfig({ LEDGER_DATA: data }), Date.now)
  onTestFinished(() => rmSync(`${data}-keys`, { recursive: true, force: true }))
  const first = await open()
  await expect(open()).rejects.toThrow('is in use by another process')
  await first.store.close()
  await (await open()).store.close()
})

test.each([
  ['a text', (file: string) => writeFileSync(file, 'not a database, but long enough for a header')],
  ['another database', (file: string) => new DatabaseSync(file).exec('CREATE TABLE t (x)')],
  [
    'one of a newer version',
    (file: string) => {
      sqliteSecrets(file).close()
      new DatabaseSync(file).exec('PRAGMA user_version = 99')
    },
  ],
])('a file that is no secrets file of this version is refused: %s', async (_, make) => {
  const data = folder()
  const secretsFile = join(folder(), 'file')
  make(secretsFile)
  const before = readFileSync(secretsFile)
  await expect(secretsOf(settings(data, secretsFile), Date.now)()).rejects.toThrow(
    `LEDGER_SECRETS_FILE ${secretsFile} cannot be used`,
  )
  expect(readFileSync(secretsFile).equals(before)).toBe(true)
})

test('the secrets are never in the data folder, where each copy would have them', async () => {
  const data = folder()
  const inside = settings(data, join(data, 'secrets.sqlite'))
  await expect(secretsOf(inside, Date.now)()).rejects.toThrow('must not be in the data folder')
})
