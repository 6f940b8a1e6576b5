import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { readCheckpoint } from '../../src/log/checkpoint.ts'
import { leafHash } from '../../src/log/hashes.ts'
import { readNote, readVkey, signatureBy } from '../../src/log/note.ts'
import { checkConsistency, rootOfInclusion } from '../../src/log/proof.ts'
import { readHashLines, readTlogProof } from '../../src/log/tlog-proof.ts'
import { Tree } from '../../src/log/tree.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { generate } from '../generator/generate.ts'
import { expectProblem } from './expect-problem.ts'
import { exported, importCommands, ndjson } from './importing.ts'
import { type Client, start, started } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const issue = (n: number) => ({
  ...{ type: 'issue.raised', occurred: '2025-11-02', issue: `i${n}` },
  ...{ title: 'Army', proposition: 'The army is limited' },
})

const log = (client: Client, path: string, negotiation = 'talks') =>
  client.get(`/v1/negotiations/${negotiation}/log/${path}`)

async function bytesOf(client: Client, path: string): Promise<Buffer> {
  const response = await fetch(`${client.url}/v1/negotiations/talks/log/${path}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toContain('immutable')
  return Buffer.from(await response.arrayBuffer())
}

/** The checkpoint that the service gives, verified with the key that it gives. */
async function checkpointOf(client: Client, query = '') {
  const { body: vkey } = await log(client, 'vkey')
  const { body: text } = await log(client, `checkpoint${query}`)
  const note = readNote(text)
  expect(signatureBy(readVkey(vkey.trim()), note)).toBeDefined()
  return readCheckpoint(note)
}

/** The tree over the headers that the service exports. */
async function treeOf(client: Client): Promise<Tree> {
  const tree = new Tree()
  const lines = (await exported(client.url, 'talks')).trim().split('\n')
  for (const line of lines) tree.add(leafHash(JSON.parse(line).header))
  return tree
}

/** A folder for data that outlives a service, gone with the test. */
function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'data')
}

async function tall(events: number): Promise<Client> {
  const client = await started()
  const commands = [...generate({ seed: 16, events })].map(({ command }) => command)
  await importCommands(client.url, 'talks', ndjson(commands))
  return client
}

describe('a checkpoint', () => {
  test('covers every event that was acknowledged, and is signed by the key of the ledger', async () => {
    const client = await started()
    const receipts = [await client.post('talks', opened), await client.post('talks', issue(1))]
    const { origin, size, root } = await checkpointOf(client)
    expect({ origin, size }).toEqual({ origin: 'localhost/n/talks', size: 2 })
    const leaves = receipts.map(({ body }) => Buffer.from(body.events[0].leafHash, 'hex'))
    const tree = new Tree()
    for (const leaf of leaves) tree.add(leaf)
    expect(Buffer.from(root)).toEqual(Buffer.from(tree.root()))
  })

  test('is the same text for the same size, now and later', async () => {
    const client = await started()
    await client.post('talks', opened)
    const { body: first } = await log(client, 'checkpoint')
    await client.post('talks', issue(1))
    expect((await log(client, 'checkpoint')).body).not.toBe(first)
    expect((await log(client, 'checkpoint?size=1')).body).toBe(first)
  })

  test('has another key in another ledger, and the same one after a restart', async () => {
    const data = dataFolder()
    const one = await start({ LEDGER_DATA: data })
    await one.post('talks', opened)
    await one.post('others', opened)
    const keys = [(await log(one, 'vkey')).body, (await log(one, 'vkey', 'others')).body]
    expect(keys[0].split('+')[2]).not.toBe(keys[1].split('+')[2])
    await one.dispose()
    const again = await started({ LEDGER_DATA: data })
    expect((await log(again, 'vkey')).body).toBe(keys[0])
  })

  test('is given of no negotiation that is not there, and of no size beyond the head', async () => {
    const client = await started()
    expectProblem(await log(client, 'checkpoint'), 'unknown_negotiation')
    await client.post('talks', opened)
    for (const path of ['checkpoint?size=2', 'checkpoint?size=0', 'checkpoint?size=x']) {
      expectProblem(await log(client, path), 'parameter_invalid')
    }
  })
})

describe('proofs', () => {
  test('of each entry, and of each size, lead to signed roots', async () => {
    const client = await tall(300)
    const tree = await treeOf(client)
    const headers = (await exported(client.url, 'talks')).trim().split('\n')
    for (const [revision, size] of [
      [0, 1],
      [0, 300],
      [255, 256],
      [256, 300],
      [299, 300],
    ] as const) {
      const { body } = await log(client, `proof/inclusion?revision=${revision}&size=${size}`)
      const proof = readTlogProof(body)
      expect(proof.index).toBe(revision)
      const leaf = leafHash(JSON.parse(headers[revision] as string).header)
      const root = rootOfInclusion(revision, size, leaf, proof.hashes)
      const head = readCheckpoint(readNote(proof.checkpoint))
      expect(Buffer.from(root)).toEqual(Buffer.from(head.root))
      expect(Buffer.from(root)).toEqual(Buffer.from(tree.root(size)))
    }
    for (const [from, to] of [
      [1, 300],
      [256, 257],
      [299, 300],
      [300, 300],
    ] as const) {
      const { body } = await log(client, `proof/consistency?from=${from}&to=${to}`)
      const hashes = readHashLines(body.split('\n').slice(0, -1))
      const head = (size: number) => ({ size, root: tree.root(size) })
      checkConsistency(head(from), head(to), hashes)
    }
  })

  test('are refused of what the log has not, by the name of the parameter', async () => {
    const client = await started()
    await client.post('talks', opened)
    for (const [path, parameter] of [
      ['proof/inclusion?revision=1', 'revision'],
      ['proof/inclusion?revision=0&size=2', 'size'],
      ['proof/inclusion', 'revision'],
      ['proof/consistency?from=0', 'from'],
      ['proof/consistency?from=2', 'from'],
      ['proof/consistency?from=1&to=9', 'to'],
    ] as const) {
      const { body } = expectProblem(await log(client, path), 'parameter_invalid')
      expect(body.errors[0].parameter).toBe(parameter)
    }
  })
})

describe('tiles', () => {
  test('have the hashes of the tree and the bytes of the headers', async () => {
    const client = await tall(600)
    const tree = await treeOf(client)
    const tile = (level: number, index: number, width: number) => tree.tile(level, index, width)
    expect(await bytesOf(client, 'tile/0/001')).toEqual(tile(0, 1, 256))
    expect(await bytesOf(client, 'tile/0/002.p/88')).toEqual(tile(0, 2, 88))
    expect(await bytesOf(client, 'tile/0/002.p/7')).toEqual(tile(0, 2, 7))
    expect(await bytesOf(client, 'tile/1/000.p/2')).toEqual(tile(1, 0, 2))
    const headers = (await exported(client.url, 'talks')).trim().split('\n')
    let bundle = await bytesOf(client, 'tile/entries/002.p/88')
    for (const line of headers.slice(512, 600)) {
      const length = bundle.readUInt16BE()
      expect(bundle.toString('utf8', 2, 2 + length)).toBe(JSON.parse(line).header)
      bundle = bundle.subarray(2 + length)
    }
    expect(bundle).toHaveLength(0)
  })

  describe('that are not there', () => {
    let client: Awaited<ReturnType<typeof start>>
    beforeAll(async () => {
      client = await start()
      await client.post('talks', opened)
    })
    afterAll(() => client.dispose())

    test.each([
      'tile/0/000',
      'tile/0/001.p/1',
      'tile/0/000.p/2',
      'tile/0/000.p/256',
      'tile/0/x000/000.p/1',
      'tile/0/x001/000',
      'tile/0/x001/000.p/1',
      'tile/0/000/1',
      'tile/1/000.p/1',
      'tile/63/000.p/1',
      'tile/entries/000',
      'tile/entries/000.p/2',
    ])('are not found: %s', async (path) => {
      expectProblem(await log(client, path), 'not_found')
    })
  })
})

describe('what was signed is not unsigned', () => {
  test('an older copy of the data folder is noticed: nothing is added to it or signed', async () => {
    const data = dataFolder()
    const one = await start({ LEDGER_DATA: data })
    await one.post('talks', opened)
    await one.stop()
    cpSync(data, `${data}-copy`, { recursive: true })
    const two = await start({ LEDGER_DATA: data })
    await two.post('talks', issue(1))
    await two.stop()
    rmSync(data, { recursive: true })
    cpSync(`${data}-copy`, data, { recursive: true })
    const restored = await started({ LEDGER_DATA: data })
    expectProblem(await restored.post('talks', issue(2)), 'ledger_rolled_back')
    expectProblem(await log(restored, 'checkpoint'), 'ledger_rolled_back')
    expect((await restored.get('/v1/negotiations/talks')).status).toBe(200)
    expect((await restored.post('others', opened)).status).toBe(201)
  })

  test('nor is a history that goes on differently from an older copy', async () => {
    const data = dataFolder()
    const one = await start({ LEDGER_DATA: data })
    await one.post('talks', opened)
    await one.stop()
    cpSync(data, `${data}-copy`, { recursive: true })
    const two = await start({ LEDGER_DATA: data })
    await two.post('talks', issue(1))
    await two.stop()
    const fork = await start({ LEDGER_DATA: `${data}-copy`, LEDGER_SEED_FILE: otherHeads(data) })
    await fork.post('talks', [issue(2), issue(3)])
    await fork.stop()
    const mixed = { LEDGER_DATA: `${data}-copy`, LEDGER_SEED_FILE: join(`${data}-keys`, 'seed') }
    const service = await started(mixed)
    expectProblem(await service.post('talks', issue(4)), 'ledger_rolled_back')
  })

  test('one seed signs for one process at a time', async () => {
    const data = dataFolder()
    const seed = { LEDGER_SEED_FILE: join(`${data}-keys`, 'seed') }
    await started({ LEDGER_DATA: data })
    await expect(start({ LEDGER_DATA: `${data}-2`, ...seed })).rejects.toThrow('another process')
  })

  test('a data folder is not served with another seed, nor one within it', async () => {
    const data = dataFolder()
    await (await start({ LEDGER_DATA: data })).stop()
    const lost = { LEDGER_DATA: data, LEDGER_SEED_FILE: join(`${data}-lost`, 'seed') }
    await expect(start(lost)).rejects.toThrow('no such file')
    await (await start({ LEDGER_DATA: `${data}-other` })).stop()
    const other = { LEDGER_DATA: data, LEDGER_SEED_FILE: join(`${data}-other-keys`, 'seed') }
    await expect(start(other)).rejects.toThrow('is not the seed')
    const within = { LEDGER_DATA: data, LEDGER_SEED_FILE: join(data, 'seed') }
    await expect(start(within)).rejects.toThrow('must not be in the data folder')
  })

  test('KurrentDB is not served without a seed that is configured', async () => {
    const environment = { LEDGER_STORE: 'esdb://127.0.0.1:1?tls=false', LEDGER_SEED_FILE: '' }
    await expect(start(environment)).rejects.toThrow('is needed with KurrentDB')
  })
})

/** A copy of the seed alone, as somebody has it who starts a second service with a stolen copy. */
function otherHeads(data: string): string {
  cpSync(join(`${data}-keys`, 'seed'), join(`${data}-stolen`, 'seed'))
  return join(`${data}-stolen`, 'seed')
}

test('a ledger that was recorded before anything was signed goes on', async () => {
  const data = dataFolder()
  const first = await start()
  for (const command of [opened, issue(1), issue(2)]) await first.post('talks', command)
  const events = (await Array.fromAsync(first.store.read('negotiation-talks', 0))).flat()
  await first.dispose()
  const store = await openSqliteStore(data)
  await store.append('negotiation-talks', -1, events)
  await store.close()
  const client = await started({ LEDGER_DATA: data })
  expect((await client.post('talks', issue(3))).body.revision).toBe(3)
  expect((await checkpointOf(client)).size).toBe(4)
  const { signing } = client
  expect(await signing.heads?.get('localhost/n/talks')).toMatchObject({ size: 4, first: 3 })
})
