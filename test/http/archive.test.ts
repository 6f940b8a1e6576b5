import { describe, expect, onTestFinished, test } from 'vitest'
import { readVkey } from '../../src/log/note.ts'
import { reportOf } from '../../src/verify/report.ts'
import { BundleVerifier } from '../../src/verify/verifier.ts'
import { ledger } from '../cli/kit.ts'
import { importCommands, ndjson } from './importing.ts'
import { type Client, start } from './running.ts'

const IMPORTED = '2026-05-04T12:00:00.000Z'

/** A service whose clock stands at the time of the import. */
async function atImport(): Promise<Client> {
  const service = await start()
  onTestFinished(() => service.dispose())
  service.clock = Date.parse(IMPORTED)
  return service
}

function raised(issue: string, recordedAt: string | undefined, occurred = '2016-12') {
  const put = { title: issue, proposition: `${issue} is so.` }
  return { type: 'issue.raised', occurred, recordedAt, issue, ...put }
}

const opened = {
  ...{ type: 'negotiation.opened', occurred: '2016-11-01', title: 'Old talks' },
  recordedAt: '2016-11-02T09:00:00Z',
}
const ARCHIVE = [
  opened,
  raised('cap', '2017-01-10T10:00:00Z'),
  raised('border', '2017-06-01T12:00:00+02:00'),
  raised('ports', '2019-02-01T00:00:00Z'),
]

const archive = (service: Client, lines: readonly object[], key = 'file', query = '') =>
  importCommands(service.url, 'talks', ndjson(lines), { key, query: `?form=archive${query}` })

const read = async (service: Client, path: string) =>
  (await service.get(`/v1/negotiations/talks/${path}`)).body

const issues = async (service: Client, at: string) => {
  const body = await read(service, `issues?transactionTime=${at}`)
  return body.issues?.map(({ issue }: { issue: string }) => issue) ?? body.code
}

describe('an archive fills an empty ledger with the recording times of another system', () => {
  test('so that what was known in 2017 has an answer, which says whose claim it is', async () => {
    const service = await atImport()
    const { summary } = await archive(service, ARCHIVE)
    expect(summary).toMatchObject({ complete: true, events: 4 })
    expect(await issues(service, '2016-01-01T00:00Z')).toBe('unknown_then')
    expect(await issues(service, '2017-06-01T09:59Z')).toEqual(['cap'])
    expect(await issues(service, '2017-06-01T10:00Z')).toEqual(['cap', 'border'])
    const { asOf } = await read(service, 'issues?transactionTime=2017-12-31')
    expect(asOf).toEqual({
      ...{ revision: 2, transactionTime: '2017-06-01T10:00:00.000Z', importedAt: IMPORTED },
      validTime: '2017-06-01T10:00:00.000Z',
    })
  })

  test('the header of each entry has both times, and what was then open closes by the claim', async () => {
    const service = await atImport()
    await archive(service, [opened, raised('cap', '2016-12-10T10:00:00Z')])
    const { event } = await read(service, 'events/1')
    expect(event.header).toMatchObject({
      ...{ recordedAt: '2016-12-10T10:00:00.000Z', importedAt: IMPORTED },
    })
    const cap = await read(service, 'issues/cap?validTime=2016-12-11T00:00Z')
    expect(cap).toMatchObject({ state: 'open' })
    expect(cap).not.toHaveProperty('possibly')
  })

  test('entries of its own follow, recorded when they are, and then no archive any more', async () => {
    const service = await atImport()
    await archive(service, ARCHIVE)
    const { recordedAt: _, ...command } = raised('new', undefined, '2026-05-01')
    const { body } = await service.post('talks', command)
    expect(body.events).toMatchObject([{ recordedAt: IMPORTED, revision: 4 }])
    expect(body.events[0]).not.toHaveProperty('importedAt')
    expect((await read(service, 'issues')).asOf).not.toHaveProperty('importedAt')
    const { lines } = await archive(service, [raised('late', '2026-05-04T12:00:00Z')], 'other')
    expect(lines[0]).toMatchObject({ kind: 'refused', problem: { code: 'ledger_not_empty' } })
  })

  test('a file sent again is acknowledged; a second archive that goes on is taken', async () => {
    const service = await atImport()
    await archive(service, ARCHIVE)
    expect((await archive(service, ARCHIVE)).summary).toMatchObject({ replayed: 4 })
    const more = await archive(service, [raised('late', '2020-01-01T00:00:00Z')], 'more')
    expect(more.summary).toMatchObject({ complete: true, revision: 4 })
  })

  test('tried with dryRun it says so and writes nothing', async () => {
    const service = await atImport()
    const { summary } = await archive(service, ARCHIVE, 'file', '&dryRun=true')
    expect(summary).toMatchObject({ complete: true, dryRun: true, events: 4 })
    expect((await service.get('/v1/negotiations/talks')).status).toBe(404)
  })

  test.each([
    ['without a time', [opened, raised('cap', undefined)], 2, 'is missing'],
    ['with a time that is none', [{ ...opened, recordedAt: '2016' }], 1, 'must be'],
    [
      'earlier than the line before',
      [opened, raised('cap', '2016-11-01T00:00:00Z')],
      2,
      'earlier than that of the entry before it',
    ],
    ['in the future', [opened, raised('cap', '2026-05-04T12:00:01Z')], 2, 'in the future'],
  ])('a line %s is refused by its number, and nothing is recorded', async (_, file, line, why) => {
    const service = await atImport()
    const { lines } = await archive(service, file)
    expect(lines[0]).toMatchObject({
      ...{ kind: 'refused', line },
      problem: { code: 'malformed', errors: [{ pointer: '/recordedAt' }] },
    })
    expect(JSON.stringify(lines[0])).toContain(why)
    expect((await service.get('/v1/negotiations/talks')).status).toBe(404)
  })

  test('the verifier counts the entries whose recording times are a claim', async () => {
    const service = await atImport()
    await archive(service, ARCHIVE)
    const key = readVkey((await read(service, 'log/vkey')).trim())
    const verifier = new BundleVerifier({ key })
    const bundle: string = await read(service, 'log/export')
    for (const line of bundle.trimEnd().split('\n')) verifier.next(Buffer.from(line))
    expect(reportOf(verifier.end(), undefined).lines.join('\n')).toContain(
      'The recording times of 4 imported entries: they are the claim of the system that those came from.',
    )
  })

  test('the command line imports one with --archive', async () => {
    const service = await atImport()
    const words = ['import', 'talks', '--archive', '--json', '--url', service.url]
    const { code, stdout } = await ledger(words, { input: ndjson(ARCHIVE) })
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { complete: true, events: 4 }])
    expect(await issues(service, '2017-12-31')).toEqual(['cap', 'border'])
  })

  test('outside an archive nobody says when an entry was recorded', async () => {
    const service = await atImport()
    const { status, body } = await service.post('talks', opened)
    expect([status, body.errors]).toMatchObject([400, [{ pointer: '/recordedAt' }]])
  })
})
