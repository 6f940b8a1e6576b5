import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generate } from '../generator/generate.ts'
import { harm } from '../http/harm.ts'
import { type Client, replay, start, started } from '../http/running.ts'
import { expectCommandResumable } from './interrupted.ts'
import { folder, items, ledger } from './kit.ts'

/** A service that tests share, each with ledgers of its own names. */
let shared: Client & { dispose(): Promise<void> }
let names = 0
const newName = () => `talks-${++names}`

beforeAll(async () => {
  shared = await start()
})
afterAll(() => shared.dispose())

/** A file of commands: an opening and so many parties. */
function fileOf(parties: number, wrong?: number): string {
  const file = join(folder(), 'commands.ndjson')
  const common = { type: 'party.listed', occurred: '2026-03-01', kind: 'state', role: 'party' }
  const lines = Array.from({ length: parties }, (_, at) => {
    const name = `Party ${at}`
    return JSON.stringify({
      ...common,
      party: `p${at}`,
      name,
      ...(at === wrong && { kind: 'sea' }),
    })
  })
  const opening = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' }
  writeFileSync(file, `${[JSON.stringify(opening), ...lines].join('\n')}\n`)
  return file
}

test('an export is the raw events, and an import of it the same ledger', async () => {
  const { url, get } = await started()
  const from = await started()
  await replay(from, 'peace-plan')
  const file = join(folder(), 'peace-plan.ndjson')
  const out = await ledger(['--url', from.url, 'export', 'peace-plan', '-o', file])
  expect(out).toMatchObject({ code: 0, stdout: '' })
  expect(readdirSync(join(file, '..'))).toEqual(['peace-plan.ndjson'])
  const piped = await ledger(['--url', from.url, 'export', 'peace-plan'])
  expect(piped.stdout).toBe(readFileSync(file, 'utf8'))

  const moved = await ledger(['--url', url, 'import', 'peace-plan', file, '--raw', '--unsigned'])
  expect(JSON.parse(moved.stdout)).toMatchObject({ events: 46, replayed: 0 })
  expect((await get('/v1/negotiations/peace-plan/events')).body).toBe(piped.stdout)
  const other = await ledger(['--url', url, 'import', 'peace-plan', '--raw', '--unsigned'], {
    input: piped.stdout.replace('"salt":"', '"salt":"x'),
  })
  expect(other.code).not.toBe(0)
})

test('of a damaged ledger the part before the damage is exported and shown, marked', async () => {
  const service = await started()
  await replay(service, 'peace-plan')
  await service.stop()
  harm(service.folder, 'peace-plan', 40, "UPDATE event SET salt = 'AAAAAAAAAAAAAAAAAAAAAA'")
  const file = join(folder(), 'part.ndjson')
  const served = await started({ LEDGER_DATA: service.folder })
  // Once while the damage is not known, so that the export is cut off, and once when it is.
  for (const output of [[], ['-o', file]]) {
    const words = ['export', 'peace-plan', '--url', served.url, ...output]
    const refused = await ledger(words)
    expect(refused.code).toBe(3)
    expect(refused.stderr).toContain('peace-plan is damaged from revision 40 on (altered)')
    expect(refused.stderr).toContain('--sound writes the events before the damage.')
    expect(existsSync(file)).toBe(false)
  }
  await served.stop()

  const { code, stderr } = await ledger(
    ['export', 'peace-plan', '--sound', '-o', file].concat('--data', service.folder),
  )
  expect(code).toBe(3)
  expect(stderr).toContain('damaged from revision 40 on (altered)')
  expect(items(readFileSync(file, 'utf8'))).toHaveLength(40)

  const elsewhere = await started()
  const words = ['import', 'peace-plan', file, '--raw', '--unsigned', '--url', elsewhere.url]
  expect((await ledger(words)).code).toBe(0)
  const whole = ['export', 'peace-plan', '--sound', '--url', elsewhere.url]
  expect(await ledger(whole)).toMatchObject({ code: 0, stdout: readFileSync(file, 'utf8') })

  const matrix = ['show', 'matrix', 'peace-plan', '--data', service.folder]
  const shown = await ledger([...matrix, '-r', '39'])
  expect(shown.code).toBe(0)
  expect(shown.stderr).toContain('The ledger is damaged (revision=40; kind=altered)')
  expect((await ledger(matrix)).code).toBe(3)
})

test('a file of commands is imported, and again without recording anything twice', async () => {
  const { url } = shared
  const talks = newName()
  const file = fileOf(600)
  const first = await ledger(['--url', url, 'import', talks, file])
  expect(JSON.parse(first.stdout)).toMatchObject({ complete: true, events: 601, replayed: 0 })
  const again = await ledger(['--url', url, 'import', talks, file, '--table'])
  expect(again.stdout).toBe(`Imported 601 entries into ${talks}, 601 of which were there before.\n`)
})

test('a line that is refused is named, and what came before it is recorded', async () => {
  const { url } = shared
  const talks = newName()
  const words = ['--url', url, 'import', talks, fileOf(600, 550)]
  const { code, stdout, stderr } = await ledger(words)
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain('500 of 601 lines are recorded.')
  expect(stderr).not.toContain('Nothing was written')
  expect(stderr).toContain('  line 552, /kind must be one of')
})

test('with --json that refusal is one problem: pointers into the lines, and codes', async () => {
  const { url } = shared
  const talks = newName()
  const words = ['--url', url, 'import', talks, fileOf(600, 550), '--json']
  const { stderr } = await ledger(words)
  expect(JSON.parse(stderr)).toMatchObject({
    code: 'malformed',
    recordedLines: 500,
    errors: [{ line: 552, pointer: '/kind', code: 'malformed' }],
  })
})

test('where the first lines are refused, nothing is written, and that is said', async () => {
  const { url } = shared
  const talks = newName()
  const { stderr } = await ledger(['--url', url, 'import', talks, fileOf(3, 1)])
  expect(stderr).toContain('Nothing was written.')
  expect(stderr).not.toContain('are recorded')
})

test('a dry run writes nothing', async () => {
  const { url, get } = shared
  const talks = newName()
  const { stdout } = await ledger([
    '--url',
    url,
    'import',
    talks,
    fileOf(3),
    '--dry-run',
    '--table',
  ])
  expect(stdout).toBe(`Would import 4 entries into ${talks}.\n`)
  expect((await get(`/v1/negotiations/${talks}`)).status).toBe(404)
})

test('an import that ended by Ctrl-C and by kill -9 is gone on with, as if at a stretch', async () => {
  const count = 1_800
  const commands = generate({ seed: 11, events: count }).map(({ command }) => command)
  await expectCommandResumable(commands, count)
})

test('what was interrupted by the end of the service is gone on with', async () => {
  const { url, stop } = await started()
  await stop()
  const { code, stderr } = await ledger(['--url', url, 'import', 'talks', fileOf(3)])
  expect(code).toBe(1)
  expect(stderr).toContain('Run the same command again to go on')
})

test('an empty file, and one that is not there, are told', async () => {
  const { url } = shared
  const talks = newName()
  const empty = await ledger(['--url', url, 'import', talks])
  expect(empty.code).toBe(1)
  const missing = await ledger(['--url', url, 'import', talks, 'no-such-file'])
  expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('no-such-file') })
  expect(items(missing.stdout)).toEqual([])
})

test('a revision that is too large for one event is cut, and gone on with', async () => {
  const { url, get } = shared
  const talks = newName()
  const file = join(folder(), 'large.ndjson')
  const occurred = '2026-03-01'
  const operations = Array.from({ length: 300 }, (_, at) => ({
    ...{ op: 'add', clause: `c${at}`, text: `Clause ${at} ${'и'.repeat(1_000)}` },
  }))
  const commands = [
    { type: 'negotiation.opened', occurred, title: 'Talks' },
    { type: 'party.listed', occurred, party: 'a', name: 'A', kind: 'state', role: 'party' },
    { type: 'draft.tabled', occurred, draft: 'd', title: 'D', proposers: ['a'] },
    {
      ...{ type: 'draft.revised', occurred, draft: 'd', revision: 'r1', basis: [] },
      ...{ proposers: ['a'], complete: true, operations },
    },
    { type: 'party.listed', occurred, party: 'b', name: 'B', kind: 'sea', role: 'party' },
  ]
  const write = (lines: readonly object[]) =>
    writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  write(commands)
  const refused = await ledger(['--url', url, 'import', talks, file, '--json'])
  expect(JSON.parse(refused.stderr).errors).toMatchObject([{ line: 5 }])
  write(commands.slice(0, 4))
  const first = await ledger(['--url', url, 'import', 'others', file])
  expect(JSON.parse(first.stdout)).toMatchObject({ complete: true, line: 4 })
  const again = await ledger(['--url', url, 'import', 'others', file])
  const { events, replayed } = JSON.parse(again.stdout)
  expect([events > 5, replayed]).toEqual([true, events])
  const { body } = await get('/v1/negotiations/others/drafts/d/revisions/r1')
  expect(body.contents).toBe('known')
  expect(body.clauses.map(({ text }: { text: string }) => text)).toEqual(
    operations.map(({ text }) => text),
  )
})
