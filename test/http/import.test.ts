import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ImportReply } from '../../src/http/import/reply.ts'
import { generate } from '../generator/generate.ts'
import { expectProblem } from './expect-problem.ts'
import { exported, importCommands, ndjson } from './importing.ts'
import { type Client, start } from './running.ts'

/** The service of all tests, each with a ledger of its own name. */
let shared: Client & { dispose(): Promise<void> }
let names = 0

beforeAll(async () => {
  shared = await start()
})
afterAll(() => shared.dispose())

/** The name of a ledger that nobody opened, and where it is. */
function fresh() {
  return { service: shared, url: shared.url, talks: `talks-${++names}` }
}

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }

function listed(party: string, more: object = {}) {
  const member = { party, name: party, kind: 'state', role: 'party', ...more }
  return { type: 'party.listed', occurred: '2025-11-01', ...member }
}

/** A file of so many lines. */
function commands(count: number): object[] {
  return [opened, ...Array.from({ length: count - 1 }, (_, i) => listed(`p${i}`))]
}

test('a file is recorded in requests of at most 500, each told as it is done', async () => {
  const { url, talks } = fresh()
  const { status, headers, lines } = await importCommands(url, talks, ndjson(commands(1100)))
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/x-ndjson')
  for (const line of lines) expect(ImportReply.parse(line)).toEqual(line)
  expect(lines).toEqual([
    { kind: 'progress', line: 500, revision: 499, replayed: false },
    { kind: 'progress', line: 1000, revision: 999, replayed: false },
    { kind: 'progress', line: 1100, revision: 1099, replayed: false },
    {
      kind: 'summary',
      complete: true,
      dryRun: false,
      line: 1100,
      events: 1100,
      replayed: 0,
      revision: 1099,
      problem: null,
    },
  ])
})

test('the events are those that the commands make one by one, whoever chose their ids', async () => {
  const { service, talks } = fresh()
  const history = [...generate({ seed: 4, events: 250 })].map(({ command }) => command)
  const { summary } = await importCommands(service.url, talks, ndjson(history))
  expect(summary).toMatchObject({ complete: true, events: 250 })
  const kept = await events(service, talks)
  expect(kept.map(({ id }) => id)).toEqual(history.map(({ id }) => id))
  for (const command of history) expect((await service.post('other', command)).status).toBe(201)
  expect((await events(service, 'other')).map(({ body }) => body)).toEqual(
    kept.map(({ body }) => body),
  )
})

test('a file sent again with its key is acknowledged, and the ledger does not grow', async () => {
  for (const file of [
    ndjson(commands(1100)),
    ndjson([...generate({ seed: 5, events: 600 })].map(({ command }) => command)),
  ]) {
    const { url, talks } = fresh()
    const { summary } = await importCommands(url, talks, file)
    const before = await exported(url, talks)
    const again = await importCommands(url, talks, file)
    expect(again.lines.slice(0, -1).every((line) => 'replayed' in line && line.replayed)).toBe(true)
    expect(again.summary).toEqual({ ...summary, replayed: summary.events })
    expect(await exported(url, talks)).toBe(before)
  }
})

test('what has arrived is recorded while the rest of the file is still to come', async () => {
  const { url, talks } = fresh()
  const post = request(`${url}/v1/negotiations/${talks}/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': 'file' },
  })
  const all = commands(700)
  post.write(ndjson(all.slice(0, 501)))
  const [response] = (await once(post, 'response')) as [IncomingMessage]
  const replies = createInterface(response)[Symbol.asyncIterator]()
  const next = async () => JSON.parse((await replies.next()).value as string)
  expect(await next()).toMatchObject({ kind: 'progress', line: 500 })
  expect((await exported(url, talks)).trimEnd().split('\n')).toHaveLength(500)
  post.end(ndjson(all.slice(501)))
  expect(await next()).toMatchObject({ kind: 'progress', line: 700 })
  expect(await next()).toMatchObject({ kind: 'summary', complete: true })
})

test('refused lines are told by number, nothing of their request is recorded, and it ends there', async () => {
  const { service, talks } = fresh()
  const file = commands(1600)
  file[520] = listed('p3')
  file[600] = listed('x', { nmae: 'x' })
  file[601] = listed('y', { kind: 'planet' })
  const malformed = await importCommands(service.url, talks, ndjson(file))
  expect(malformed.lines).toMatchObject([
    { kind: 'progress', line: 500 },
    {
      kind: 'refused',
      line: 601,
      problem: {
        code: 'malformed',
        detail: expect.stringMatching(/^\/nmae is not a known member \(did you mean "name"\?\)/),
        errors: [{ pointer: '/nmae' }],
      },
    },
    { kind: 'refused', line: 602, problem: { errors: [{ pointer: '/kind' }] } },
    { kind: 'summary', complete: false, line: 500, events: 500, revision: 499 },
  ])
  file[600] = listed('x')
  file[601] = listed('y')
  const taken = await importCommands(service.url, talks, ndjson(file))
  expect(taken.lines).toMatchObject([
    { kind: 'progress', line: 500, replayed: true },
    { kind: 'refused', line: 521, problem: { code: 'id_taken', errors: [{ pointer: '/party' }] } },
    { kind: 'summary', complete: false, line: 500, events: 500, replayed: 500 },
  ])
  file[520] = listed('z')
  const { summary } = await importCommands(service.url, talks, ndjson(file))
  expect(summary).toMatchObject({ complete: true, events: 1600, replayed: 500, revision: 1599 })
})

test('lines that are no JSON, no UTF-8 or too long are refused; blank ones are counted and passed over', async () => {
  const { url, talks } = fresh()
  const bad = Buffer.concat([
    Buffer.from(`\r\n${JSON.stringify(opened)}\r\n\n{"type":\n"`),
    Buffer.from([0xff]),
    Buffer.from(`"\n"${'x'.repeat(1024 * 1024)}"\n[]`),
  ])
  const { lines } = await importCommands(url, talks, bad)
  expect(lines).toMatchObject([
    { kind: 'refused', line: 4, problem: { code: 'json_malformed' } },
    { kind: 'refused', line: 5, problem: { code: 'json_malformed' } },
    { kind: 'refused', line: 6, problem: { code: 'event_too_large' } },
    { kind: 'summary', complete: false, line: 0, revision: null },
  ])
  const good = await importCommands(url, talks, `\n \t\r\n${JSON.stringify(opened)}\r\n\n`)
  expect(good.summary).toMatchObject({ complete: true, line: 3, events: 1 })
})

test('a key that served another file is told in the summary', async () => {
  const { url, talks } = fresh()
  await importCommands(url, talks, ndjson(commands(2)))
  const { lines } = await importCommands(url, talks, ndjson([...commands(2), listed('other')]))
  expect(lines).toMatchObject([
    { kind: 'summary', complete: false, events: 0, problem: { code: 'idempotency_key_reused' } },
  ])
})

test('If-Match holds for where the file begins', async () => {
  const { url, talks } = fresh()
  await importCommands(url, talks, ndjson([opened]))
  const more = ndjson(Array.from({ length: 600 }, (_, i) => listed(`q${i}`)))
  const late = { key: 'more', headers: { 'if-match': '"1"' } }
  const { summary } = await importCommands(url, talks, more, late)
  expect(summary).toMatchObject({ complete: false, problem: { code: 'precondition_failed' } })
  const right = { key: 'more', headers: { 'if-match': '"0"' } }
  expect((await importCommands(url, talks, more, right)).summary.complete).toBe(true)
})

test('a dry run tells what would come of a file that fits in one request, and writes nothing', async () => {
  const { service, talks } = fresh()
  const query = { query: '?dryRun=true' }
  const tried = await importCommands(service.url, talks, ndjson(commands(500)), query)
  expect(tried.summary).toMatchObject({ complete: true, dryRun: true, events: 500, revision: 499 })
  const wrong = await importCommands(service.url, talks, ndjson([opened, listed('A')]), query)
  expect(wrong.lines).toMatchObject([{ kind: 'refused', line: 2 }, { complete: false }])
  const long = await importCommands(service.url, talks, ndjson(commands(501)), query)
  expectProblem(long, 'parameter_invalid')
  expectProblem(await service.get(`/v1/negotiations/${talks}`), 'unknown_negotiation')
})

test('what cannot be an import is a problem, before anything is recorded', async () => {
  const { url, talks } = fresh()
  const file = ndjson(commands(2))
  const keyless = expectProblem(await importCommands(url, talks, file, {}), 'header_invalid')
  expect(keyless.body.errors).toMatchObject([{ header: 'Idempotency-Key' }])
  expectProblem(await importCommands(url, talks, '\n'), 'json_malformed')
  const json = { key: 'k', headers: { 'content-type': 'application/json' } }
  expectProblem(await importCommands(url, talks, file, json), 'media_type_unsupported')
  const form = { key: 'k', query: '?form=csv' }
  expectProblem(await importCommands(url, talks, file, form), 'parameter_invalid')
  expectProblem(await importCommands(url, 'A_B', file), 'parameter_invalid')
  const { summary } = await importCommands(url, talks, ndjson([listed('a')]))
  expect(summary).toMatchObject({ complete: false, problem: { code: 'unknown_negotiation' } })
})

async function events(service: Client, negotiation: string) {
  const lines = (await exported(service.url, negotiation)).trimEnd().split('\n')
  return lines.map((line) => {
    const { header, body } = JSON.parse(line) as { header: string; body: string }
    return { id: JSON.parse(header).id as string, body }
  })
}
