import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Client, start, started } from '../http/running.ts'
import { folder, items, ledger } from './kit.ts'

const opening = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Water treaty' }
const upstream = {
  type: 'party.listed',
  occurred: '2026-03-01',
  party: 'upstream',
  name: 'Upstream',
  kind: 'state',
  role: 'party',
}

let service: Client & { dispose(): Promise<void> }
/** The negotiation of a test. */
let talks: string
let tests = 0

beforeAll(async () => {
  service = await start()
})
beforeEach(() => {
  tests += 1
  talks = `talks-${tests}`
})
afterAll(() => service.dispose())

test('commands from stdin, one a line, are one append', async () => {
  const { url, get } = service
  const input = `${JSON.stringify(opening)}\n\n${JSON.stringify(upstream)}\n`
  const { stdout, code } = await ledger(['--url', url, 'record', talks], { input })
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ negotiation: talks, revision: 1, replayed: false })
  expect((await get(`/v1/negotiations/${talks}/parties`)).body.parties).toHaveLength(1)
})

test('commands from a file, as an array or one alone; the receipt as a table', async () => {
  const { url } = service
  const file = join(folder(), 'commands.json')
  writeFileSync(file, JSON.stringify([opening, upstream], null, 2))
  const { stdout } = await ledger(['--url', url, 'record', talks, file, '--table'])
  expect(stdout).toMatch(
    /^Recorded 2 entries in talks-\d+\.\nRevision +Type +Event id\n0 +negotiation\.opened +[0-9a-f-]{36}\n1/,
  )
})

test('a dry run records nothing', async () => {
  const { url, get } = service
  const input = JSON.stringify(opening)
  const { stdout } = await ledger(['--url', url, 'record', talks, '--dry-run'], { input })
  expect(JSON.parse(stdout)).toMatchObject({ dryRun: true, revision: 0 })
  expect((await get(`/v1/negotiations/${talks}`)).status).toBe(404)
})

test('the same key twice records once', async () => {
  const { url } = service
  const words = ['--url', url, 'record', talks, '--idempotency-key', 'opening']
  const first = await ledger(words, { input: JSON.stringify(opening) })
  const again = await ledger(words, { input: JSON.stringify(opening) })
  const { events } = JSON.parse(first.stdout)
  expect(JSON.parse(again.stdout)).toMatchObject({ events, replayed: true })
})

test('a refusal names the line and the member, and ends with 1', async () => {
  const { url } = service
  const wrong = JSON.stringify({ ...upstream, kind: 'planet' })
  const input = `${JSON.stringify(opening)}\n\n${wrong}\n`
  const { code, stderr, stdout } = await ledger(['--url', url, 'record', talks], { input })
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^ledger: A command is malformed\.\n {2}line 3, \/kind must be one of/)
  expect(stderr).toContain('Nothing was written.')
})

test('with --json the refusal is the problem itself', async () => {
  const { url } = service
  const { stderr } = await ledger(['--url', url, 'record', talks, '--json'], { input: '{}' })
  expect(JSON.parse(stderr)).toMatchObject({ code: 'malformed', status: 400 })
  const input = `${JSON.stringify(opening)}\n${JSON.stringify({ ...upstream, kind: 'planet' })}`
  const lines = await ledger(['--url', url, 'record', talks, '--json'], { input })
  expect(JSON.parse(lines.stderr).errors).toMatchObject([{ line: 2, pointer: '/kind' }])
})

test('what is too much for one request is told before it is sent, and what takes it', async () => {
  const large = JSON.stringify({ ...opening, description: 'x'.repeat(200_000) })
  const input = Array.from({ length: 90 }, () => large).join('\n')
  const { code, stderr } = await ledger(['record', talks], { input })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^ledger: These commands are 17\.2 MiB; one request takes 16 MiB\.\n/)
  expect(stderr).toContain('`ledger import`')
  const { url } = service
  const many = Array.from({ length: 501 }, () => JSON.stringify(opening)).join('\n')
  const refused = await ledger(['--url', url, 'record', talks], { input: many })
  expect(refused.stderr).toContain('too_many_events')
  expect(refused.stderr).toContain('`ledger import`')
})

test('what was never sent was not recorded: no key is needed to try again', async () => {
  const { url, stop } = await started()
  await stop()
  const { stderr } = await ledger(['--url', url, 'record', 'talks'], { input: '{}' })
  expect(stderr).toContain('nothing listens there')
  expect(stderr).not.toContain('may have been recorded')
})

test('a conflict ends with 4: an id that is taken, a ledger that moved on', async () => {
  const { url, post } = service
  await post(talks, [opening, upstream])
  const input = JSON.stringify(upstream)
  const taken = await ledger(['--url', url, 'record', talks], { input })
  expect(taken.code).toBe(4)
  const moved = await ledger(['--url', url, 'record', talks, '--if-match', '0'], {
    input: JSON.stringify({ ...upstream, party: 'downstream' }),
  })
  expect(moved.code).toBe(4)
  expect(moved.stderr).toContain('precondition_failed')
})

test('a line that is not JSON is named before anything is sent', async () => {
  const input = `${JSON.stringify(opening)}\nno\n`
  const { code, stderr } = await ledger(['record', 'talks'], { input })
  expect(code).toBe(1)
  expect(stderr).toContain('Line 2 is not JSON.')
})

test('asked piece by piece: wrong answers are asked for again, and a yes records', async () => {
  const { url, get } = service
  await get('/health/ready')
  const input = [
    'negotiation.open',
    'negotiation.opened',
    'yesterday',
    '2026-03-01',
    'Water treaty',
    '',
    'n',
    '',
    'n',
    'y',
    'y',
    'party.listed',
    '2026-03-01',
    'Up stream',
    'upstream',
    'Upstream',
    'state',
    'party',
    '',
    'n',
    'n',
    'y',
    'n',
  ]
  const run = { input: `${input.join('\n')}\n` }
  const { code, stdout, stderr } = await ledger(['--url', url, 'record', talks, '-i'], run)
  expect(stderr).toContain('must be 1 to 64 of a-z')
  expect(code).toBe(0)
  expect(items(stdout).map(({ revision }) => revision)).toEqual([0, 1])
  expect((await get(`/v1/negotiations/${talks}/parties`)).body.parties).toMatchObject([
    { party: 'upstream', name: 'Upstream', kind: 'state', role: 'party' },
  ])
})

test('an entry that is refused is mended: each answer stays unless another is given', async () => {
  const { url, get, post } = service
  await post(talks, [opening, upstream])
  const party = [
    '2026-03-01',
    'upstream',
    'Down stream',
    '?',
    'state',
    'party',
    '',
    'maybe',
    'n',
    'n',
  ]
  const mended = ['', 'downstream', '', '', '', '', '', '']
  const input = ['party.listed', ...party, 'y', ...mended, 'y', 'n'].join('\n')
  const { code, stderr } = await ledger(['--url', url, 'record', talks, '-i'], { input })
  expect(stderr).toContain('What sort of actor a party is\n    state         A state or its')
  expect(stderr).toContain('Answer y or n.')
  expect(stderr).toContain('id_taken')
  expect(stderr).toContain('[Enter: Down stream]')
  expect(code).toBe(0)
  expect((await get(`/v1/negotiations/${talks}/parties`)).body.parties).toMatchObject([
    { party: 'upstream' },
    { party: 'downstream', name: 'Down stream', kind: 'state', role: 'party' },
  ])
})

test('in a negotiation with levels the level of an entry is asked for', async () => {
  const { url, get, post } = service
  await post(talks, { ...opening, levels: ['restricted'] })
  const party = (id: string) => [
    'party.listed',
    '2026-03-01',
    id,
    id,
    'state',
    'party',
    '',
    'n',
    'n',
  ]
  const input = [
    ...[...party('upstream'), '?', 'secret', 'restricted', '2099-01-01T00:00:00Z', 'y', 'y'],
    ...[...party('downstream'), '', 'y', 'n'],
  ]
  const run = { input: `${input.join('\n')}\n` }
  const { code, stderr } = await ledger(['--url', url, 'record', talks, '-i'], run)
  expect(stderr).toContain('level (public | restricted)')
  expect(stderr).toContain('cleared for it sees its header alone')
  expect(code).toBe(0)
  const lines = (await get(`/v1/negotiations/${talks}/history`)).body.trim().split('\n')
  const levels = lines.map((line: string) => JSON.parse(line).level)
  expect(levels).toEqual([undefined, 'restricted', undefined])
})

test('a question mark explains a type, a member, a choice and what may be given', async () => {
  const { url, get } = service
  await get('/health/ready')
  const statement = ['statement.recorded', '2026-03-01', 'first', '?', 'outlet', 'Courier', '?']
  const input = ['?statement.ret', ...statement].join('\n')
  const { stderr } = await ledger(['--url', url, 'record', talks, '-i'], { input })
  expect(stderr).toContain('Says that the speaker took the words back or denies them')
  expect(stderr).toMatch(/Whose words they are\.[\s\S]+ {4}anonymous {2}A source whom the report/)
  expect(stderr).toContain('The party for which the words are said.')
  expect(stderr).toContain('Such as egypt')
})

test('Enter mends a refused entry rather than dropping it', async () => {
  const { url, get, post } = service
  await post(talks, opening)
  const raised = [
    'issue.raised',
    '2026-03-01',
    'quota',
    'Quota',
    'Water is shared.',
    '',
    'y',
    'nowhere',
  ]
  const input = [...raised, 'n', 'n', 'n', '', '', '', '', '', '', 'n', 'y', 'n'].join('\n')
  const { code } = await ledger(['--url', url, 'record', talks, '-i'], { input })
  expect(code).toBe(0)
  expect((await get(`/v1/negotiations/${talks}/issues`)).body.issues).toMatchObject([
    { issue: 'quota', title: 'Quota' },
  ])
})

test('a no, or the end of the input, records nothing', async () => {
  const { url, get } = service
  const answers = ['negotiation.opened', '2026-03-01', 'Water treaty', '', 'n', '', 'n', 'n', 'n']
  const no = await ledger(['--url', url, 'record', talks, '-i'], { input: answers.join('\n') })
  expect(no).toMatchObject({ code: 0, stdout: '' })
  const input = 'negotiation.opened\n'
  const ended = await ledger(['--url', url, 'record', talks, '-i'], { input })
  expect(ended.code).toBe(130)
  expect((await get(`/v1/negotiations/${talks}`)).status).toBe(404)
})
