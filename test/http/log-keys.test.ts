import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { KEY_ROTATED, LOG_MOVED } from '../../src/log/key-history.ts'
import { readVkey } from '../../src/log/note.ts'
import { compareCheckpoints } from '../../src/verify/commands.ts'
import type { Findings } from '../../src/verify/findings.ts'
import { BundleVerifier } from '../../src/verify/verifier.ts'
import { expectProblem } from './expect-problem.ts'
import { ask, type Client, start, started } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const issue = (n: number) => ({
  ...{ type: 'issue.raised', occurred: '2025-11-02', issue: `i${n}` },
  ...{ title: 'Army', proposition: 'The army is limited' },
})

const log = '/v1/negotiations/talks/log'

const record = async ({ post }: Client, ...commands: object[]) => {
  for (const command of commands) expect((await post('talks', command)).status).toBe(201)
}

const vkeyOf = async ({ get }: Client) => (await get(`${log}/vkey`)).body.trim() as string

const send = (client: Client, path: string, headers: Record<string, string> = {}) =>
  ask(new URL(path, client.url), { method: 'POST', headers })

const rotate = (client: Client) => send(client, `${log}/rotate`)
const move = (client: Client, to: string) => send(client, `${log}/move`, { 'log-key': to })

const exported = async ({ get }: Client, query = '') =>
  (await get(`${log}/export${query}`)).body as string

function verified(bundle: string, vkey: string, held: readonly string[] = []): Findings {
  const verifier = new BundleVerifier({ key: readVkey(vkey), held })
  for (const line of bundle.trimEnd().split('\n')) verifier.next(Buffer.from(line))
  return verifier.end()
}

function importBundle(client: Client, text: string, vkey: string) {
  const url = new URL('/v1/negotiations/talks/import?form=bundle', client.url)
  const headers = { 'content-type': 'application/x-ndjson', 'log-key': vkey }
  return ask(url, { method: 'POST', headers, body: text })
}

/** The key that a service has for the ledger of another. */
const nextAt = async ({ get }: Client, origin = 'old.example/n/talks') =>
  (await get(`/v1/log-key?origin=${encodeURIComponent(origin)}`)).body.trim() as string

test('a rotation is an entry, and whoever has an older key follows', async () => {
  const client = await started()
  await record(client, opened, issue(1))
  const first = await vkeyOf(client)
  const held = (await client.get(`${log}/checkpoint`)).body
  const done = await rotate(client)
  expect(done).toMatchObject({ status: 201, body: { revision: 2, type: KEY_ROTATED, from: first } })
  const second = await vkeyOf(client)
  expect(second).toBe(done.body.to)
  expect(second).not.toBe(first)
  await record(client, issue(2))
  expect((await rotate(client)).body).toMatchObject({ revision: 4, from: second })
  await record(client, issue(3))
  const bundle = await exported(client)
  for (const key of [first, second, await vkeyOf(client)]) {
    expect(verified(bundle, key, [held]).keys).toHaveLength(3)
  }
  // A head from before is signed by the key of then.
  expect(verified(await exported(client, '?size=2'), first).head.size).toBe(2)
})

test('checkpoints from before and after a rotation are compared with both keys', async () => {
  const client = await started()
  await record(client, opened, issue(1))
  const folder = mkdtempSync(join(tmpdir(), 'ledger-compare-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const first = await vkeyOf(client)
  const older = file('older', (await client.get(`${log}/checkpoint`)).body)
  await rotate(client)
  await record(client, issue(2))
  const newer = file('newer', (await client.get(`${log}/checkpoint`)).body)
  const proof = file('proof', (await client.get(`${log}/proof/consistency?from=2&to=4`)).body)
  const keys = [first, await vkeyOf(client)]
  expect(compareCheckpoints(older, newer, { keys, proof }).exit).toBe(0)
  const { exit, lines } = compareCheckpoints(older, newer, { keys: [first], proof })
  expect([exit, lines.join()]).toEqual([1, expect.stringContaining('give --key for each key')])
})

test('an entry about the log is shown, is no fact, and is neither recorded nor corrected', async () => {
  const client = await started()
  await record(client, opened)
  await rotate(client)
  const shown = await client.get('/v1/negotiations/talks/events/1')
  expect(shown.body.event).toMatchObject({ header: { type: KEY_ROTATED }, body: {} })
  expect(shown.body.standing).toBeNull()
  expect((await client.get('/v1/negotiations/talks/timeline')).body.items).toHaveLength(1)
  const { id } = shown.body.event.header
  const voided = { type: 'entry.voided', occurred: '2025-11-02', target: id, reason: 'duplicate' }
  expectProblem(await client.post('talks', voided), 'unknown_target')
  const { body } = shown.body.event
  const own = { type: KEY_ROTATED, occurred: '2025-11-02', ...body }
  expectProblem(await client.post('talks', own), 'malformed')
  await record(client, issue(1))
})

test('a ledger that is moved is written there, and read alone where it was', async () => {
  const old = await started({ LEDGER_ORIGIN: 'old.example' })
  const there = await started({ LEDGER_ORIGIN: 'new.example' })
  await record(old, opened, issue(1))
  const first = await vkeyOf(old)
  const to = await nextAt(there)
  expect(await move(old, to)).toMatchObject({ status: 201, body: { type: LOG_MOVED, to } })
  expectProblem(await old.post('talks', issue(2)), 'ledger_foreign')
  expectProblem(await move(old, to), 'ledger_foreign')
  expectProblem(await rotate(old), 'ledger_foreign')
  expect((await old.get('/v1/negotiations/talks/issues')).body.issues).toHaveLength(1)
  const bundle = await exported(old)
  const held = (await old.get(`${log}/checkpoint`)).body
  expect(await importBundle(there, bundle, first)).toMatchObject({ status: 201 })
  await record(there, issue(2), issue(3))
  expect(await vkeyOf(there)).toBe(to)
  const findings = verified(await exported(there), first, [held])
  expect(findings).toMatchObject({ head: { origin: 'old.example/n/talks', size: 5 } })
  expect(findings.manifest.signedFrom).toBe(0)

  // And back: the copy that stayed is brought up to date, and goes on by a key that it never had.
  const back = await nextAt(old)
  expect(back).not.toBe(first)
  expect((await move(there, back)).status).toBe(201)
  expect(await importBundle(old, await exported(there), first)).toMatchObject({ status: 201 })
  await record(old, issue(4))
  expect(verified(await exported(old), first, [held]).keys).toHaveLength(3)
  expectProblem(await there.post('talks', issue(5)), 'ledger_foreign')
})

test('a copy that was read alone is written once its log is moved there', async () => {
  const old = await started({ LEDGER_ORIGIN: 'old.example' })
  const there = await started()
  await record(old, opened)
  const first = await vkeyOf(old)
  await importBundle(there, await exported(old), first)
  expectProblem(await there.post('talks', issue(1)), 'ledger_foreign')
  await record(old, issue(1))
  await importBundle(there, await exported(old), first)
  expect(await exported(there)).toBe(await exported(old))
  await move(old, await nextAt(there))
  await importBundle(there, await exported(old), first)
  await record(there, issue(2))
  expect(verified(await exported(there), first).head.size).toBe(4)
})

test('a log is moved to a key of its own name alone', async () => {
  const client = await started()
  await record(client, opened)
  const other = await nextAt(client, 'else.example/n/talks')
  expectProblem(await move(client, other), 'header_invalid')
  expectProblem(await send(client, `${log}/move`), 'header_invalid')
  const absent = '/v1/negotiations/nowhere/log/rotate'
  expectProblem(await send(client, absent), 'unknown_negotiation')
  expectProblem(await client.get('/v1/log-key?origin=talks'), 'parameter_invalid')
})

test('another seed takes over by a rotation, and the service goes on with it alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-seeds-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const seeds = ['old', 'new'].map((name, n) => {
    const file = join(folder, name, 'seed')
    return { file, text: `${Buffer.alloc(32, n + 1).toString('base64')}\n` }
  }) as [{ file: string; text: string }, { file: string; text: string }]
  for (const { file, text } of seeds) {
    mkdirSync(join(file, '..'))
    writeFileSync(file, text)
  }
  const [before, after] = seeds
  const data = join(folder, 'data')
  const run = async (own: Record<string, string>, work: (client: Client) => Promise<unknown>) => {
    const client = await start({ LEDGER_DATA: data, ...own })
    try {
      await work(client)
    } finally {
      await client.stop()
    }
  }
  let first = ''
  const key = { 'idempotency-key': 'k' }
  await run({ LEDGER_SEED_FILE: before.file }, async (client) => {
    expect((await client.post('talks', opened, key)).status).toBe(201)
    first = await vkeyOf(client)
  })
  const both = { LEDGER_SEED_FILE: before.file, LEDGER_NEXT_SEED_FILE: after.file }
  await run(both, async (client) => {
    expect(await vkeyOf(client)).toBe(first)
    await rotate(client)
    await record(client, issue(1))
  })
  rmSync(join(data, 'seed-id'))
  const alone = { LEDGER_SEED_FILE: after.file }
  await run({ ...alone, LEDGER_FORMER_SEED_FILES: before.file }, async (client) => {
    expect((await client.post('talks', opened, key)).body).toMatchObject({ replayed: true })
  })
  await run(alone, async (client) => {
    expectProblem(await client.post('talks', opened, key), 'idempotency_key_reused')
    await record(client, issue(2))
    expect(verified(await exported(client), first).head.size).toBe(4)
    // The key of before is gone, and with it what it alone could sign.
    expectProblem(await client.get(`${log}/checkpoint?size=1`), 'ledger_foreign')
  })
})
