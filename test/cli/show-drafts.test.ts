import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { start } from '../http/running.ts'
import { cells, folder, ledger } from './kit.ts'

const revised = (revision: string, occurred: string, more: object) => ({
  ...{ type: 'draft.revised', occurred, draft: 'treaty', revision },
  ...{ basis: [], proposers: ['nz'], complete: true, ...more },
})
const listed = (party: string, name: string) => ({
  ...{ type: 'party.listed', occurred: '2025-11-01', party, name, kind: 'state', role: 'party' },
})
const tabled = (draft: string, occurred: string, title: string) => ({
  ...{ type: 'draft.tabled', occurred, draft, title, proposers: ['nz'], language: 'en' },
})

const commands = [
  { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' },
  listed('nz', 'New Zealand'),
  listed('jp', 'Japan'),
  tabled('treaty', '2025-11-10', 'The treaty'),
  revised('t1', '2025-11-10', {
    operations: [
      { op: 'add', clause: 'scope', label: '1', heading: 'Scope', text: 'Parties should act.' },
      {
        op: 'add',
        clause: 'forests',
        under: 'scope',
        label: '1.1',
        text: 'Of all\u001b[31m forests.',
      },
    ],
  }),
  revised('t2', '2025-11-12', {
    basis: ['t1'],
    proposers: ['jp'],
    operations: [
      {
        op: 'amend',
        clause: 'scope',
        text: 'Parties shall act.',
        alternatives: [{ label: 'a', text: 'may', proposers: ['nz'], opponents: ['jp'] }],
      },
      {
        ...{ op: 'take_position', clause: 'scope', party: 'jp', stance: 'opposes' },
        ...{ commitment: 'reserved', note: 'Japan reserves.' },
      },
      { op: 'set_status', clause: 'scope', status: 'bracketed' },
    ],
  }),
  tabled('rival', '2025-11-11', 'The rival'),
  { type: 'draft.initialled', occurred: '2025-11-20', draft: 'rival', by: [{ party: 'nz' }] },
  { type: 'person.named', occurred: '2025-11-01', person: 'ito', name: 'A. Ito' },
  {
    ...{ type: 'draft.signed', occurred: '2025-11-21/..', draft: 'rival' },
    by: [{ party: 'jp', person: 'ito' }],
  },
]

let service: Awaited<ReturnType<typeof start>>

beforeAll(async () => {
  service = await start()
  const { status, body } = await service.post('talks', commands)
  expect(status, JSON.stringify(body)).toBeLessThan(300)
})
afterAll(() => service.dispose())

const show = (...words: string[]) =>
  ledger(['--url', service.url, 'show', ...words], { environment: { COLUMNS: '120' } })
const printed = async (...words: string[]) => (await show(...words, '--table')).stdout.split('\n')
const answered = async (path: string) => (await service.get(`/v1/negotiations/talks${path}`)).body

describe('the redline', () => {
  test('marks what changed without colour, and names whose positions', async () => {
    expect(await printed('redline', 'talks')).toEqual([
      'Before: The treaty, t1',
      'After: The treaty, t2',
      '',
      '1 Scope',
      '(amended; status proposed, now bracketed; alternatives changed; positions changed)',
      'Parties [-should-]{+shall+} act.',
      '{+alternative a; proposed by New Zealand; opposed by Japan: “may”+}',
      '{+Japan: opposes, reserved: “Japan reserves.”+}',
      '',
      '  1.1',
      '  Of all\ufffd[31m forests.',
      '',
    ])
  })

  test('is between the revisions, or the moments, that are asked for', async () => {
    const back = await printed('redline', 'talks', '--from', 't2', '--to', 't1')
    expect(back).toContain('Parties [-shall-]{+should+} act.')
    const since = await printed('redline', 'talks', '--since', '4')
    expect(since[0]).toMatch(/^Before: The treaty, t1, known after revision 4 /)
    expect(await printed('redline', 'talks', '--from', 't1', '--to', 't1')).toContain(
      'Nothing changed.',
    )
  })

  test('of another draft than the one on the table is had by its id, at any moment', async () => {
    const rival = await show('redline', 'talks', '--draft', 'rival')
    expect(rival.code).toBe(1)
    const then = await show('redline', 'talks', '-r', '4', '--draft', 'treaty')
    const { body } = await service.get('/v1/negotiations/talks/drafts/treaty/redline?revision=4')
    expect(JSON.parse(then.stdout)).toEqual({ ...body, asOf: JSON.parse(then.stdout).asOf })
    expect(body.to.draftRevision).toBe('t1')
  })

  test('where no draft is on the table says so', async () => {
    const { code, stderr } = await show('redline', 'talks', '-r', '2')
    expect(code).toBe(1)
    expect(stderr).toContain('No draft is on the table at that moment.')
    expect(stderr).toContain('--draft')
  })
})

describe('blame', () => {
  test('has the words by number, and below them what brought them in', async () => {
    const { stdout } = await show('blame', 'talks', '--table')
    const rows = cells(stdout)
    expect(rows).toContainEqual(['1', '[1]', 'Scope'])
    expect(rows).toContainEqual(['', '[2]', 'shall'])
    expect(rows).toContainEqual(['[2]', 't2', 'Japan', '2025-11-12', '5', '-', '-'])
  })

  test('piped, is the reply of the API for the revision that is asked for', async () => {
    const { stdout } = await show('blame', 'talks', '--draft-revision', 't1', '-r', '6')
    const reply = JSON.parse(stdout)
    expect(reply.clauses).toEqual((await answered('/drafts/treaty/revisions/t1/blame')).clauses)
  })

  test('of a draft without a text says so', async () => {
    const { code, stderr } = await show('blame', 'talks', '--draft', 'rival')
    expect([code, stderr]).toEqual([1, expect.stringContaining('the text of no revision of rival')])
  })
})

describe('the draft', () => {
  test('has the status of each clause, who opposes a wording, and who reserves what', async () => {
    const lines = await printed('draft', 'talks')
    expect(lines).toContain('1 Scope [bracketed]')
    expect(lines).toContain('  alternative a; proposed by New Zealand; opposed by Japan: “may”')
    expect(lines).toContain('  Japan: opposes, reserved: “Japan reserves.”')
    expect(lines).toContain('It competes with')
  })

  test('by its id, with its revisions', async () => {
    const lines = await printed('draft', 'talks', '--draft', 'treaty')
    expect(lines[0]).toBe('The treaty')
    expect(cells(lines.join('\n'))).toContainEqual([
      't2',
      '-',
      '2025-11-12',
      'attested',
      't1',
      'Japan',
    ])
    expect((await show('draft', 'talks', '--draft', 'rival', '--table')).stdout).toContain(
      'It has no text yet.',
    )
    expect((await show('draft', 'talks', '--draft', 'none')).code).toBe(1)
  })

  test('with who signed or initialled it, when', async () => {
    const lines = await printed('draft', 'talks', '--draft', 'rival', '--valid-time', '2025-11-25')
    expect(lines).toContain('initialled by New Zealand on 2025-11-20')
    expect(lines).toContain('signed by Japan (A. Ito) on 2025-11-21/.., possibly')
  })

  test('as one of its revisions has it', async () => {
    const lines = await printed('draft', 'talks', '--draft-revision', 't1')
    expect(lines.slice(0, 4)).toEqual([
      'The treaty, t1',
      '',
      '1 Scope [proposed]',
      '  Parties should act.',
    ])
    const piped = JSON.parse((await show('draft', 'talks', '--draft-revision', 't1')).stdout)
    expect(piped.clauses).toEqual((await answered('/drafts/treaty/revisions/t1')).clauses)
  })
})

test('a data folder shows the same', async () => {
  const data = folder()
  const input = commands.map((command) => JSON.stringify(command)).join('\n')
  await ledger(['--data', data, 'record', 'talks'], { input })
  const { stdout } = await ledger(['--data', data, 'show', 'redline', 'talks', '--table'])
  expect(stdout).toContain('\nParties [-should-]{+shall+} act.\n')
})
