import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { verify } from '../../src/verify/commands.ts'
import { expectProblem } from '../http/expect-problem.ts'
import { type Client, start, started } from '../http/running.ts'
import { PATIENT } from '../patient.ts'
import { type Answering, SmallAuthority, stamp } from './authority.ts'

const logOf = (negotiation: string) => `/v1/negotiations/${negotiation}/log`
const log = logOf('talks')
const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const issue = (n: number) => ({
  ...{ type: 'issue.raised', occurred: '2025-11-02', issue: `i${n}` },
  ...{ title: 'Army', proposition: 'The army is limited' },
})

/** An authority, and the configuration of a service that may ask it as often as it likes. */
async function authorised(seconds = '0.01') {
  const authority = await new SmallAuthority().start()
  const environment = {
    LEDGER_TIMESTAMP_AUTHORITY: authority.url,
    LEDGER_TIMESTAMP_SECONDS: seconds,
  }
  return { authority, environment }
}

/** The newest timestamp on a checkpoint of `size` entries or fewer, in bytes. */
async function timestamp({ url }: Client, size?: number) {
  const reply = await fetch(new URL(`${log}/timestamp${size ? `?size=${size}` : ''}`, url))
  const bytes = Buffer.from(await reply.arrayBuffer())
  return { status: reply.status, headers: reply.headers, bytes }
}

const stampedSize = async (client: Client) =>
  Number((await timestamp(client)).headers.get('checkpoint-size'))

const requests = async ({ get }: Client, outcome: string) => {
  const { body } = await get('/metrics')
  const form = new RegExp(`^ledger_timestamp_requests_total\\{outcome="${outcome}"\\} (.*)$`, 'm')
  return Number(form.exec(body)?.[1] ?? 0)
}

/** Runs the lines that the guide for auditors gives, in a folder with the files that they name. */
function runGuide(folder: string): string {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/auditing.md'), 'utf8')
  const lines = [...guide.matchAll(/^(?:head|openssl ts) .*$/gm)].map(([line]) => line)
  expect(lines).toHaveLength(2)
  const run = ['-c', lines.join(' && ')]
  return execFileSync('bash', run, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
}

/** A reply of a status alone, without a token. */
const rejecting = (status: number) => Buffer.from([0x30, 5, 0x30, 3, 0x02, 1, status])

const as = (status: number, type: string, body?: Buffer): Answering => {
  return (response, reply) =>
    response.writeHead(status, { 'content-type': type }).end(body ?? reply())
}

const halfOf = (reply: Buffer) => reply.subarray(0, reply.length / 2)
const twice = (reply: Buffer) => Buffer.concat([reply, reply])

const REPLY = 'application/timestamp-reply'

const has = spawnSync('openssl', ['version']).error === undefined

const name = has ? 'timestamps' : 'timestamps are not checked: openssl is not installed'

describe.skipIf(!has)(name, () => {
  test('a head is stamped in the background, and openssl verifies it as the guide says', async () => {
    const { authority, environment } = await authorised()
    const client = await started(environment)
    expect((await client.post('talks', opened)).status).toBe(201)
    await vi.waitUntil(async () => (await stampedSize(client)) === 1, PATIENT)
    const { headers, bytes } = await timestamp(client)
    expect(headers.get('content-type')).toBe('application/timestamp-reply')
    const at = (name: string) => join(authority.folder, name)
    writeFileSync(at('talks.tsr'), bytes)
    writeFileSync(at('checkpoint.txt'), (await client.get(`${log}/checkpoint?size=1`)).body)
    writeFileSync(at('authority.pem'), readFileSync(authority.root))
    expect(runGuide(authority.folder)).toContain('Verification: OK')
    // Of another checkpoint it does not.
    expect((await client.post('talks', issue(1))).status).toBe(201)
    writeFileSync(at('checkpoint.txt'), (await client.get(`${log}/checkpoint?size=2`)).body)
    expect(() => runGuide(authority.folder)).toThrow('message imprint mismatch')
  })

  test('a bundle has the newest timestamp, and the verifier says it is there and not checked', async () => {
    const { authority, environment } = await authorised()
    const client = await started(environment)
    await client.post('talks', opened)
    await vi.waitUntil(async () => (await stampedSize(client)) === 1, PATIENT)
    await client.post('talks', issue(1))
    await vi.waitUntil(async () => (await stampedSize(client)) === 2, PATIENT)
    const bundle = join(authority.folder, 'talks.bundle')
    const key = (await client.get(`${log}/vkey`)).body.trim()
    for (const size of [1, 2]) {
      const { body } = await client.get(`${log}/export?size=${size}`)
      const line = JSON.parse(body.split('\n').at(-3))
      const { bytes } = await timestamp(client, size)
      expect(line).toEqual({ size, timestamp: bytes.toString('base64') })
      writeFileSync(bundle, body)
      const report = await verify(bundle, { key, checkpoints: [], policy: undefined })
      expect(report.exit).toBe(0)
      expect(report.lines.join('\n')).toContain(`on the checkpoint of ${size} entries: it is there`)
    }
  })

  test('a write waits for no authority, and of the heads meanwhile the newest is stamped', async () => {
    const { authority, environment } = await authorised()
    const waiting: (() => void)[] = []
    authority.answering = (response, reply) => waiting.push(() => stamp(response, reply))
    const client = await started(environment)
    for (const fact of [opened, issue(1), issue(2), issue(3)]) {
      expect((await client.post('talks', fact)).status).toBe(201)
    }
    await vi.waitUntil(() => waiting.length === 1, PATIENT)
    expectProblem(await client.get(`${log}/timestamp`), 'not_found')
    authority.answering = undefined
    waiting[0]?.()
    await vi.waitUntil(async () => (await stampedSize(client)) === 4, PATIENT)
    // Of the heads that waited not all were: a newer one took the place of an older.
    expect(authority.asked.length).toBeLessThan(4)
  })

  test('two requests are as far apart as is configured, whatever is recorded', async () => {
    const { authority, environment } = await authorised('3600')
    const client = await started(environment)
    await client.post('talks', opened)
    await vi.waitUntil(async () => (await stampedSize(client)) === 1, PATIENT)
    for (const n of [1, 2, 3]) await client.post('talks', issue(n))
    await client.post('others', opened)
    // Meanwhile the authority stamps many heads of a service that may ask sooner.
    const sooner = await started({ ...environment, LEDGER_TIMESTAMP_SECONDS: '0.01' })
    for (const n of [1, 2, 3, 4, 5]) {
      await sooner.post('talks', n === 1 ? opened : issue(n))
      await vi.waitUntil(async () => (await stampedSize(sooner)) === n, PATIENT)
    }
    expect(authority.asked.length).toBeGreaterThanOrEqual(1 + 5)
    expect([await requests(client, 'kept'), await requests(client, 'failed')]).toEqual([1, 0])
    expect(await stampedSize(client)).toBe(1)
  })

  test('an authority that answers with anything else is counted, asked again, and changes nothing', async () => {
    const answers: [string, Answering][] = [
      ['another status', as(503, REPLY)],
      ['a redirection', (response) => response.writeHead(302, { location: '/other' }).end()],
      ['another type', as(200, 'text/html')],
      ['no type', (response, reply) => response.writeHead(200).end(reply())],
      ['more than 64 KiB', as(200, REPLY, Buffer.alloc(65 * 1024, 0x30))],
      ['nothing', as(200, REPLY, Buffer.alloc(0))],
      ['what is no DER', as(200, REPLY, Buffer.from('<html>no</html>'))],
      ['lengths beyond its end', as(200, REPLY, Buffer.from('3083ffffff3003020100', 'hex'))],
      ['a rejection', as(200, REPLY, rejecting(2))],
      ['a grant without a token', as(200, REPLY, rejecting(0))],
      ['half of a reply', (response, reply) => stamp(response, () => halfOf(reply()))],
      ['more than a reply', (response, reply) => stamp(response, () => twice(reply()))],
      ['a broken connection', (response) => response.destroy()],
    ]
    const { authority, environment } = await authorised()
    const client = await started(environment)
    for (const [n, [what, answering]] of answers.entries()) {
      const talks = `talks-${n}`
      const [kept, failed] = [await requests(client, 'kept'), await requests(client, 'failed')]
      authority.answering = answering
      expect((await client.post(talks, opened)).status).toBe(201)
      await vi.waitUntil(async () => (await requests(client, 'failed')) > failed + 1, PATIENT)
      expect(await requests(client, 'kept'), what).toBe(kept)
      expectProblem(await client.get(`${logOf(talks)}/timestamp`), 'not_found')
      expect((await client.get(`${logOf(talks)}/export`)).body, what).not.toContain('"timestamp":')
      authority.answering = undefined
      await vi.waitUntil(async () => (await requests(client, 'kept')) === kept + 1, PATIENT)
      expect((await client.get(`${logOf(talks)}/export`)).body, what).toContain('"timestamp":')
    }
  })

  test('a timestamp on another request is not taken', async () => {
    const { authority, environment } = await authorised()
    const first = await start(environment)
    await first.post('talks', opened)
    await vi.waitUntil(async () => (await stampedSize(first)) === 1, PATIENT)
    const { bytes } = await timestamp(first)
    await first.dispose()
    authority.answering = as(200, REPLY, bytes)
    const client = await started(environment)
    await client.post('talks', opened)
    await vi.waitUntil(async () => (await requests(client, 'failed')) > 0, PATIENT)
    expectProblem(await client.get(`${log}/timestamp`), 'not_found')
  })

  test('timestamps outlast the service, also one without an authority, and none is asked for twice', async () => {
    const { authority, environment } = await authorised()
    const client = await started(environment)
    await client.post('talks', opened)
    await vi.waitUntil(async () => (await stampedSize(client)) === 1, PATIENT)
    const { bytes } = await timestamp(client)
    await client.stop()
    for (const own of [{}, environment]) {
      const again = await start({ LEDGER_DATA: client.folder, ...own })
      expect((await timestamp(again)).bytes.equals(bytes)).toBe(true)
      await again.stop()
    }
    expect(authority.asked).toHaveLength(1)
  })
})

test('a service without an authority has no timestamps', async () => {
  const client = await started()
  await client.post('talks', opened)
  expectProblem(await client.get(`${log}/timestamp`), 'not_found')
  expectProblem(await client.get('/v1/negotiations/none/log/timestamp'), 'unknown_negotiation')
  expectProblem(await client.get(`${log}/timestamp?size=2`), 'parameter_invalid')
})
