import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { secretsOf } from '../../src/access/open-secrets.ts'
import { copySecrets } from '../../src/access/secrets/copy-secrets.ts'
import { SqlSecrets } from '../../src/access/secrets/sql-secrets.ts'
import { SqliteDatabase } from '../../src/access/secrets/sqlite-database.ts'
import { WrappingKeys } from '../../src/access/secrets/wrapping-keys.ts'
import { ConfigurationInvalid, readConfig } from '../../src/settings/config.ts'
import { StoreUnavailable } from '../../src/store/event-store.ts'
import { newFolder } from '../store/folder.ts'
import { secretsContract } from './secrets-contract.ts'
import { sqliteSecrets } from './sqlite-secrets.ts'

secretsContract('SQLite', async () => {
  const file = join(newFolder(), 'secrets.sqlite')
  return { open: async (wrappingKeys = []) => sqliteSecrets(file, wrappingKeys) }
})

test('a disk without space for secrets is a store that does not answer just now', async () => {
  const db = new SqliteDatabase(join(newFolder(), 'secrets.sqlite'))
  onTestFinished(() => db.close())
  await db.run([['CREATE TABLE filled (bytes BLOB)'], ['PRAGMA max_page_count = 1']])
  const fill = ['INSERT INTO filled VALUES (zeroblob(100000))'] as const
  for (const statements of [[fill], [fill, fill]]) {
    await expect(db.run(statements)).rejects.toThrow(StoreUnavailable)
  }
  const [count] = await db.run([['SELECT count(*) AS n FROM filled']])
  expect(count?.rows).toEqual([{ n: 0 }])
})

const address = 'postgresql://ann:secret@db.example'

/** The error with which secrets are not opened. */
async function refusal(environment: Record<string, string>): Promise<Error> {
  const data = newFolder()
  const file = join(newFolder(), 'key')
  writeFileSync(file, Buffer.alloc(32, 'w').toString('base64'))
  const own = { LEDGER_DATA: data, LEDGER_WRAPPING_KEY_FILES: file, ...environment }
  const opening = secretsOf(readConfig(own), Date.now)()
  return opening.then(
    () => new Error('it opened'),
    (error: Error) => error,
  )
}

test.each([
  [address, 'LEDGER_SECRETS_STORE lacks a host or a database'],
  [`${address}/ledger?colour=red`, 'LEDGER_SECRETS_STORE option "colour" is unknown'],
  [`${address}/ledger?sslmode=prefer`, 'option sslmode is verify-full or disable, not "prefer"'],
  [`${address}/ledger?sslrootcert=/nowhere`, 'names /nowhere, which cannot be read (ENOENT)'],
])('%s is a fault of the configuration, told without the password', async (given, why) => {
  const error = await refusal({ LEDGER_SECRETS_STORE: given })
  expect(error).toBeInstanceOf(ConfigurationInvalid)
  expect(error.message).toContain(why)
  expect(error.message).not.toContain('secret@')
})

test('PostgreSQL needs wrapping keys, which are files of 32 bytes outside the data', async () => {
  const store = { LEDGER_SECRETS_STORE: `${address}/ledger` }
  const none = await refusal({ ...store, LEDGER_WRAPPING_KEY_FILES: '' })
  expect(none.message).toContain('LEDGER_WRAPPING_KEY_FILES is needed with PostgreSQL')
  const missing = await refusal({ LEDGER_WRAPPING_KEY_FILES: '/nowhere' })
  expect(missing.message).toContain('LEDGER_WRAPPING_KEY_FILES /nowhere cannot be used')
  const own = { LEDGER_DATA: '/data', LEDGER_WRAPPING_KEY_FILES: '/data/key' }
  expect((await refusal(own)).message).toContain('/data/key must not be in the data folder')
})

test('a PostgreSQL that does not answer ends the start with one line', async () => {
  const error = await refusal({
    LEDGER_SECRETS_STORE: 'postgresql://ann:secret@127.0.0.1:1/ledger',
  })
  expect(error).toBeInstanceOf(StoreUnavailable)
  expect(error.message).toMatch(/^the PostgreSQL of LEDGER_SECRETS_STORE: connect ECONNREFUSED/)
})

test('a copy has every table of the secrets', async () => {
  const opened = () => new SqliteDatabase(join(newFolder(), 'secrets.sqlite'))
  const [from, to] = [opened(), opened()]
  onTestFinished(() => Promise.all([from.close(), to.close()]).then(() => undefined))
  const secrets = new SqlSecrets(from, new WrappingKeys([]))
  await secrets.keepLastLook({ principal: 'p-0', ledger: 'negotiation-talks', revision: 7, at: 1 })
  const copied = await copySecrets(from, to)
  const [tables] = await from.run([
    ["SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"],
  ])
  expect(Object.keys(copied).sort()).toEqual(tables?.rows.map(({ name }) => name).sort())
  const look = new SqlSecrets(to, new WrappingKeys([])).lastLook('p-0', 'negotiation-talks')
  expect(await look).toBe(7)
})
