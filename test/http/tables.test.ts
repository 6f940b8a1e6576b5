import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvOf } from '../../src/http/tables/csv.ts'
import { written } from '../../src/http/tables/table.ts'
import { generate } from '../generator/generate.ts'
import { expectProblem } from './expect-problem.ts'
import { importCommands, ndjson } from './importing.ts'
import { type Answer, type Client, replay, start } from './running.ts'

const at = '/v1/negotiations/peace-plan'

let service: Client & { dispose(): Promise<void> }

beforeAll(async () => {
  service = await start()
  await replay(service, 'peace-plan')
})

afterAll(() => service.dispose())

test('a table begins with a byte order mark where one is asked for', async () => {
  const [plain, marked] = await Promise.all(
    ['', '&bom=true'].map(async (query) => {
      const answer = await fetch(`${service.url}${at}/timeline?format=csv${query}`)
      return Buffer.from(await answer.arrayBuffer())
    }),
  )
  expect(marked).toEqual(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain as Buffer]))
})

test('the matrix has a row for each party and subject, as of the same moments', async () => {
  for (const moment of ['', '&validTime=2025-11-29T00:00Z', '&revision=20']) {
    const answer = await service.get(`${at}/stances?format=csv${moment}`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    const { asOf, rows } = (await service.get(`${at}/stances?format=json${moment}`)).body
    const name = `filename="peace-plan-stances-${asOf.revision}.csv"`
    expect(answer.headers.get('content-disposition')).toBe(`attachment; ${name}`)
    const cells = rows.flatMap(({ cells }: { cells: Cell[] }) => cells)
    const common = records(answer.body).map((row) => [row.party, row.subject, row.stance])
    expect(common).toEqual(
      cells.map(({ party, subject, stance }: Cell) => [party, subject.id, stance]),
    )
  }
  const path = `${at}/stances?format=csv&subject=issue:army-cap`
  const ukraine = records((await service.get(path)).body).find(({ party }) => party === 'ukraine')
  const { reported } = (await service.get(`${at}/stances/ukraine/issue/army-cap`)).body
  expect(ukraine).toMatchObject({
    stance: 'opposes',
    basis: 'reported',
    declared: '',
    reported: 'opposes',
    reportedRevision: String(reported.leader.revision),
    reportedSupport: 'supported',
  })
  expectProblem(await service.get(`${at}/stances?format=csv&subject=issue:none`), 'unknown_then')
})

test('a row has the terms of each layer: red line, condition, number and range, conflict', async () => {
  const occurred = '2026-01-10'
  const party = (id: string) => ({
    type: 'party.listed',
    occurred,
    party: id,
    name: id,
    kind: 'state',
    role: 'party',
  })
  const says = (id: string, speaker: object, about: string, position: object) => ({
    ...{ type: 'statement.recorded', occurred, statement: id, speaker, onBehalfOf: about },
    ...{ text: 'Words.', language: 'en', rendering: 'original', wording: 'paraphrased', about: [] },
    attribution: { level: 'on_record' },
    positions: [
      {
        ...{ party: about, subject: { kind: 'issue', id: 'heat' } },
        ...{ commitment: 'unspecified', redLine: 'unstated', ...position },
      },
    ],
  })
  const self = (id: string) => ({ kind: 'party', id })
  const offer = {
    ...{ stance: 'proposes', commitment: 'conditional', condition: '=if the price falls' },
    ...{ redLine: 'yes', fit: 'narrower', since: '-0044-03-15', until: '2030' },
    quantity: { value: '-5', to: '7.5', unit: '-1 degrees', comparator: 'between' },
  }
  const recorded = await service.post('terms', [
    { type: 'negotiation.opened', occurred, title: 'Terms' },
    { type: 'issue.raised', occurred, issue: 'heat', title: 'Heat', proposition: 'It is kept' },
    ...[party('buyer'), party('seller'), party('broker')],
    { type: 'person.named', occurred, person: 'bob', name: 'Bob' },
    says('offer', self('buyer'), 'buyer', offer),
    says('yes', self('seller'), 'seller', { stance: 'supports' }),
    says('no', { kind: 'person', id: 'bob' }, 'seller', { stance: 'opposes' }),
  ])
  expect(recorded.status, JSON.stringify(recorded.body)).toBe(201)
  const answer = await service.get('/v1/negotiations/terms/stances?format=csv')
  const rows = records(answer.body)
  const row = (id: string) => rows.find(({ party }) => party === id)
  expect(row('buyer')).toMatchObject({
    ...{ declared: 'proposes', declaredCommitment: 'conditional', declaredRedLine: 'yes' },
    ...{ declaredSince: '-0044-03-15', declaredUntil: '2030', declaredFit: 'narrower' },
    ...{ declaredCondition: "'=if the price falls", declaredComparator: 'between' },
    ...{ declaredValue: '-5', declaredTo: '7.5', declaredUnit: "'-1 degrees" },
    ...{ declaredCarriedBy: 'statement:offer', declaredOnBehalfOf: 'buyer' },
    ...{ declaredConflict: '', reportedRedLine: '' },
  })
  const conflict = 'declared opposes against declared supports'
  expect(row('seller')).toMatchObject({ conflict, declaredConflict: conflict, declaredValue: '' })
})

test('meetings come as they are listed', async () => {
  const rows = records((await service.get(`${at}/meetings?format=csv`)).body)
  const { meetings } = (await service.get(`${at}/meetings`)).body
  expect(rows.map(({ meeting, state, title }) => ({ meeting, state, title }))).toEqual(
    meetings.map(({ meeting, state, title }: Meeting) => ({ meeting, state, title })),
  )
})

test('of the timeline all comes at once, or the page that is asked for', async () => {
  const commands = [...generate({ seed: 3, events: 1500 })].map(({ command }) => command)
  await importCommands(service.url, 'long', ndjson(commands))
  const read = async () => (await service.get('/v1/negotiations/long')).status
  await expect.poll(read).toBe(200)
  const long = '/v1/negotiations/long/timeline?order=latest_first'
  const ids: string[] = []
  for (let next: string | undefined = `${long}&limit=700`; next !== undefined; ) {
    const page: Answer = await service.get(next)
    ids.push(...page.body.items.map(({ fact }: { fact: { id: string } }) => fact.id))
    next = nextOf(page)
  }
  expect(ids.length).toBeGreaterThan(1000)
  const all = await service.get(`${long}&format=csv`)
  expect(records(all.body).map(({ id }) => id)).toEqual(ids)
  expect(all.headers.get('link')).toBeNull()

  const page = await service.get(`${long}&format=csv&limit=10`)
  expect(records(page.body).map(({ id }) => id)).toEqual(ids.slice(0, 10))
  const second = records((await service.get(nextOf(page) as string)).body)
  expect(second.map(({ id }) => id)).toEqual(ids.slice(10, 20))
  expectProblem(await service.get(`${long}&format=csv&cursor=x`), 'parameter_invalid')
})

test('a table is asked for conditionally, apart from the same as JSON', async () => {
  const path = `${at}/meetings?revision=40`
  const json = (await service.get(path)).headers.get('etag') as string
  const csv = (await service.get(`${path}&format=csv`)).headers.get('etag') as string
  expect(csv).not.toBe(json)
  const held = await service.get(`${path}&format=csv`, { 'if-none-match': csv })
  expect(held.status).toBe(304)
})

test('what is no table is not read as one', async () => {
  expectProblem(await service.get(`${at}/parties?format=csv`), 'parameter_invalid')
  expectProblem(await service.get(`${at}/meetings?format=xml`), 'parameter_invalid')
})

test('fields are quoted where they must be, and no text can become a formula', () => {
  const rows = [
    ['a,b', 'say "no"', 'two\r\nlines', 'plain'],
    ['=1+1', '+1', '-1', '@x'],
    ['\tx', '=HYPERLINK("http://x")', '../2025', ''],
    [-1, true, null, 'a=b'],
    [written('-0044-03-15'), written('-5'), written(undefined), '-5'],
  ]
  expect([...csvOf({ columns: ['a', 'b', 'c', 'd'], rows })].join('')).toBe(
    [
      'a,b,c,d',
      '"a,b","say ""no""","two\r\nlines",plain',
      "'=1+1,'+1,'-1,'@x",
      `'\tx,"'=HYPERLINK(""http://x"")",../2025,`,
      '-1,true,,a=b',
      "-0044-03-15,-5,,'-5",
      '',
    ].join('\r\n'),
  )
})

interface Cell {
  readonly party: string
  readonly subject: { readonly id: string }
  readonly stance: string
}

interface Meeting {
  readonly meeting: string
  readonly state: string
  readonly title: string
}

/** The address of the page after one. */
function nextOf({ headers }: Answer): string | undefined {
  return /^<(.*)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]
}

/** The rows of a CSV by the names in its first, read as RFC 4180 says. */
function records(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',') rows.push([])
  }
  expect(rows.pop()).toEqual([])
  const [names = [], ...rest] = rows
  return rest.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])))
}
