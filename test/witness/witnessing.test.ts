import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { verify } from '../../src/verify/commands.ts'
import { expectProblem } from '../http/expect-problem.ts'
import { type Answer, type Client, start, started } from '../http/running.ts'
import { PATIENT } from '../patient.ts'
import { SmallWitness } from './witness.ts'

const log = '/v1/negotiations/talks/log'
const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const issue = (n: number) => ({
  ...{ type: 'issue.raised', occurred: '2025-11-02', issue: `i${n}` },
  ...{ title: 'Army', proposition: 'The army is limited' },
})

/** Two witnesses, and a policy that asks for both. */
async function witnessed(quorum = 'all') {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-witness-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const one = await new SmallWitness('one.example/w', 1).start()
  const two = await new SmallWitness('two.example/w', 2).start()
  const policy = join(folder, 'policy')
  const lines = [
    ...[one, two].map((each, n) => `witness w${n + 1} ${each.vkey} ${each.url}`),
    `group both ${quorum} w1 w2`,
    'quorum both',
  ]
  writeFileSync(policy, `${lines.join('\n')}\n`)
  return { folder, one, two, policy }
}

const vkeyOf = async ({ get }: Client) => (await get(`${log}/vkey`)).body.trim() as string
const checkpoint = async ({ get }: Client) => get(`${log}/checkpoint`)
const isMet = async (client: Client) =>
  (await checkpoint(client)).headers.get('unwitnessed') === null

test('heads are cosigned in the background, served with the checkpoint, and verified', async () => {
  const { folder, one, two, policy } = await witnessed()
  const client = await started({ LEDGER_WITNESS_POLICY: policy })
  expect((await client.post('talks', opened)).status).toBe(201)
  // Neither witness knows the log yet.
  const unmet = await checkpoint(client)
  expect(unmet.headers.get('unwitnessed')).toBe('1')
  const vkey = await vkeyOf(client)
  for (const each of [one, two]) each.logs.add(vkey)
  expect((await client.post('talks', issue(1))).status).toBe(201)
  await vi.waitUntil(() => isMet(client), PATIENT)
  const { body: note } = await checkpoint(client)
  expect(note).toContain('\n— one.example/w ')
  expect(note).toContain('\n— two.example/w ')
  const bundle = join(folder, 'talks.bundle')
  writeFileSync(bundle, (await client.get(`${log}/export`)).body)
  const report = await verify(bundle, { key: vkey, checkpoints: [], policy })
  expect(report.exit).toBe(0)
  expect(report.lines.join('\n')).toContain('Witness w1 had seen all of it by')
  const receipt = join(folder, 'receipt')
  writeFileSync(receipt, (await client.get('/v1/negotiations/talks/events/0/receipt')).body)
  expect((await verify(receipt, { key: vkey, checkpoints: [], policy })).exit).toBe(0)
})

test('a write waits for no witness, and what is not witnessed is said and verified to be so', async () => {
  const { folder, one, two, policy } = await witnessed()
  const client = await started({ LEDGER_WITNESS_POLICY: policy })
  two.isStuck = true
  expect((await client.post('talks', opened)).status).toBe(201)
  const vkey = await vkeyOf(client)
  one.logs.add(vkey)
  expect((await client.post('talks', issue(1))).status).toBe(201)
  await vi.waitUntil(async () => (await checkpoint(client)).body.includes('one.example/w'), PATIENT)
  const exported = await client.get(`${log}/export`)
  expect(exported.headers.get('unwitnessed')).toBe('2')
  const bundle = join(folder, 'talks.bundle')
  writeFileSync(bundle, exported.body)
  expect((await verify(bundle, { key: vkey, checkpoints: [], policy })).exit).toBe(3)
})

test('each reply that has a checkpoint or rests on one says that it is not witnessed', async () => {
  const { policy } = await witnessed()
  const client = await started({ LEDGER_WITNESS_POLICY: policy })
  const key = { 'idempotency-key': 'k' }
  const unmet = async (reply: Promise<Answer>) => (await reply).headers.get('unwitnessed')
  expect(await unmet(client.post('talks', opened, key))).toBe('1')
  expect(await unmet(client.post('talks', issue(1)))).toBe('2')
  expect(await unmet(client.post('talks', opened, key))).toBe('2')
  expect(await unmet(client.post('talks', issue(2), {}, '?dryRun=true'))).toBeNull()
  for (const [path, size] of [
    [`${log}/checkpoint?size=1`, '1'],
    [`${log}/vkey`, '2'],
    [`${log}/proof/inclusion?revision=0`, '2'],
    [`${log}/proof/consistency?from=1&to=2`, '2'],
    [`${log}/export?size=1`, '1'],
    ['/v1/negotiations/talks/events/0/receipt', '2'],
    ['/v1/negotiations/talks/issues', null],
  ] as const) {
    expect(await unmet(client.get(path)), path).toBe(size)
  }
  const rotated = await fetch(new URL(`${log}/rotate`, client.url), { method: 'POST' })
  expect(rotated.headers.get('unwitnessed')).toBe('3')
})

test('a witness that has a smaller head is given the proof from there', async () => {
  const { one, two, policy } = await witnessed('any')
  const folder = mkdtempSync(join(tmpdir(), 'ledger-data-'))
  onTestFinished(() => {
    for (const made of [folder, `${folder}-keys`]) rmSync(made, { recursive: true, force: true })
  })
  const own = { LEDGER_DATA: folder, LEDGER_WITNESS_POLICY: policy }
  const first = await start(own)
  await first.post('talks', opened)
  for (const each of [one, two]) each.logs.add(await vkeyOf(first))
  for (const n of [1, 2, 3]) await first.post('talks', issue(n))
  await vi.waitUntil(() => isMet(first), PATIENT)
  await first.stop()
  // Started again, the service asks with 0, is told the size, and asks with the proof from there.
  const again = await start(own)
  await again.post('talks', issue(4))
  await vi.waitUntil(() => isMet(again), PATIENT)
  expect(one.asked.some((request) => /^old 4\n.+\n\n/.test(request))).toBe(true)
  // Heads that were cosigned before keep their cosignatures.
  expect((await again.get(`${log}/checkpoint?size=4`)).body).toContain('— one.example/w ')
  await again.stop()
})

test('a cosignature that cannot be kept costs nothing else, and later ones are asked for', async () => {
  const { one, two, policy } = await witnessed('any')
  const client = await started({ LEDGER_WITNESS_POLICY: policy })
  await client.post('talks', opened)
  for (const each of [one, two]) each.logs.add(await vkeyOf(client))
  const other = new DatabaseSync(join(client.folder, 'cosignatures.sqlite'))
  other.exec('BEGIN IMMEDIATE')
  const asked = one.asked.length
  expect((await client.post('talks', issue(1))).status).toBe(201)
  await vi.waitUntil(() => one.asked.length > asked, PATIENT)
  expect(await isMet(client)).toBe(false)
  other.exec('ROLLBACK')
  other.close()
  expect((await client.post('talks', issue(2))).status).toBe(201)
  await vi.waitUntil(() => isMet(client), PATIENT)
})

test('a policy that cannot be read keeps the service from starting', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-policy-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const policy = join(folder, 'policy')
  writeFileSync(policy, 'witness w1 nothing\n')
  await expect(start({ LEDGER_WITNESS_POLICY: policy })).rejects.toThrow('LEDGER_WITNESS_POLICY')
})

test('a service without a policy says nothing of witnesses', async () => {
  const client = await started()
  await client.post('talks', opened)
  expect((await checkpoint(client)).headers.get('unwitnessed')).toBeNull()
  expectProblem(await client.get('/v1/negotiations/none/log/checkpoint'), 'unknown_negotiation')
})
