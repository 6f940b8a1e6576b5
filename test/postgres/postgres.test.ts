import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { secretsOf } from '../../src/access/open-secrets.ts'
import { PostgresDatabase } from '../../src/access/secrets/postgres-database.ts'
import { SqlSecrets } from '../../src/access/secrets/sql-secrets.ts'
import { WrappingKeys } from '../../src/access/secrets/wrapping-keys.ts'
import { checkSecrets } from '../../src/cli/doctor/secrets.ts'
import { readConfig } from '../../src/settings/config.ts'
import { formsOf, marksIn } from '../access/erasure-canary.ts'
import { secretsContract } from '../access/secrets-contract.ts'
import { ledger } from '../cli/kit.ts'
import { type Asking, startedAsking } from '../http/asking.ts'
import { expectProblem } from '../http/expect-problem.ts'
import { started } from '../http/running.ts'
import { PATIENT } from '../patient.ts'
import { newFolder } from '../store/folder.ts'
import { NO_POSTGRES, PostgresServer, postgresPrograms, query } from './server.ts'

const programs = postgresPrograms()

const opened = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' }
const raised = (issue: string) => ({
  ...{ type: 'issue.raised', occurred: '2026-03-02', issue, title: `Title of ${issue}` },
  ...{ proposition: `It is ${issue}`, level: 'restricted' },
})

/** The settings of a service that keeps its secrets at that address. */
function settings(address: string) {
  const file = join(newFolder(), 'wrapping-key')
  writeFileSync(file, Buffer.alloc(32, 'w').toString('base64'))
  return { LEDGER_SECRETS_STORE: address, LEDGER_WRAPPING_KEY_FILES: file }
}

function post({ as, first }: Asking, body: unknown) {
  const init = { method: 'POST', body: JSON.stringify(body) }
  return as(first, '/v1/negotiations/talks/events', init)
}

if (programs === undefined) {
  describe.skip(NO_POSTGRES, () => {
    it('keeps the contract of the secrets store', () => undefined)
  })
} else {
  const server = await PostgresServer.open(programs)
  afterAll(() => server.stop())

  secretsContract('PostgreSQL', async () => {
    const address = await server.database()
    return {
      open: async (wrappingKeys = [Buffer.alloc(32, 'w')]) => {
        const db = new PostgresDatabase(address)
        await db.migrate()
        return new SqlSecrets(db, new WrappingKeys(wrappingKeys))
      },
    }
  })

  describe('a service with its secrets in PostgreSQL', () => {
    it('says what it lacks while the server is away, reads on, and goes on when it is back', async () => {
      const given = settings(await server.database())
      const service = await startedAsking(given)
      const open = await started(settings(await server.database()))
      const begun = [{ ...opened, levels: ['restricted'] }, raised('dam')]
      expect((await post(service, begun)).status).toBe(201)
      expect((await open.post('talks', begun)).status).toBe(201)
      expect(await checkSecrets(service.folder, given)).toMatchObject([{ state: 'ok' }])

      await server.halt()
      const away = 'cannot be had'
      for (const one of [service, open]) {
        const ready = expectProblem(await one.get('/health/ready'), 'store_unavailable')
        expect([ready.headers.get('retry-after'), ready.body.detail]).toEqual([
          ...['1', expect.stringContaining(away)],
        ])
        expect((await one.get('/health/live')).status).toBe(200)
      }
      const path = '/v1/negotiations/talks'
      expect((await service.as(service.first, path)).status).toBe(200)
      const unknown = service.first.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))
      const unconfirmed = [service.as(unknown, path), service.as(unknown, '/v1/access')]
      for (const asked of [...unconfirmed, post(service, [raised('weir')])]) {
        const problem = expectProblem(await asked, 'store_unavailable')
        expect(problem.headers.get('retry-after')).toBe('1')
      }
      expect((await open.get('/v1/negotiations/talks/issues')).status).toBe(200)
      const hidden = expectProblem(await open.post('talks', raised('gate')), 'store_unavailable')
      expect(hidden.body.detail).toContain(away)
      expect((await open.post('talks', { ...raised('weir'), level: undefined })).status).toBe(201)
      const [check] = await checkSecrets(service.folder, given)
      expect(check).toMatchObject({ state: 'fault', detail: expect.stringContaining('ENOENT') })

      await server.start()
      for (const one of [service, open]) {
        await expect.poll(async () => (await one.get('/health/ready')).status, PATIENT).toBe(200)
      }
      const read = await service.as(service.first, '/v1/negotiations/talks/issues/dam')
      expect(read.body.title).toBe('Title of dam')
      expect((await open.post('talks', raised('gate'))).status).toBe(201)
    })

    it('starts with the wrapping keys of its entries alone, and exchanges them', async () => {
      const given = settings(await server.database())
      const service = await startedAsking(given)
      await post(service, [{ ...opened, levels: ['restricted'] }, raised('dam')])
      const wrapped = () => query(given.LEDGER_SECRETS_STORE, 'SELECT wrapped_by FROM entry_key')
      const before = await wrapped()
      await service.stop()
      const next = join(newFolder(), 'next')
      writeFileSync(next, Buffer.alloc(32, 'n').toString('base64'))
      const own = { ...given, LEDGER_AUTHENTICATION: 'required', LEDGER_DATA: service.folder }
      await expect(started({ ...own, LEDGER_WRAPPING_KEY_FILES: next })).rejects.toThrow(
        'LEDGER_WRAPPING_KEY_FILES lacks the wrapping key',
      )
      const files = `${next},${given.LEDGER_WRAPPING_KEY_FILES}`
      const both = await started({ ...own, LEDGER_WRAPPING_KEY_FILES: files })
      await both.stop()
      expect(await wrapped()).not.toEqual(before)
      const after = await started({ ...own, LEDGER_WRAPPING_KEY_FILES: next })
      const headers = { authorization: `Bearer ${service.first}` }
      const { body } = await after.get('/v1/negotiations/talks/issues/dam', headers)
      expect(body.title).toBe('Title of dam')
    })

    it('takes over the secrets of a service that kept them in a file', async () => {
      const service = await startedAsking()
      const { body: recorded } = await post(service, [
        { ...opened, levels: ['restricted'] },
        raised('dam'),
      ])
      await service.stop()
      const given = settings(await server.database())
      const { id } = recorded.events[1]
      const file = await secretsOf(readConfig({ LEDGER_DATA: service.folder }), Date.now)()
      const key = (await file.store.entryKeys('negotiation-talks', [id])).get(id) as Uint8Array
      await file.store.close()
      const environment = { ...given, LEDGER_DATA: service.folder }
      const copied = await ledger(['access', 'copy-secrets'], { environment })
      expect(JSON.parse(copied.stdout)).toMatchObject({ principal: 1, access_key: 1, entry_key: 1 })
      const [kept] = await query(given.LEDGER_SECRETS_STORE, 'SELECT wrapped_by FROM entry_key')
      expect(kept.wrapped_by).not.toBe('')
      // Neither the server's files nor those of before have the key as it is.
      const folders = [server.folder, `${service.folder}-keys`]
      expect(marksIn(formsOf(key), folders)).toEqual([])
      const again = await ledger(['access', 'copy-secrets'], { environment })
      expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('has rows in') })
      const after = await started({ ...environment, LEDGER_AUTHENTICATION: 'required' })
      const headers = { authorization: `Bearer ${service.first}` }
      const { body } = await after.get('/v1/negotiations/talks/issues/dam', headers)
      expect(body.title).toBe('Title of dam')
    })

    it('leaves tables of a newer version alone', async () => {
      const given = settings(await server.database())
      const version = 'CREATE TABLE secrets_version AS SELECT 99 AS version'
      await query(given.LEDGER_SECRETS_STORE, version)
      const refused = started({ ...given, LEDGER_AUTHENTICATION: 'required' })
      await expect(refused).rejects.toThrow('LEDGER_SECRETS_STORE has tables that a newer version')
    })
  })
}
