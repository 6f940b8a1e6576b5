import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ledger } from '../cli/kit.ts'
import { type Client, start } from './running.ts'

let service: Client & { dispose(): Promise<void> }

const listed = (party: string) => ({
  ...{ type: 'party.listed', occurred: '2025-11-01', party, name: party.toUpperCase() },
  ...{ kind: 'state', role: 'party' },
})
const revised = (revision: string, day: string, basis: string[], operations: object[]) => ({
  ...{ type: 'draft.revised', occurred: `2025-11-${day}`, draft: 'treaty', revision, basis },
  ...{ proposers: [], complete: true, operations },
})
const twice = {
  ...{ text: 'or twice', wording: 'twice', proposers: ['nz'], opponents: ['us'] },
  reserving: ['jp'],
}

beforeAll(async () => {
  service = await start()
  service.clock = Date.parse('2025-12-01T10:00:00.000Z')
  const answer = await service.post('talks', [
    { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' },
    listed('nz'),
    listed('us'),
    listed('jp'),
    { type: 'draft.tabled', occurred: '2025-11-01', draft: 'treaty', title: 'T', proposers: [] },
    revised(
      'r1',
      '02',
      [],
      [
        { op: 'add', clause: 'a', text: 'Pay once [or twice].', alternatives: [twice] },
        { op: 'add', clause: 'b', text: 'Report.' },
      ],
    ),
    revised(
      'r2',
      '05',
      ['r1'],
      [{ op: 'amend', clause: 'a', text: 'Pay once.', alternatives: [] }],
    ),
    revised('r3', '08', ['r2'], [{ op: 'set_status', clause: 'a', status: 'agreed' }]),
  ])
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
})

afterAll(() => service.dispose())

const read = async (path: string) => (await service.get(`/v1/negotiations/talks${path}`)).body
const show = async (...words: string[]) =>
  (await ledger(['--url', service.url, 'show', ...words, '--table'])).stdout

describe('words in brackets that a revision drops, before a later one agrees the clause', () => {
  test('are opposed while they stand, and by nobody after', async () => {
    const stance = async (day: string) =>
      (await read(`/stances/us/wording/twice?validTime=2025-11-${day}T12:00Z`)).stance
    expect([await stance('03'), await stance('06'), await stance('09')]).toEqual([
      'opposes',
      'no_record',
      'no_record',
    ])
  })

  test('leave a clause that shows as agreed, without a stance', async () => {
    const { clause, stances } = await read('/clauses/a')
    expect(clause).toMatchObject({ id: 'a', text: 'Pay once.', status: 'agreed' })
    for (const cell of stances) {
      expect(cell).toMatchObject({
        stance: 'no_record',
        clause: {
          inText: true,
          status: 'agreed',
          wordings: { of: 0, for: 0, against: 0, reserves: 0 },
        },
      })
    }
  })

  test('are told of in the cell of a clause on which nobody spoke as a whole', async () => {
    const cell = (day: string, clause = 'a') =>
      read(`/stances/us/clause/${clause}?validTime=2025-11-${day}T12:00Z`)
    const none = { of: 0, for: 0, against: 0, reserves: 0 }
    expect(await cell('01')).toMatchObject({ status: 404, code: 'unknown_then' })
    expect(await cell('03')).toMatchObject({
      ...{ stance: 'no_record', basis: null, history: [] },
      clause: { inText: true, wordings: { ...none, of: 1, against: 1 } },
    })
    const agreed = { inText: true, status: 'agreed', wordings: none }
    expect(await cell('09')).toMatchObject({ stance: 'no_record', clause: agreed })
    expect(await cell('03', 'b')).toMatchObject({ clause: { inText: true, wordings: none } })
    expect(await cell('03', 'c')).toMatchObject({ status: 404 })
    const all = await read('/stances?subject=clause:a&validTime=2025-11-03T12:00Z')
    expect(all.cells).toMatchObject([
      { party: 'nz', clause: { wordings: { of: 1, for: 1 } } },
      { party: 'us', clause: { wordings: { of: 1, against: 1 } } },
      { party: 'jp', clause: { wordings: { of: 1, reserves: 1 } } },
    ])
    const moment = ['--valid-time', '2025-11-03T12:00Z']
    const printed = await show('stance', 'talks', 'us', 'clause:a', ...moment)
    expect(printed).toContain('for 0 of 1, against 1')
  })

  test('set the parties apart on the words, once, and only while they stand', async () => {
    const apart = async (day: string) =>
      (await read(`/differences?validTime=2025-11-${day}T12:00Z`)).computed.map(
        ({ subject, apart }: { subject: object; apart: number }) => ({ subject, apart }),
      )
    // Of three parties with a record, one of which reserves its position, one pair stands apart.
    const subject = { kind: 'wording', id: 'twice' }
    expect(await apart('03')).toEqual([{ subject, apart: 1 / 3 }])
    expect(await apart('06')).toEqual([])
  })
})

test('a wording is read at a moment, with its history and who stands where', async () => {
  const found = await read('/wordings/twice')
  expect(found).toMatchObject({
    ...{ wording: 'twice', draft: 'treaty', state: 'dropped', draftRevision: 'r1' },
    history: [{ began: { draftRevision: 'r1' }, ended: { draftRevision: 'r2', why: 'dropped' } }],
    stances: [
      { cell: { party: 'nz', stance: 'no_record' }, history: [{ ended: { why: 'dropped' } }] },
      { cell: { party: 'us', stance: 'no_record' } },
      { cell: { party: 'jp', stance: 'no_record' } },
    ],
  })
  const open = await read('/wordings/twice?validTime=2025-11-03T12:00Z')
  expect(open).toMatchObject({
    ...{ state: 'open', proposers: ['nz'], opponents: ['us'], reserving: ['jp'] },
    stances: [{}, {}, { cell: { stance: 'undecided', basis: 'declared' } }],
  })
  expect(await read('/wordings/thrice')).toMatchObject({ status: 404 })
  const printed = await show('wording', 'talks', '--wording', 'twice')
  expect(printed).toContain('open since r1 (2025-11-02), dropped by r2 (2025-11-05)')
})

test('a clause is read at a moment, with what each revision did to it', async () => {
  const found = await read('/clauses/a?validTime=2025-11-03T12:00Z')
  expect(found).toMatchObject({ draftRevision: 'r1', clause: { text: 'Pay once [or twice].' } })
  expect(found.stances).toMatchObject([
    { party: 'nz', clause: { wordings: { of: 1, for: 1, against: 0 } } },
    { party: 'us', clause: { wordings: { of: 1, for: 0, against: 1, reserves: 0 } } },
    { party: 'jp', clause: { wordings: { of: 1, for: 0, against: 0, reserves: 1 } } },
  ])
  const { steps } = await read('/clauses/a')
  const ids = steps.map((step: { draftRevision: string }) => step.draftRevision)
  expect(ids).toEqual(['r3', 'r2', 'r1'])
  const moment = ['--valid-time', '2025-11-03T12:00Z']
  const printed = await show('clause', 'talks', '--clause', 'a', ...moment)
  expect(printed).toMatch(/US +no record +for 0 of 1, against 1/)
  expect(printed).toMatch(/JP +no record +for 0 of 1, against 0, reserves 1/)
})

test('a redline of changes alone leaves out the clauses that stand as they stood', async () => {
  const ids = async (query: string) => {
    const { clauses } = await read(`/drafts/treaty/redline?from=r1&to=r3${query}`)
    return clauses.map(({ clause }: { clause: string }) => clause)
  }
  expect(await ids('')).toEqual(['a', 'b'])
  expect(await ids('&only=changes')).toEqual(['a'])
  const lines = await show('redline', 'talks', '--from', 'r1', '--only', 'changes')
  expect(lines).not.toContain('Report.')
})

test('a statement may take a position on a wording that some draft has, and on no other', async () => {
  const said = (id: string) => ({
    ...{ type: 'statement.recorded', occurred: '2025-11-04', statement: `on-${id}` },
    ...{ speaker: { kind: 'party', id: 'us' }, text: 'Twice, then.', language: 'en' },
    ...{ rendering: 'original', wording: 'quoted', attribution: { level: 'on_record' } },
    about: [],
    positions: [
      {
        ...{ party: 'us', subject: { kind: 'wording', id }, stance: 'supports' },
        ...{ commitment: 'unspecified', redLine: 'unstated' },
      },
    ],
  })
  expect((await service.post('talks', said('thrice'))).status).toBe(422)
  expect((await service.post('talks', said('twice'))).status).toBe(201)
  const on = async (day: string) =>
    (await read(`/stances/us/wording/twice?validTime=2025-11-${day}T12:00Z`)).stance
  expect([await on('04'), await on('06')]).toEqual(['supports', 'no_record'])
})

test('a wording that was reworded before it was dropped shows its last form', async () => {
  const thrice = { ...twice, text: 'or twice or thrice', wording: 'more', opponents: ['us', 'jp'] }
  const treaty = (revision: string, day: string, basis: string[], operation: object) => ({
    ...revised(revision, day, basis, [operation]),
    draft: 'other',
  })
  const text = 'Pay once [or twice].'
  const alternatives = [{ ...twice, wording: 'more', reserving: [] }]
  const amend = { op: 'amend', clause: 'o' }
  const answer = await service.post('talks', [
    { type: 'draft.tabled', occurred: '2025-11-01', draft: 'other', title: 'O', proposers: [] },
    treaty('o1', '02', [], { op: 'add', clause: 'o', text, alternatives }),
    treaty('o2', '05', ['o1'], {
      ...{ ...amend, text: 'Pay once [or twice or thrice].' },
      alternatives: [{ ...thrice, reserving: [] }],
    }),
    treaty('o3', '08', ['o2'], { ...amend, text: 'Pay once.', alternatives: [] }),
  ])
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  expect(await read('/wordings/more')).toMatchObject({
    ...{ state: 'dropped', draftRevision: 'o2', places: [{ text: 'or twice or thrice' }] },
    ...{ proposers: ['nz'], opponents: ['us', 'jp'] },
    history: [{ began: { draftRevision: 'o1' }, ended: { draftRevision: 'o3' } }],
  })
  expect(await read('/wordings/more?validTime=2025-11-03T12:00Z')).toMatchObject({
    ...{ state: 'open', draftRevision: 'o1', places: [{ text: 'or twice' }], opponents: ['us'] },
  })
})
