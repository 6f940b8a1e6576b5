import { strToU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docx, paragraph, run, tracked } from '../drafting/formats/docx-file.ts'
import { pdf, pdfOf, stream } from '../drafting/formats/pdf-file.ts'
import { expectProblem } from './expect-problem.ts'
import { type Client, start } from './running.ts'

const at = '/v1/negotiations/talks'
const FIRST = `1. The Parties end the war at once.

2. The army has at most 600 000 men in peacetime.

3. Ukraine joins no military alliance, now or later.`

// biome-ignore lint/suspicious/noExplicitAny: tests look at JSON as it comes
type Json = any

let service: Client & { dispose(): Promise<void> }

beforeAll(async () => {
  service = await start()
  service.clock = Date.parse('2025-12-01T10:00:00.000Z')
  const usa = { party: 'usa', name: 'United States', kind: 'state', role: 'party' }
  await post([
    { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' },
    { type: 'party.listed', occurred: '2025-11-01', ...usa },
    {
      ...{ type: 'draft.tabled', occurred: '2025-11-20', draft: 'plan', title: 'The plan' },
      proposers: ['usa'],
    },
  ])
  await post((await match({ revision: 'p1', text: FIRST })).commands)
})

afterAll(() => service.dispose())

async function post(commands: unknown) {
  const answer = await service.post('talks', commands)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
}

async function ask(body: object, draft = 'plan') {
  const response = await fetch(new URL(`${at}/drafts/${draft}/match`, service.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ occurred: '2025-11-25', proposers: ['usa'], ...body }),
  })
  const { status, headers } = response
  return { status, headers, body: (await response.json()) as Json }
}

async function match(body: object) {
  const answer = await ask(body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

test('what cannot be matched is refused, naming what is wrong', async () => {
  const malformed = await ask({ revision: 'p3', text: 'One.', clauses: [] })
  expectProblem(malformed, 'malformed')
  expectProblem(await ask({ revision: 'p3', text: 'One.' }, 'none'), 'unknown_then')
  const basis = await ask({ revision: 'p3', text: 'One.', basis: ['p0'] })
  expectProblem(basis, 'unknown_id')
  const same = [{ unit: 0, clause: 'nothing' }]
  const unknown = await ask({ revision: 'p3', text: 'One.', same })
  expect(unknown.body.errors[0].pointer).toBe('/same/0/clause')
})

test.each([
  ['/text', { text: ' \n' }],
  ['/text', { text: '# Only a title', format: 'markdown' }],
  ['/clauses', { clauses: [] }],
])('a text without a clause is refused, and removes none: %s %j', async (pointer, given) => {
  const refused = await ask({ revision: 'p3', ...given })
  expectProblem(refused, 'malformed')
  expect(refused.body.errors[0].pointer).toBe(pointer)
})

test('a code that would stand for two parties is refused, whatever its case', async () => {
  const parties = [
    { code: 'US', party: 'usa' },
    { code: 'us', party: 'usa' },
    { code: 'us ', party: 'ukraine' },
  ]
  const refused = await ask({ revision: 'p3', text: 'One.', parties })
  expectProblem(refused, 'malformed')
  expect(refused.body.errors).toMatchObject([{ pointer: '/parties/2/code' }])
})

test.each([
  [
    'one clause for two units',
    [
      { unit: 0, clause: 'p1-1' },
      { unit: 1, clause: 'p1-1' },
    ],
    '/same/1',
  ],
  [
    'one unit twice',
    [
      { unit: 0, clause: 'p1-1' },
      { unit: 0, clause: null },
    ],
    '/same/1',
  ],
  ['a unit that the text does not have', [{ unit: 2, clause: 'p1-1' }], '/same/0/unit'],
])('what is the same cannot be %s', async (_, same, pointer) => {
  const answer = await ask({ revision: 'p3', text: '1. One.\n\n2. Two.', same })
  expectProblem(answer, 'malformed')
  expect(answer.body.errors.map((error: Json) => error.pointer)).toEqual([pointer])
})

test.each([
  ['malformed', '/occurred', { occurred: 'soon' }],
  ['id_taken', '/revision', { revision: 'p1' }],
  ['unknown_id', '/proposers/0', { proposers: ['nobody'] }],
  ['unknown_id', '/attests', { attests: 'nothing' }],
  ['unknown_id', '/meeting', { meeting: 'nowhere' }],
  ['unknown_id', '/evidence/0/source', { evidence: [{ source: 'nothing' }] }],
  ['unknown_id', '/parties/0/party', { parties: [{ code: 'US', party: 'nobody' }] }],
] as const)(
  'what the commands would be refused for is refused: %s %s',
  async (code, pointer, told) => {
    const answer = await ask({ revision: 'p3', text: 'One.', ...told })
    expectProblem(answer, code)
    expect(answer.body.errors.map((error: Json) => error.pointer)).toEqual([pointer])
  },
)

test('two units may each be none of the clauses', async () => {
  const same = [0, 1].map((unit) => ({ unit, clause: null }))
  const { units } = await match({ revision: 'p3', text: '1. One.\n\n2. Two.', same })
  expect(units.map(({ how }: Json) => how)).toEqual(['added', 'added'])
})

test('a text made from two has the clauses of both, under their ids and with their words', async () => {
  const more = { draft: 'plan', proposers: ['usa'], basis: ['p1'] }
  const add = { op: 'add', clause: 'seas', text: 'Ships pass the strait freely and pay nothing.' }
  const third = { op: 'remove', clause: 'p1-3' }
  await post([
    {
      type: 'draft.revised',
      occurred: '2025-11-25',
      ...more,
      revision: 'left',
      operations: [third],
      complete: true,
    },
    {
      type: 'draft.revised',
      occurred: '2025-11-25',
      ...more,
      revision: 'right',
      operations: [add],
      complete: true,
    },
  ])
  const text = `${FIRST}\n\n4. ${add.text}`
  const told = { revision: 'joint', basis: ['left', 'right'], text }
  const { commands, units } = await match(told)
  const took = units.map(({ clause, how }: Json) => `${how} ${clause}`)
  expect(took).toEqual(['kept p1-1', 'kept p1-2', 'restored p1-3', 'restored seas'])
  await post(commands)
  const joint = (await service.get(`${at}/drafts/plan/revisions/joint/blame`)).body
  const seas = joint.clauses.find(({ clause }: Json) => clause === 'seas')
  expect(seas.text.map((run: Json) => joint.origins[run.origin].draftRevision)).toEqual(['right'])
  const unknown = await ask({ ...told, revision: 'p3', basis: ['left', 'nothing'] })
  expect(unknown.body.errors[0].pointer).toBe('/basis/1')
})

describe('ids from a caller that has them', () => {
  const clauses = [
    { id: 'scope', label: '1.', text: 'This plan applies to the whole country.' },
    { id: 'army', label: '2.', text: 'The army has at most 500 000 men.' },
    { label: '3.', text: 'Elections are held within a year.' },
  ]

  test('are those of new clauses, in order and under one another', async () => {
    const nested = [...clauses, { id: 'seats', text: 'Of all seats.', depth: 1 }]
    const { commands, units } = await match({ revision: 'w1', basis: [], clauses: nested })
    expect(units.map(({ clause, how }: Json) => [clause, how])).toEqual([
      ['scope', 'added'],
      ['army', 'added'],
      ['w1-1', 'added'],
      ['seats', 'added'],
    ])
    await post(commands)
    const answer = await ask({ revision: 'w2', basis: [], clauses: [{ id: 'army', text: 'x' }] })
    expect(answer.body.errors).toMatchObject([{ code: 'id_taken', pointer: '/clauses/0/id' }])
  })

  test('decide what a unit is, whatever it says, and bring back what had ended', async () => {
    const [scope, army, elections] = clauses as [Json, Json, Json]
    const second = [{ ...army, text: 'Something else altogether.' }, elections]
    const { commands, units } = await match({ revision: 'w3', basis: ['w1'], clauses: second })
    expect(units[0]).toMatchObject({ clause: 'army', how: 'kept' })
    await post(commands)
    const third = await match({
      ...{ revision: 'w4', basis: ['w3'], text: '1. Scope again.\n\n2. Army.\n\n3. New.' },
      ids: [
        { unit: 0, id: 'scope' },
        { unit: 1, id: 'army' },
        { unit: 2, id: 'novel' },
      ],
    })
    expect(third.units.map(({ clause, how }: Json) => [clause, how])).toEqual([
      ['scope', 'restored'],
      ['army', 'kept'],
      ['novel', 'added'],
    ])
    await post(third.commands)
    const read = await service.get(`${at}/drafts/plan/revisions/w4`)
    expect(read.body.clauses.map(({ id, text }: Json) => [id, text])).toEqual([
      ['scope', 'Scope again.'],
      ['army', 'Army.'],
      ['novel', 'New.'],
    ])
    expect(scope.id).toBe('scope')
  })

  test.each([
    [
      'an id twice',
      {
        ids: [
          { unit: 0, id: 'a' },
          { unit: 1, id: 'a' },
        ],
      },
      '/ids/1',
    ],
    [
      'a unit twice',
      {
        ids: [
          { unit: 0, id: 'a' },
          { unit: 0, id: 'b' },
        ],
      },
      '/ids/1',
    ],
    ['a unit that is not there', { ids: [{ unit: 9, id: 'a' }] }, '/ids/0/unit'],
    [
      'a unit that is said to be a clause',
      { ids: [{ unit: 0, id: 'a' }], same: [{ unit: 0, clause: null }] },
      '/ids/0',
    ],
  ])('are refused for %s', async (_, given, pointer) => {
    const { status, body } = await ask({
      revision: 'w9',
      basis: [],
      text: '1. A.\n\n2. B.',
      ...given,
    })
    expect([status, body.errors[0].pointer]).toEqual([status === 422 ? 422 : 400, pointer])
  })
})

test('the title of a text in Markdown is told, and no clause', async () => {
  const { reading, units } = await match({
    ...{ revision: 'u1', basis: [], format: 'markdown' },
    text: '# Treaty on the River\n\n## Article 1\n\nText.',
  })
  expect(reading.title).toBe('Treaty on the River')
  expect(units).toMatchObject([{ label: 'Article 1' }])
})

test('what is doubtful about the reading is told with its place', async () => {
  const { reading } = await match({
    revision: 'u1',
    basis: [],
    text: 'Article 1\r\nA.\r\n\r\nArticle 3\r\nB.',
  })
  expect(reading).toEqual({
    title: null,
    uncertain: [{ at: 14, label: 'Article 3', taken: true, why: 'skips' }],
    proposals: [],
    leftOut: [],
    digest: null,
  })
})

describe('a Word document', () => {
  const file = docx(
    paragraph(run('Article 1')),
    paragraph(
      run('The army has '),
      tracked(
        'del',
        'Anna Nowak',
        '2025-11-20T09:00:00Z',
        '<w:r><w:delText>at most</w:delText></w:r>',
      ),
      tracked('ins', 'Anna Nowak', '2025-11-20T09:01:00Z', run('up to')),
      run(' 600 000 men.'),
    ),
  )
  const document = Buffer.from(file).toString('base64')

  test('is read with its changes as alternatives of those for whom their authors stand', async () => {
    const parties = [{ code: 'Anna Nowak', party: 'usa' }]
    const given = { revision: 'x1', basis: [], format: 'docx', document, parties }
    const { units, reading, commands } = await match(given)
    expect(units).toMatchObject([
      {
        label: 'Article 1',
        brackets: {
          alternatives: [
            { text: 'at most', proposers: [], opponents: ['usa'] },
            { text: 'up to', proposers: ['usa'], opponents: [] },
          ],
        },
      },
    ])
    expect(reading.proposals).toMatchObject([
      { kind: 'deletion', author: 'Anna Nowak', date: '2025-11-20T09:00:00Z' },
      { kind: 'insertion', text: 'up to' },
    ])
    await post(commands)
    const text = await service.get(`${at}/drafts/plan/revisions/x1?format=text`)
    const again = await match({ revision: 'x2', basis: ['x1'], text: text.body, parties })
    expect(again.units).toMatchObject([{ how: 'kept', alike: 1 }])
    expect(again.commands[0].operations).toEqual([])
  })

  test('that is none is refused', async () => {
    const given = { revision: 'x3', basis: [], format: 'docx' }
    const words = await ask({ ...given, document: Buffer.from('words').toString('base64') })
    expectProblem(words, 'malformed')
    expect(words.body.errors[0].pointer).toBe('/document')
    const text = await ask({ ...given, text: 'words' })
    expect(text.body.errors[0].pointer).toBe('/format')
  })
})

describe('a PDF', () => {
  const page = (...words: readonly string[]) =>
    words.map((each, at) => ({ words: each, x: 70, y: 740 - 20 * at }))
  const base64 = (file: Uint8Array) => Buffer.from(file).toString('base64')
  const file = pdf([page('Article 1', 'The army has [US propose: at most] 600 000 men.')])

  test('is read as plain text is, with the digest of its bytes', async () => {
    const parties = [{ code: 'US', party: 'usa' }]
    const given = { revision: 'y1', basis: [], format: 'pdf', document: base64(file), parties }
    const { units, reading } = await match(given)
    expect(units).toMatchObject([
      { label: 'Article 1', brackets: { alternatives: [{ text: 'at most', proposers: ['usa'] }] } },
    ])
    expect(reading).toMatchObject({ leftOut: [], digest: expect.stringMatching(/^sha-256:.{43}$/) })
  })

  test('that is none is refused with what to do', async () => {
    const given = { revision: 'y2', basis: [], format: 'pdf' }
    const scanned = await ask({ ...given, document: base64(pdf([[]])) })
    expectProblem(scanned, 'malformed')
    expect(scanned.body.errors).toMatchObject([
      { pointer: '/document', detail: expect.stringContaining('run text recognition (OCR)') },
    ])
  })

  test('a small one that inflates beyond the memory of a thread exceeds the limit', async () => {
    const bomb = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[${'4 0 R '.repeat(300)}]>>`,
      stream(new Uint8Array(2 ** 23).fill(0x20)),
    ])
    expect(bomb.length).toBeLessThan(20_000)
    const given = { revision: 'y3', basis: [], format: 'pdf', document: base64(bomb) }
    const answer = await ask(given)
    expectProblem(answer, 'work_limit_exceeded')
  })
})

test('what is doubtful about clauses that are given is told', async () => {
  const { units, reading } = await match({
    ...{ revision: 'c1', basis: [] },
    clauses: [
      { label: '(a)', text: 'One.', depth: 2 },
      { label: 'Article 1', heading: '[US propose: Aims]', text: 'Words.', depth: 0 },
      { heading: '[Scope]', text: 'Words.', depth: 2 },
    ],
  })
  expect(reading.uncertain).toEqual([
    { at: 0, label: '(a)', taken: true, why: 'skips_levels' },
    { at: 2, label: '[Scope]', taken: true, why: 'skips_levels' },
  ])
  expect(units.map((unit: Json) => unit.depth)).toEqual([0, 0, 1])
  expect(units.map((unit: Json) => unit.brackets.unread)).toEqual([
    [],
    [{ at: 0, why: 'in_heading' }],
    [],
  ])
})

test('a match tells how far it is, where it is asked to', async () => {
  const lines = async (body: object) => {
    const response = await fetch(new URL(`${at}/drafts/plan/match?progress=true`, service.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ occurred: '2025-11-25', proposers: ['usa'], ...body }),
    })
    expect(response.headers.get('content-type')).toContain('application/x-ndjson')
    return (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Json)
  }
  const asked = { revision: 'z1', basis: ['p1'], text: FIRST }
  const told = await lines(asked)
  expect(told.map(({ kind, stage = null }) => [kind, stage])).toEqual([
    ['progress', 'matching'],
    ['progress', 'comparing'],
    ['matched', null],
  ])
  expect(told.at(-1).answer).toEqual(await match(asked))
  const refused = await lines({ ...asked, same: [{ unit: 9, clause: null }] })
  expect(refused.at(-1)).toMatchObject({ kind: 'refused', problem: { code: 'malformed' } })
})

test('the text of a file is read without a draft', async () => {
  const read = async (format: string, file: Uint8Array) => {
    const document = Buffer.from(file).toString('base64')
    const response = await fetch(new URL('/v1/document-text', service.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ format, document }),
    })
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Json,
    }
  }
  const tables = docx('<w:tbl>'.repeat(2_000_000))
  const [bomb, word] = await Promise.all([
    read('docx', tables),
    read('docx', docx(paragraph(run('The report.')))),
  ])
  expectProblem(bomb, 'work_limit_exceeded')
  expect(word.body).toMatchObject({ text: 'The report.', proposals: [], leftOut: [] })
  const other = await read('pdf', pdf([[{ words: 'The report.', x: 70, y: 700 }]]))
  expect(other.body).toMatchObject({ text: 'The report.' })
  expectProblem(await read('pdf', strToU8('words')), 'malformed')
})
