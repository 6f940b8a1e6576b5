import { hash } from 'node:crypto'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { canonicalJson } from '../../src/log/canonical-json.ts'
import { bodyDigest } from '../../src/log/digest.ts'
import { seal } from '../../src/log/seal.ts'
import { type StoredEvent, StoreUnavailable } from '../../src/store/event-store.ts'
import { generate } from '../generator/generate.ts'
import { newFolder } from '../store/folder.ts'
import { expectProblem } from './expect-problem.ts'
import { exported, importCommands, importRaw, ndjson } from './importing.ts'
import { type Client, replay, start, started } from './running.ts'

const listed = {
  type: 'party.listed',
  occurred: '2025-11-01',
  party: 'late',
  name: 'Late',
  kind: 'state',
  role: 'party',
}

test('a ledger that is moved is the same to the byte, and goes on under its own origin', async () => {
  const [here, there] = [await started({ LEDGER_ORIGIN: 'here.example' }), await started()]
  await replay(here, 'peace-plan')
  const raw = await exported(here.url, 'peace-plan')
  const moved = await importRaw(there.url, 'moved', raw)
  expect(moved.status).toBe(201)
  expect(moved.headers.get('location')).toBe('/v1/negotiations/moved')
  expect(moved.body).toEqual({
    negotiation: 'moved',
    origin: 'here.example/n/peace-plan',
    revision: 45,
    events: 46,
    replayed: 0,
    dryRun: false,
  })
  expect(await exported(there.url, 'moved')).toBe(raw)

  expect((await there.post('moved', listed)).body.events).toMatchObject([{ revision: 46 }])
  const last = (await there.get('/v1/negotiations/moved/events/46')).body.event.header
  expect(last.origin).toBe('here.example/n/peace-plan')
  const again = await importRaw(there.url, 'moved', raw)
  expect(again).toMatchObject({ status: 200, body: { events: 46, replayed: 46 } })
})

test('a retry of what was recorded elsewhere is refused, unless version 0.1 exported its digest', async () => {
  const [here, there] = [await started({ LEDGER_ORIGIN: 'here.example' }), await started()]
  const key = { 'idempotency-key': 'k' }
  const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
  const first = await here.post('talks', opened, key)
  const raw = await exported(here.url, 'talks')
  await importRaw(there.url, 'talks', raw)
  expectProblem(await there.post('talks', opened, key), 'idempotency_key_reused')

  const old = await started()
  const request = `sha-256:${hash('sha256', canonicalJson([opened]), 'base64url')}`
  await importRaw(old.url, 'talks', `${JSON.stringify({ ...JSON.parse(raw), request })}\n`)
  const retry = await old.post('talks', opened, key)
  expect(retry).toMatchObject({ status: 200, body: { replayed: true } })
  expect(retry.body.events).toEqual(first.body.events)
})

const salt = Buffer.alloc(16, 1)
const draft = {
  origin: 'a.example/n/talks',
  revision: 0,
  id: '00000000-0000-4000-8000-000000000000',
  type: 'negotiation.opened',
  schema: 1,
  actor: 'a',
  recordedAt: '2025-11-02T00:00:00.000Z',
  occurred: {
    text: '2025-11-01',
    from: '2025-11-01T00:00:00.000Z',
    until: '2025-11-02T00:00:00.000Z',
  },
  body: { title: 'Talks' },
  salt,
  request: '',
}
const party = {
  type: 'party.listed',
  body: { party: 'a', name: 'A', kind: 'state', role: 'party' },
}
const next = { ...draft, ...party, revision: 1, id: '00000000-0000-4000-8000-000000000001' }
const good = seal(next)

function line(members: Partial<StoredEvent>): string {
  const { header, salt, body, request } = { ...good, ...members }
  return JSON.stringify({ header, salt, body, request })
}

/** The same event with its body in another text, to which its header commits. */
function committedTo(body: string): string {
  const header = good.header.replace(/sha-256:[^"]+/, bodyDigest(salt, body))
  return line({ header, body })
}

/** A service that tests share, each with ledgers of its own names. */
let shared: Client & { dispose(): Promise<void> }
let names = 0
const newName = () => `talks-${++names}`
/** The events of a ledger that is moved in more than one part. */
let raw: string

beforeAll(async () => {
  shared = await start()
  const commands = [...generate({ seed: 8, events: 1100 })].map(({ command }) => command)
  await importCommands(shared.url, 'long', ndjson(commands))
  raw = await exported(shared.url, 'long')
})
afterAll(() => shared.dispose())

test.each([
  ['a text that is not JSON', '{', 'the line is not JSON'],
  ['a value that is no object', '[]', 'the line is not a JSON object'],
  ['a member too many', JSON.stringify({ ...JSON.parse(line({})), x: 1 }), 'has not the texts'],
  ['a member too few', JSON.stringify({ ...good, body: undefined }), 'has not the texts'],
  [
    'a body that is withheld',
    JSON.stringify({ header: good.header }),
    'its body is withheld or erased',
  ],
  ['a text without bytes', line({ request: '\ud800' }), 'has not the texts'],
  ['a header that is not JSON', line({ header: 'x' }), 'the header is not JSON'],
  ['a header in another form', line({ header: ` ${good.header}` }), 'not in canonical form'],
  ['a body that was altered', line({ body: good.body.replace('"A"', '"B"') }), 'commits to'],
  ['another salt', line({ salt: 'AAAAAAAAAAAAAAAAAAAAAA' }), 'commits to'],
  ['a body in another form', committedTo(` ${good.body}`), 'the body is not in'],
  ['a body that is no object', committedTo('[]'), 'the body is not a JSON object'],
  ['a body that is not JSON', committedTo('x'), 'the body is not JSON'],
  ['a revision left out', line(seal({ ...next, revision: 2 })), 'revision 2 follows 0'],
  ['another origin', line(seal({ ...next, origin: 'b.example/n/talks' })), 'is of b.example'],
  [
    'a clock that went back',
    line(seal({ ...next, recordedAt: '2025-11-01T00:00:00.000Z' })),
    'recorded before the one before it',
  ],
  ['an id twice', line(seal({ ...next, id: draft.id })), 'an event before it has the id'],
  ['an id that is none', line(seal({ ...next, id: 'x' })), 'not a UUID'],
  ['an unknown type', line(seal({ ...next, type: 'x.y' })), 'cannot read x.y'],
  ['a newer schema', line(seal({ ...next, schema: 99 })), 'schema 99'],
  ['a body beyond the limit', line(seal({ ...next, body: { x: 'x'.repeat(262_144) } })), 'bytes'],
  [
    'an event that cannot be folded',
    line(seal({ ...next, type: 'entry.voided', body: { target: 'x', reason: 'duplicate' } })),
    'cannot be read',
  ],
  ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'not UTF-8'],
  ['a line beyond the limit', 'x'.repeat(1024 * 1024 + 1), 'bytes'],
])('nothing is kept of a file with %s, and its line is named', async (_, bad, why) => {
  const talks = newName()
  const first = `${line(seal(draft))}\n\n`
  const file = Buffer.concat([Buffer.from(first), Buffer.from(bad), Buffer.from('\n')])
  const answer = expectProblem(await importRaw(shared.url, talks, file), 'raw_event_invalid')
  expect(answer.body.detail).toMatch(/^Line 3 cannot be taken: /)
  expect(answer.body.errors).toMatchObject([{ line: 3, detail: expect.stringContaining(why) }])
  expectProblem(await shared.get(`/v1/negotiations/${talks}`), 'unknown_negotiation')
  expect((await importRaw(shared.url, talks, `${first}${line({})}`)).status).toBe(201)
})

test.each(['type', 'id', 'revision'] as const)(
  'a header that does not say which event it is, for want of its %s, is malformed',
  async (member) => {
    const { [member]: _, ...header } = JSON.parse(good.header)
    for (const other of [header, { ...header, [member]: null }, { ...header, [member]: [] }]) {
      const file = `${line(seal(draft))}\n${line({ header: JSON.stringify(other) })}\n`
      const answer = expectProblem(await importRaw(shared.url, newName(), file), 'malformed')
      expect(answer.body.errors).toMatchObject([{ line: 2 }])
    }
  },
)

test('imports that are tried at once leave no file open and none behind', async () => {
  const temporary = newFolder()
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  const service = await started()
  const file = `${line(seal(draft))}\n${line({})}\n`
  await importRaw(service.url, 'kept', file)
  for (const query of ['&dryRun=true', '']) {
    const names = Array.from({ length: 30 }, (_, i) => (query === '' ? 'kept' : `new-${i}`))
    const tried = names.map((name) => importRaw(service.url, name, file, query))
    for (const { status } of await Promise.all(tried)) expect(status).toBe(200)
  }
  const broken = Array.from({ length: 30 }, () => importRaw(service.url, 'talks', `${file}x\n`))
  for (const answer of await Promise.all(broken)) expectProblem(answer, 'raw_event_invalid')
  const left = () => readdirSync(temporary).filter((name) => name.startsWith('ledger-import-'))
  await expect.poll(left).toEqual([])
  await expect.poll(openImports).toEqual([])
})

/** The files that imports of this process have open, where the system tells (Linux). */
function openImports(): string[] {
  if (!existsSync('/proc/self/fd')) return []
  return readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${name}`)
      return path.includes('ledger-import-') ? [path] : []
    } catch {
      return []
    }
  })
}

test('a file without events is none', async () => {
  expectProblem(await importRaw(shared.url, newName(), '\n'), 'raw_event_invalid')
})

test('a dry run verifies, and keeps nothing', async () => {
  const talks = newName()
  const file = `${line(seal(draft))}\n${line({})}\n`
  const tried = await importRaw(shared.url, talks, file, '&dryRun=true')
  expect(tried).toMatchObject({ status: 200, body: { events: 2, replayed: 0, dryRun: true } })
  expectProblem(await shared.get(`/v1/negotiations/${talks}`), 'unknown_negotiation')
})

test('a ledger that has other events is left as it is', async () => {
  const talks = newName()
  await shared.post(talks, { type: 'negotiation.opened', occurred: '2025-11-01', title: 'T' })
  const before = await exported(shared.url, talks)
  const answer = await importRaw(shared.url, talks, `${line(seal(draft))}\n${line({})}\n`)
  expectProblem(answer, 'ledger_not_empty')
  expect(await exported(shared.url, talks)).toBe(before)
})

test('interrupted in the middle it goes on when the file is sent again', async () => {
  const there = await started()
  const { store } = there
  const append = store.append.bind(store)
  let appends = 0
  store.append = async (...given) => {
    appends += 1
    if (appends > 1) throw new StoreUnavailable('the disk is full')
    return append(...given)
  }
  expectProblem(await importRaw(there.url, 'talks', raw), 'store_unavailable')
  const part = (await exported(there.url, 'talks')).length
  expect(part).toBeGreaterThan(0)
  expect(part).toBeLessThan(raw.length)
  store.append = append
  const { body } = await importRaw(there.url, 'talks', raw)
  expect(body).toMatchObject({ events: 1100, replayed: 1000 })
  expect(await exported(there.url, 'talks')).toBe(raw)
})

test('what is posted while a ledger is moved comes after it', async () => {
  const there = await started()
  const { store } = there
  const append = store.append.bind(store)
  const begun = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  store.append = async (...given) => {
    begun.resolve()
    await goOn.promise
    return append(...given)
  }
  const moving = importRaw(there.url, 'talks', raw)
  await begun.promise
  const posting = there.post('talks', listed)
  goOn.resolve()
  expect((await moving).status).toBe(201)
  expect((await posting).body.events).toMatchObject([{ revision: 1100 }])
  expect((await exported(there.url, 'talks')).startsWith(raw)).toBe(true)
})
