import { afterAll, beforeAll, expect, test } from 'vitest'
import { replay, start } from '../http/running.ts'
import { cells, items, ledger } from './kit.ts'

let service: Awaited<ReturnType<typeof start>>

beforeAll(async () => {
  service = await start()
  await replay(service, 'peace-plan')
})
afterAll(() => service.dispose())

const show = (...words: string[]) =>
  ledger(['--url', service.url, 'show', ...words], { environment: { COLUMNS: '200' } })

test('piped, a view that is one thing is the reply of the API', async () => {
  const { stdout, code } = await show('matrix', 'peace-plan', '-r', '45')
  const { body } = await service.get('/v1/negotiations/peace-plan/stances?revision=45')
  expect(JSON.parse(stdout)).toEqual(body)
  expect(code).toBe(0)
})

test.each([
  ['meetings', 'meetings'],
  ['timeline', 'items'],
  ['statements', 'statements'],
  ['sources', 'sources'],
  ['warnings', 'warnings'],
])('piped, %s is a line of JSON for each item', async (view, list) => {
  const { stdout, code } = await show(view, 'peace-plan', '-r', '45')
  const { body } = await service.get(`/v1/negotiations/peace-plan/${view}?revision=45`)
  expect(body[list].length).toBeGreaterThan(0)
  expect(items(stdout)).toEqual(body[list])
  expect(code).toBe(0)
})

test('the matrix as a table has names, not ids', async () => {
  const { stdout } = await show('matrix', 'peace-plan', '--table')
  const broader = (stance: string) => [
    ...Array(2).fill(`${stance}, reported, broader terms`),
    `${stance}, reported`,
  ]
  expect(cells(stdout)).toEqual([
    ['Party', 'The Donbas', 'Size of the Ukrainian army', 'Membership of NATO'],
    ['Ukraine', ...broader('opposes')],
    ['United States of America', '-', '-', '-'],
    ['Russia', ...broader('proposes')],
    ['European allies of Ukraine', ...broader('opposes')],
  ])
})

test('on a terminal too narrow for it, the matrix is tables below each other', async () => {
  const { stdout } = await ledger(
    ['--url', service.url, 'show', 'matrix', 'peace-plan', '--table'],
    { environment: { COLUMNS: '40' } },
  )
  const heads = stdout.split('\n').filter((line) => line.startsWith('Party'))
  expect(heads).toEqual([
    expect.stringMatching(/^Party +The Donbas +Size of/),
    expect.stringMatching(/^Party +Membership/),
  ])
  expect(stdout.split('\n').every((line) => line.length <= 40)).toBe(true)
})

test('a stance is shown with every position that led to it', async () => {
  const words = ['stance', 'peace-plan', 'ukraine']
  const { stdout, code } = await show(...words, 'issue:army-cap')
  const { body } = await service.get('/v1/negotiations/peace-plan/stances/ukraine/issue/army-cap')
  expect(JSON.parse(stdout)).toEqual(body)
  expect(code).toBe(0)
  const drawn = await show(...words, 'army-cap', '--table')
  const [title, answer, , head, ...rows] = drawn.stdout.trimEnd().split('\n')
  expect(title).toBe('Ukraine on Size of the Ukrainian army')
  expect(answer).toBe('opposes, reported, broader terms')
  expect(head).toMatch(/^From +Until +Stance +Terms +By +In$/)
  expect(rows).toHaveLength(body.history.length)
  for (const { position } of body.history) {
    expect(drawn.stdout).toContain(`${position.carriedBy.kind} ${position.carriedBy.id}`)
  }
  const before = await show(...words, 'army-cap', '--table', '-v', '2025-11-01T00:00Z')
  expect(before.stdout).toContain('no record')
})

test.each([
  [
    ['ukraine', 'treaty:army-cap'],
    'Its kind must be one of issue, clause, draft, wording, not "treaty"',
  ],
  [['ukraine', 'issue:Army Cap'], 'Its id must be 1 to 64 of a-z'],
  [['..', 'army-cap'], 'must be 1 to 64 of a-z'],
  [['ukraine'], "missing required argument 'subject'"],
])('a stance of %j is wrong use', async (words, message) => {
  const { stderr, code } = await show('stance', 'peace-plan', ...words)
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})

test('every view is there at an earlier moment of either axis', async () => {
  const before = await show('matrix', 'peace-plan', '-t', '2025-12-01T09:00Z', '--table')
  expect(before.stdout).not.toContain('opposes')
  const then = await show('meetings', 'peace-plan', '-v', '2025-11-24T00:00Z', '--table')
  expect(cells(then.stdout).slice(1)).toEqual([
    ['2025-11-23~', 'Talks in Geneva', 'concluded', 'Geneva, Switzerland', '-'],
  ])
  expect(then.stderr).toBe(
    'As known after revision 45 (2025-12-04 09:04Z), as it was at 2025-11-24 00:00Z.\n',
  )
})

test('meetings, with who takes part', async () => {
  const { stdout } = await show('meetings', 'peace-plan', '--table')
  expect(cells(stdout)).toContainEqual([
    '2025-12-01/2025-12-07',
    'Talks in Moscow',
    'announced, expected',
    'Moscow',
    'United States of America; Russia (Vladimir Putin)',
  ])
})

test('the timeline reads all pages, or as many items as are wanted', async () => {
  const all = items((await show('timeline', 'peace-plan')).stdout)
  const latest = await show('timeline', 'peace-plan', '--limit', '2', '--latest')
  expect(items(latest.stdout)).toEqual(all.reverse().slice(0, 2))
  const drawn = await show('timeline', 'peace-plan', '--limit', '1', '--table')
  expect(cells(drawn.stdout)).toEqual([
    ['When', 'Entry', 'What'],
    ['../2025-11-23~', '0', 'Negotiation opened: Peace plan for Ukraine, 2025'],
  ])
})

test('who moved since a revision: a first record is told apart from a move', async () => {
  const { stdout } = await show('changes', 'peace-plan', '--since', '34', '--table')
  expect(cells(stdout)).toContainEqual([
    'Ukraine on The Donbas',
    'first recorded',
    'no record',
    'opposes, reported',
  ])
  expect(stdout).toContain('Recorded since: 11 entries.')
})

test('who moved since a time, or for so long', async () => {
  const day = await show('changes', 'peace-plan', '--since', '2025-12-03T14:00Z')
  expect(JSON.parse(day.stdout).from.revision).toBe(37)
  const ago = JSON.parse((await show('changes', 'peace-plan', '--since', '24h')).stdout)
  expect(ago.entries.recorded).toBe(0)
})

test('a comparison in the world alone has no default on the axis of what was known', async () => {
  const occurred = '2025-12-01'
  const { status } = await service.post('recorded-now', [
    { type: 'negotiation.opened', occurred, title: 'Recorded now' },
    { type: 'issue.raised', occurred, issue: 'heat', title: 'Heat', proposition: 'It is kept' },
  ])
  expect(status).toBe(201)
  const { stdout } = await show('changes', 'recorded-now', '--since-valid-time', '2025-11-24')
  const reply = JSON.parse(stdout)
  expect(reply.from).toMatchObject({ revision: 1, validTime: '2025-11-24T00:00:00.000Z' })
  expect(reply.issues).toMatchObject([{ issue: 'heat', changes: ['raised'] }])
})

test('a moment that is named needs the earlier one named too', async () => {
  for (const moment of [
    ['-r', '40'],
    ['-t', '2025-12-03T14:00Z'],
    ['-v', '2025-12-01'],
  ]) {
    const { stdout, stderr, code } = await show('changes', 'peace-plan', ...moment)
    expect([stdout, code]).toEqual(['', 2])
    expect(stderr).toContain('--since-valid-time')
  }
  const { stdout } = await show('changes', 'peace-plan', '-r', '40', '--since', '34')
  expect(JSON.parse(stdout)).toMatchObject({ from: { revision: 34 }, asOf: { revision: 40 } })
})

test('before the first entry nothing was known', async () => {
  const { stdout } = await show('changes', 'peace-plan', '--since', '2020-01-01', '--table')
  expect(stdout).toContain('Compared with what was known before the first entry (2020-01-01')
  expect(stdout).not.toContain('-1 (')
})

test('a draft of which nobody has the text says so', async () => {
  const { stdout } = await show('draft', 'peace-plan', '--table')
  expect(stdout).toContain('American peace plan\n')
  expect(stdout).toContain('The text of this revision is not known.')
  const { stdout: earlier } = await show('draft', 'peace-plan', '-r', '0', '--table')
  expect(earlier).toBe('No draft is on the table yet.\n')
})

test('statements name who speaks for whom, and sources whether they stand', async () => {
  const statements = await show('statements', 'peace-plan', '--table')
  expect(statements.stdout).toMatch(/2025-11-30 +18 +Rustem Umerov, for Ukraine +Rustem Umerov/)
  const sources = await show('sources', 'peace-plan', '--table')
  expect(cells(sources.stdout)).toContainEqual([
    'cnn-source',
    '2025-11-30~',
    'other',
    'CNN',
    'What a source told CNN',
    'stands',
  ])
})

test('nothing is coloured where nobody sees it, and --quiet keeps stderr empty', async () => {
  const { stdout, stderr } = await show('warnings', 'peace-plan', '--table', '--quiet')
  expect(stdout).toContain('meeting_not_convened')
  expect(stdout).not.toContain('\u001b')
  expect(stderr).toBe('')
})

test('the service may be named by LEDGER_URL', async () => {
  const environment = { LEDGER_URL: service.url }
  const { stdout } = await ledger(['show', 'warnings', 'peace-plan'], { environment })
  expect(items(stdout)).toHaveLength(1)
})
