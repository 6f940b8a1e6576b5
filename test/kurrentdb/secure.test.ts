import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Credentials, EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Administrator } from '../../src/store/kurrentdb/administrator.ts'
import { connect } from '../http/event-source.ts'
import { expectProblem } from '../http/expect-problem.ts'
import { type Client, started } from '../http/running.ts'
import { NO_SERVER, serverBinary } from './binary.ts'
import { type SecureServer, startSecureServer } from './secure-server.ts'

const SCRIPT = join(import.meta.dirname, '../../src/secure-kurrentdb.ts')
const CLEAR = join(import.meta.dirname, '../../src/clear-metadata.ts')
const PATIENT = { timeout: 120_000, interval: 100 }
const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const listed = {
  ...{ type: 'party.listed', occurred: '2025-11-01', party: 'a', name: 'A' },
  ...{ kind: 'state', role: 'party' },
}
const binary = serverBinary()

describe.skipIf(binary === undefined)(
  binary === undefined ? NO_SERVER : 'a server with TLS, prepared by src/secure-kurrentdb.ts',
  () => {
    let server: SecureServer
    let passwords: string
    let administrators: string
    const folderOf = (user: string) => (user === 'admin' ? administrators : passwords)
    const passwordOf = (user: string) =>
      readFileSync(join(folderOf(user), `${user}.password`), 'utf8')
    const as = (username: string): Credentials => ({ username, password: passwordOf(username) })
    const servedTo = (user: string) => started({ LEDGER_STORE: server.url(user) })
    const own = () => servedTo(`ledger:${passwordOf('ledger')}`)
    const isReady = async (service: Client) => (await service.get('/health/ready')).status

    /** Leaves the server as a preparation does that failed between the user and the rights. */
    async function makeUserWithoutRights() {
      writeFileSync(join(passwords, 'ledger.password'), 'made-before')
      const administrator = new Administrator(server.url())
      const known = { username: 'admin', password: 'changeit' }
      const make = () => administrator.createUser('ledger', 'made-before', known)
      await vi.waitFor(make, PATIENT)
      await administrator.dispose()
    }

    beforeAll(async () => {
      server = await startSecureServer(binary as string)
      passwords = join(server.folder, 'passwords')
      administrators = join(server.folder, 'administrators')
      for (const folder of [passwords, administrators]) mkdirSync(folder)
      await makeUserWithoutRights()
      const words = [SCRIPT, server.url(), administrators, passwords]
      const prepare = () => promisify(execFile)(process.execPath, words)
      // It gives up after two minutes, and goes on where it was.
      await prepare().catch(prepare)
    }, 3 * PATIENT.timeout)
    afterAll(() => server.stop())

    it('serves two services whose user may read and append, and nothing else', async () => {
      const services = [await own(), await own()]
      for (const service of services) {
        await expect.poll(() => isReady(service), PATIENT).toBe(200)
      }
      const [one, other] = services as [Client, Client]
      const talks = `talks-${randomUUID()}`
      const live = await connect(`${other.url}/v1/live`)
      expect((await one.post(talks, opened)).status).toBe(201)
      expect((await live.take(1))[0]).toMatchObject({ data: { negotiation: talks } })
      live.leave()
      const read = () => other.get(`/v1/negotiations/${talks}?minRevision=0`)
      await expect.poll(async () => (await read()).status, PATIENT).toBe(200)
      expect((await other.post(talks, listed)).status).toBe(201)
      const all = async () => JSON.stringify((await other.get('/v1/negotiations')).body)
      await expect.poll(all, PATIENT).toContain(talks)
    })

    it('denies that user what would lose events or change rights', async () => {
      const client = EventStoreDBClient.connectionString(server.url())
      const credentials = as('ledger')
      const stream = `negotiation-${randomUUID()}`
      const event = jsonEvent({ type: 'note', data: {} })
      await client.appendToStream(stream, event, { credentials })
      const denied = [
        client.setStreamMetadata(stream, { maxCount: 1 }, { credentials }),
        client.setStreamMetadata(stream, { acl: { readRoles: ['$all'] } }, { credentials }),
        client.deleteStream(stream, { credentials }),
        client.tombstoneStream(stream, { credentials }),
        client.appendToStream('$settings', event, { credentials }),
        client.appendToStream('$$$all', event, { credentials }),
      ]
      for (const result of await Promise.allSettled(denied)) {
        expect(result).toMatchObject({ status: 'rejected', reason: { type: 'access-denied' } })
      }
      await client.dispose()
    })

    it('serves the other ledgers while one denies its user, and that one again afterwards', async () => {
      const [service, other] = [await own(), await own()] as [Client, Client]
      await expect.poll(() => isReady(service), PATIENT).toBe(200)
      await expect.poll(() => isReady(other), PATIENT).toBe(200)
      const [denied, open] = [`talks-${randomUUID()}`, `talks-${randomUUID()}`]
      for (const talks of [denied, open]) {
        expect((await service.post(talks, opened)).status).toBe(201)
      }
      const client = EventStoreDBClient.connectionString(server.url())
      const credentials = as('admin')
      const only = { readRoles: ['$admins'], writeRoles: ['$admins'] }
      const stream = `negotiation-${denied}`
      await client.setStreamMetadata(stream, { acl: only }, { credentials })

      const why = 'denies access to this user'
      for (const one of [service, other]) {
        const written = await one.post(denied, listed)
        expect(expectProblem(written, 'store_unavailable').body.detail).toContain(why)
        expect((await one.post(open, { ...listed, party: `p-${randomUUID()}` })).status).toBe(201)
        await expect.poll(() => isReady(one), PATIENT).toBe(200)
      }

      await client.setStreamMetadata(stream, {}, { credentials })
      const read = async (one: Client) => {
        const { status, body } = await one.get(`/v1/negotiations/${denied}/parties`)
        return status === 200 ? body.parties.length : body.code
      }
      await expect.poll(async () => (await service.post(denied, listed)).status, PATIENT).toBe(201)
      for (const one of [service, other]) await expect.poll(() => read(one), PATIENT).toBe(1)
      await client.dispose()
    })

    it('serves a ledger again whose retention or deletion src/clear-metadata.ts took back', async () => {
      const service = await own()
      await expect.poll(() => isReady(service), PATIENT).toBe(200)
      const client = EventStoreDBClient.connectionString(server.url())
      const credentials = as('admin')
      const talks = `talks-${randomUUID()}`
      const stream = `negotiation-${talks}`
      const words = [CLEAR, server.url(), talks, join(administrators, 'admin.password')]
      const clear = () => promisify(execFile)(process.execPath, words)
      const parties = async () => (await service.get(`/v1/negotiations/${talks}/parties`)).status
      expect((await service.post(talks, opened)).status).toBe(201)
      await expect(clear()).rejects.toMatchObject({ code: 1 })
      for (const harmed of [
        () => client.setStreamMetadata(stream, { maxCount: 1 }, { credentials }),
        () => client.deleteStream(stream, { credentials }),
      ]) {
        await harmed()
        await expect.poll(parties, PATIENT).toBe(500)
        expect((await clear()).stdout).toBe(`Cleared: ${stream} has its first event.\n`)
        await expect.poll(parties, PATIENT).toBe(200)
      }
      const asService = [CLEAR, server.url(), talks]
      await expect(promisify(execFile)(process.execPath, asService)).rejects.toMatchObject({
        code: 1,
      })
      await client.dispose()
    })

    it('keeps the password of administrators apart from what services read', () => {
      expect(readdirSync(passwords)).toEqual(['ledger.password'])
      expect(readdirSync(administrators)).toEqual(['admin.password'])
      expect(statSync(join(administrators, 'admin.password')).mode & 0o777).toBe(0o600)
    })

    it('knows its users no longer by the password that everybody knows', async () => {
      const administrator = new Administrator(server.url())
      for (const username of ['admin', 'ops']) {
        expect(await administrator.knows({ username, password: 'changeit' })).toBe(false)
      }
      await administrator.dispose()
    })

    it.each([
      ['a user without rights', 'guest:guest'],
      ['a user that it does not know', 'nobody:nothing'],
    ])('turns away a service as %s, which is not ready, and says why', async (_, user) => {
      const why = 'denies access to this user, or does not know it by this password'
      if (user.startsWith('guest')) {
        const administrator = new Administrator(server.url())
        await administrator.createUser('guest', 'guest', as('admin'))
        await administrator.dispose()
      }
      const service = await servedTo(user)
      const ready = async () => (await service.get('/health/ready')).body.detail
      await expect.poll(ready, PATIENT).toContain(why)
      const refused = expectProblem(await service.post('talks', opened), 'store_unavailable')
      expect(refused.body.detail).toContain(why)
    })
  },
)
