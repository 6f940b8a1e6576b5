import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { scopes } from '../../src/access/principal.ts'
import { erasureCanary, marksIn } from '../access/erasure-canary.ts'
import { startedAsking } from '../http/asking.ts'
import { expectProblem } from '../http/expect-problem.ts'
import { ask } from '../http/running.ts'
import { runMain, urlOf } from '../http/spawned.ts'
import { serverBinary } from '../kurrentdb/binary.ts'
import { startServer } from '../kurrentdb/server.ts'
import { PATIENT } from '../patient.ts'
import { newFolder } from '../store/folder.ts'
import { PostgresServer, postgresPrograms } from './server.ts'

const [programs, binary] = [postgresPrograms(), serverBinary()]

const talks = '/v1/negotiations/talks'
const raised = (issue: string) => ({
  ...{ type: 'issue.raised', occurred: '2026-03-02', issue, title: `kingfisher-${issue}` },
  ...{ proposition: `It is ${issue}`, level: 'restricted' },
})
const posting = (body: unknown, headers = {}): RequestInit => ({
  ...{ method: 'POST', body: JSON.stringify(body), headers },
})

if (programs === undefined || binary === undefined) {
  describe.skip('instances that share KurrentDB and PostgreSQL (one of them is not there)', () => {
    it('erase an entry everywhere', () => undefined)
  })
} else {
  const postgres = await PostgresServer.open(programs)
  afterAll(() => postgres.stop())

  /** Settings of instances that share servers, and the folders of the servers. */
  const shared = async () => {
    const server = await startServer(binary)
    onTestFinished(() => server.stop())
    const folder = newFolder()
    const files = { key: join(folder, 'wrapping-key'), seed: join(folder, 'seed') }
    for (const [at, file] of Object.values(files).entries()) {
      writeFileSync(file, Buffer.alloc(32, at + 1).toString('base64'))
    }
    const settings = {
      ...{ LEDGER_STORE: server.url, LEDGER_SEED_FILE: files.seed },
      ...{ LEDGER_SECRETS_STORE: await postgres.database() },
      LEDGER_WRAPPING_KEY_FILES: files.key,
    }
    return { settings, folders: [postgres.folder, ...server.nodes.map(({ data }) => data)] }
  }

  describe('instances that share KurrentDB and PostgreSQL', () => {
    erasureCanary('KurrentDB and PostgreSQL', async () => ({ ...(await shared()), hasFile: false }))

    it('hold nothing of an entry that another erased while they ran, or were off', async () => {
      const { settings } = await shared()
      const one = await startedAsking(settings)
      const admin = await one.makeKey({ name: 'Second', scopes })
      const opened = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' }
      const begun = [{ ...opened, levels: ['restricted'] }, raised('dam')]
      const key = { 'idempotency-key': 'weir' }
      const { body } = await one.as(one.first, `${talks}/events`, posting(begun))
      const { body: second } = await one.as(
        one.first,
        `${talks}/events`,
        posting(raised('weir'), key),
      )
      await one.grant('talks', admin.principal, 'admin')
      const erase = async (target: string) => {
        await one.as(one.first, `${talks}/erasures`, posting({ target, reason: 'It was asked.' }))
        const isErased = async () => {
          await one.as(admin.key, `${talks}/erasures/${target}/confirm`, { method: 'POST' })
          return (await one.as(one.first, `${talks}/events/${target}`)).body.event?.isErased
        }
        await expect.poll(isErased, PATIENT).toBe(true)
      }
      const data = newFolder()
      const titleOf = ({ body: { title } }: { body: { title?: string } }) => title

      const other = await otherOn(data, settings)
      const issue = (at: typeof other, name: string) => at.as(one.first, `${talks}/issues/${name}`)
      for (const name of ['dam', 'weir']) {
        const title = async () => titleOf(await issue(other, name))
        await expect.poll(title, PATIENT).toBe(`kingfisher-${name}`)
      }
      expect(await other.holds()).toEqual(['kingfisher-dam', 'kingfisher-weir'])
      await erase(body.events[1].id)
      const status = async () => (await issue(other, 'dam')).status
      await expect.poll(status, PATIENT).toBe(404)
      expect(await other.holds()).toEqual(['kingfisher-weir'])
      await other.end()

      await erase(second.events[0].id)
      const again = await otherOn(data, settings)
      await expect
        .poll(async () => (await issue(again, 'weir')).body.code, PATIENT)
        .toBe('unknown_then')
      expect(await again.holds()).toEqual([])
      const repeated = await again.as(one.first, `${talks}/events`, posting(raised('weir'), key))
      expect(expectProblem(repeated, 'entry_erased').status).toBe(410)
      await again.end()
      expect(marksIn(['kingfisher'], [data])).toEqual([])
    })
  })
}

/** Another instance, in a process of its own, which shows what it has in memory. */
async function otherOn(data: string, settings: Readonly<Record<string, string>>) {
  const folder = newFolder()
  const child = runMain({
    ...settings,
    ...{ LEDGER_DATA: data, LEDGER_PORT: '0', LEDGER_AUTHENTICATION: 'required' },
    NODE_OPTIONS: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${folder}`,
  })
  child.stderr.resume()
  const url = await urlOf(child)
  return {
    as: (key: string, path: string, init?: RequestInit) => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
      const own = { ...init, headers: { ...headers, ...(init?.headers as object) } }
      return ask(new URL(path, url), own)
    },
    /** The titles of entries that are in its memory. */
    async holds(): Promise<string[]> {
      child.kill('SIGUSR2')
      const whole = () => {
        const [name] = readdirSync(folder)
        const text = name === undefined ? '' : readFileSync(join(folder, name), 'latin1')
        return text.trimEnd().endsWith('}') ? text : ''
      }
      await expect.poll(whole, PATIENT).not.toBe('')
      const text = whole()
      for (const name of readdirSync(folder)) rmSync(join(folder, name))
      return ['kingfisher-dam', 'kingfisher-weir'].filter((title) => text.includes(title))
    },
    async end() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
