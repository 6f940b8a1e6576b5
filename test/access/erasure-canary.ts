import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import type { Readable } from 'node:stream'
import { expect, it, onTestFinished, vi } from 'vitest'
import { secretsOf } from '../../src/access/open-secrets.ts'
import { scopes } from '../../src/access/principal.ts'
import { SqlSecrets } from '../../src/access/secrets/sql-secrets.ts'
import { keysFolder } from '../../src/files.ts'
import { readConfig } from '../../src/settings/config.ts'
import { asking, firstKeyIn } from '../http/asking.ts'
import { expectProblem } from '../http/expect-problem.ts'
import { start } from '../http/running.ts'
import { runMain, urlOf } from '../http/spawned.ts'
import { PATIENT } from '../patient.ts'
import { newFolder } from '../store/folder.ts'

const CANARY = 'kingfisher-canary'
const talks = '/v1/negotiations/talks'
const ledger = 'negotiation-talks'

/** Where a service keeps what it has. */
export interface Kept {
  readonly settings: Readonly<Record<string, string>>
  /** Folders of the servers that keep a part of it. */
  readonly folders: readonly string[]
  /** True if the secrets are in a file of the service's own. */
  readonly hasFile: boolean
}

const posting = (body: unknown, headers = {}): RequestInit => ({
  ...{ method: 'POST', body: JSON.stringify(body), headers },
})
const raised = (issue: string, title: string) => ({
  ...{ type: 'issue.raised', occurred: '2026-03-02', issue, title },
  ...{ proposition: `It is ${issue}`, level: 'restricted' },
})

/**
 * The promise of an erasure: text, salt and key of the entry are nowhere, also if the process is killed
 * between the event and the destruction of the key, or an older copy of the secrets is put back.
 */
export function erasureCanary(name: string, kept: () => Promise<Kept>): void {
  it(`text, salt and key of an erased entry are nowhere, also after a kill: ${name}`, async () => {
    const { settings, folders, hasFile } = await kept()
    const [data, keys, copies] = [newFolder(), newFolder(), newFolder()]
    const file = join(keys, 'secrets.sqlite')
    const own = {
      ...{ LEDGER_DATA: data, LEDGER_AUTHENTICATION: 'required' },
      ...{ LEDGER_SECRETS_FILE: file, LEDGER_SEED_FILE: join(keys, 'seed') },
      ...settings,
    }
    writeFileSync(own.LEDGER_SEED_FILE, `${randomBytes(32).toString('base64')}\n`)
    // Beside the data are the reads that were noted.
    onTestFinished(() => rmSync(keysFolder(data), { recursive: true, force: true }))
    const all = [data, keysFolder(data), keys, copies, ...folders]
    const { log, first, send, ended } = await killedAtErasure(own)
    const admin = await send('/v1/access/keys', { name: 'Second', scopes })
    const opened = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' }
    const many = Array.from({ length: 60 }, (_, index) => raised(`issue-${index}`, 'Other'))
    await send(`${talks}/events`, [{ ...opened, levels: ['restricted'] }, ...many])
    const recorded = raised('dam', CANARY)
    const repeated = { 'idempotency-key': 'canary' }
    const { events } = await send(`${talks}/events`, recorded, repeated)
    const target = events[0].id
    const { principal } = admin
    await send(`${talks}/roles`, { type: 'role.granted', principal, role: 'admin' })
    const { event } = await send(`${talks}/events/${target}`)
    expect(event.body.title).toBe(CANARY)
    const search = `/v1/search?negotiation=talks&q=${CANARY}`
    await expect.poll(async () => (await send(search)).items.length, PATIENT).toBe(1)
    await send(`${talks}/erasures`, { target, reason: 'It was asked.' })
    const confirmation = posting({}, { authorization: `Bearer ${admin.key}` })
    await expect(send(`${talks}/erasures/${target}/confirm`, confirmation)).rejects.toThrow()
    expect(await ended).toBe('SIGKILL')

    const secrets = await secretsOf(readConfig(own), Date.now)()
    const key = (await secrets.store.entryKeys(ledger, [target])).get(target)!
    await secrets.store.close()
    const marks = [CANARY, ...formsOf(Buffer.from(event.salt, 'base64url')), ...formsOf(key)]
    const before = hasFile ? readFileSync(file) : undefined
    expect(marksIn(marks, all)).toEqual(hasFile ? [Buffer.from(key).toString('latin1')] : [])

    // While the key is still there, the entry is erased for everybody all the same.
    const destroying = vi.spyOn(SqlSecrets.prototype, 'destroyEntryKeys')
    destroying.mockRejectedValue(new Error('not yet'))
    const running = await start(own)
    const service = asking(running, first)
    const expectClean = async () => {
      const paths = ['', '/issues', '/history', '/events', '/log/export', `/events/${target}`]
      for (const path of paths) {
        let reply = ''
        const ask = async () => {
          const { status, body } = await service.as(first, `${talks}${path}`)
          reply = JSON.stringify(body)
          return status
        }
        await expect.poll(ask, PATIENT).toBe(200)
        for (const mark of marks) expect(reply.includes(mark), `${mark} in ${path}`).toBe(false)
      }
    }
    await expectClean()
    destroying.mockRestore()

    await expect.poll(() => destroyed(service, target), PATIENT).toBe(true)
    await expectClean()
    expect(marksIn(marks, all)).toEqual([])
    const again = await service.as(first, `${talks}/events`, posting(recorded, repeated))
    expectProblem(again, 'entry_erased')
    expect(again.status).toBe(410)
    await running.dispose()
    expect(marksIn(marks, all)).toEqual([])
    expect(marks.filter((mark) => log().includes(mark))).toEqual([])
    if (before === undefined) return

    // A backup of what is stored, made now, has no more than that.
    const stored = new DatabaseSync(join(data, 'ledger.sqlite'), { readOnly: true })
    await backup(stored, join(copies, 'copy.sqlite'))
    stored.close()
    writeFileSync(file, before)
    const restored = runMain({ ...own, LEDGER_PORT: '0', LEDGER_LOG_LEVEL: 'trace' })
    const second = textOf(restored.stdout)
    const gone = once(restored, 'exit')
    await urlOf(restored)
    await expect.poll(() => marksIn(marks, all), PATIENT).toEqual([])
    restored.kill()
    await gone
    expect(second().split('\n').length).toBeGreaterThan(1)
    expect(marks.filter((mark) => second().includes(mark))).toEqual([])
  })
}

/** A service in a process of its own that ends when it is to destroy the key of an erased entry. */
async function killedAtErasure(settings: Readonly<Record<string, string>>) {
  const child = runMain({ ...settings, LEDGER_PORT: '0', LEDGER_LOG_LEVEL: 'trace' }, [
    join(import.meta.dirname, 'killing-eraser.ts'),
  ])
  const ended = once(child, 'exit').then(([code, signal]) => signal ?? code)
  const [log, told] = [textOf(child.stdout), textOf(child.stderr)]
  const url = await urlOf(child)
  await expect.poll(() => firstKeyIn(told()), PATIENT).not.toBe('')
  const first = firstKeyIn(told())
  /** Gets a path, or posts a body to it, with the first key. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look at JSON as it comes
  const send = async (path: string, body?: unknown, headers = {}): Promise<any> => {
    const isInit = body !== undefined && 'method' in (body as object)
    const init = isInit ? (body as RequestInit) : body === undefined ? {} : posting(body, headers)
    const credentials = { authorization: `Bearer ${first}`, 'content-type': 'application/json' }
    const sent = { ...credentials, ...(init.headers as object) }
    const response = await fetch(`${url}${path}`, { ...init, headers: sent })
    expect(response.ok, await response.clone().text()).toBe(true)
    return response.json()
  }
  const roles = async () => (await send('/v1/access')).roles
  await expect.poll(roles, PATIENT).toContain('operator')
  return { log, first, send, ended }
}

/** All that a stream has given so far. */
function textOf(stream: Readable): () => string {
  let text = ''
  stream.on('data', (part) => {
    text += part
  })
  return () => text
}

async function destroyed(service: ReturnType<typeof asking>, target: string): Promise<boolean> {
  const { body } = await service.as(service.first, `${talks}/erasures`)
  return body.items.every((one: { target: string }) => one.target !== target)
}

/** Bytes as they may stand in a file or a reply. */
export function formsOf(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes)
  const texts = (['hex', 'base64url', 'base64'] as const).map((form) => buffer.toString(form))
  return [buffer.toString('latin1'), ...texts]
}

/** The marks that are in a file of folders. */
export function marksIn(marks: readonly string[], folders: readonly string[]): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name)).toString('latin1')),
  )
  return marks.filter((mark) => files.some((text) => text.includes(mark)))
}
