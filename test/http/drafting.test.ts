import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from './expect-problem.ts'
import { type Client, start } from './running.ts'

const at = '/v1/negotiations/talks'
const FIRST = `1. The Parties end the war at once.

2. The army has at most 600 000 men in peacetime.

3. Ukraine joins no military alliance, now or later.`

const SECOND = `1. Ukraine joins no military alliance, now or later.

2. The Parties end the war at once.

3. [US propose; UA oppose: The army has at most 800 000 men in peacetime.

4. Prisoners are exchanged all for all.`

// biome-ignore lint/suspicious/noExplicitAny: tests look at JSON as it comes
type Json = any

let service: Client & { dispose(): Promise<void> }

const listed = (party: string) => ({
  ...{ type: 'party.listed', occurred: '2025-11-01', party, name: party },
  ...{ kind: 'state', role: 'party' },
})

beforeAll(async () => {
  service = await start()
  service.clock = Date.parse('2025-12-01T10:00:00.000Z')
  await post([
    { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' },
    listed('usa'),
    listed('ukraine'),
    ...['plan', 'counter'].map((draft) => ({
      ...{ type: 'draft.tabled', occurred: '2025-11-20', draft, title: `The ${draft}` },
      ...{ proposers: ['usa'], language: 'en' },
    })),
  ])
  const { commands } = await match('plan', { revision: 'p1', text: FIRST })
  service.clock = Date.parse('2025-12-02T10:00:00.000Z')
  await post(commands)
})

afterAll(() => service.dispose())

async function post(commands: unknown, query = '') {
  const answer = await service.post('talks', commands, {}, query)
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}

async function ask(draft: string, body: object) {
  const url = new URL(`${at}/drafts/${draft}/match`, service.url)
  const told = { occurred: '2025-11-25', proposers: ['usa'], ...body }
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(told),
  })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Json,
  }
}

async function match(draft: string, body: object) {
  const answer = await ask(draft, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

async function read(path: string) {
  const answer = await service.get(`${at}${path}`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

test('a whole new text is matched, looked at, tried and recorded', async () => {
  const parties = [
    { code: 'US', party: 'usa' },
    { code: 'UA', party: 'ukraine' },
  ]
  const prepared = await match('plan', { revision: 'p2', text: SECOND, parties })
  expect(prepared.basis).toEqual(['p1'])
  const took = prepared.units.map((unit: Record<string, unknown>) => [unit.clause, unit.how])
  expect(took).toEqual([
    ['p1-3', 'kept'],
    ['p1-1', 'kept'],
    ['p1-2', 'kept'],
    ['p2-1', 'added'],
  ])
  expect(prepared.units[2].brackets.imbalances).toEqual([{ at: 0, bracket: '[' }])
  expect(prepared.redline.counts).toContainEqual({ change: 'moved', clauses: 1 })

  const { body: trial } = await service.post('talks', prepared.commands, {}, '?dryRun=true')
  expect(trial).toMatchObject({ dryRun: true, revision: 6 })
  expect((await read('/drafts/plan')).current.draftRevision).toBe('p1')
  service.clock = Date.parse('2025-12-03T10:00:00.000Z')
  await post(prepared.commands)
  const { clauses } = await read('/drafts/plan/revisions/p2')
  expect(clauses.map(({ label, text }: Record<string, string>) => `${label} ${text}`)).toEqual(
    SECOND.split('\n\n'),
  )
})

test('a long text is recorded in several events, complete with the last', async () => {
  const clauses = Array.from({ length: 300 }, (_, n) => ({ text: `${n} ${'word '.repeat(400)}` }))
  const { commands } = await match('counter', { revision: 'long', clauses })
  const types = commands.map(({ type }: { type: string }) => type)
  expect(types).toEqual([
    'draft.revised',
    ...Array.from({ length: types.length - 2 }, () => 'draft.operationsAdded'),
    'draft.revisionCompleted',
  ])
  await post(commands)
  const content = await read('/drafts/counter/revisions/long')
  expect(content.contents).toBe('known')
  expect(content.clauses.map(({ text }: { text: string }) => text)).toEqual(
    clauses.map(({ text }) => text),
  )
})

describe('redline', () => {
  test('is between a revision and what it was made from, or any other', async () => {
    const { from, to, counts } = await read('/drafts/plan/redline')
    expect([from.draftRevision, to.draftRevision]).toEqual(['p1', 'p2'])
    expect(counts).toContainEqual({ change: 'added', clauses: 1 })
    const back = await read('/drafts/plan/redline?from=p2&to=p1')
    expect(back.counts).toContainEqual({ change: 'removed', clauses: 1 })
  })

  test('is between what was known then and now, on either axis', async () => {
    const { from, to } = await read('/drafts/plan/redline?fromTransactionTime=2025-12-02T12:00Z')
    expect([from.draftRevision, to.draftRevision]).toEqual(['p1', 'p2'])
    const { counts } = await read('/drafts/plan/redline?fromValidTime=2025-11-22T00:00Z')
    expect(counts).toEqual([{ change: 'added', clauses: 4 }])
  })

  test('is, like distance, from nothing where that was before the first event', async () => {
    const before = 'fromTransactionTime=1999-12-31T12:00Z'
    for (const kind of ['redline', 'distance']) {
      const { from } = await read(`/drafts/plan/${kind}?${before}`)
      expect(from.draftRevision).toBe(null)
      expect(from.at.revision).toBe(-1)
    }
  })

  test('is had as a page and as lines', async () => {
    const html = await service.get(`${at}/drafts/plan/redline?format=html`)
    expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(html.body).toContain('<ins>')
    const style = /<style>([^<]*)<\/style>/.exec(html.body)?.[1] ?? ''
    const allowed = `style-src 'sha256-${hash('sha256', style, 'base64')}'`
    expect(html.headers.get('content-security-policy')).toContain(allowed)
    const text = await service.get(`${at}/drafts/plan/redline?format=text`)
    expect(text.body).toContain('at most [-600-]{+800+} 000 men')
  })

  test.each([
    ['from=none', 'from'],
    ['to=none', 'to'],
    ['to=long', 'to'],
    ['fromRevision=5&from=p2', 'from'],
  ])(
    '?%s names no text that is known, and is told which parameter does',
    async (query, parameter) => {
      for (const read of ['redline', 'distance']) {
        const answer = await service.get(`${at}/drafts/plan/${read}?${query}`)
        const { errors } = expectProblem(answer, 'unknown_then').body
        expect(errors).toMatchObject([
          { parameter, detail: expect.stringContaining('that is known') },
        ])
      }
    },
  )

  test('of a draft that is not known is none, whatever it compares', async () => {
    expectProblem(await service.get(`${at}/drafts/none/redline`), 'unknown_then')
  })
})

describe('a text that nobody has', () => {
  const heard = { type: 'draft.revisionReported', occurred: '2025-11-21', basis: [] }

  beforeAll(() =>
    post([
      { ...heard, draft: 'rumour', revision: 'h1', opens: { title: 'A rumour', proposers: [] } },
      {
        ...{ type: 'draft.revised', occurred: '2025-11-22', draft: 'rumour', revision: 'h2' },
        ...{ basis: ['h1'], proposers: [], complete: false },
        operations: [{ op: 'add', clause: 'h2-1', text: 'The war ends.' }],
      },
    ]),
  )

  test.each([
    ['rumour', '?to=h2', 'unknown', 'incomplete'],
    ['rumour', '?from=p1&to=h1', 'known', 'unknown'],
    ['rumour', '?fromValidTime=2025-11-21T12:00Z', 'unknown', 'incomplete'],
  ])('is compared with nothing: %s %s', async (draft, query, from, to) => {
    const redline = await read(`/drafts/${draft}/redline${query}`)
    expect([redline.from.contents, redline.to.contents]).toEqual([from, to])
    expect([redline.counts, redline.clauses]).toEqual([[], []])
    const distance = await read(`/drafts/${draft}/distance${query}`)
    expect([distance.from.contents, distance.to.contents]).toEqual([from, to])
    expect([distance.distance, distance.wordsBefore, distance.clauses]).toEqual([null, null, []])
  })

  test('is told apart from one that is made from it, and from no text', async () => {
    const { from, to, counts } = await read('/drafts/rumour/redline?from=p1&to=h2')
    expect([from.basisUnknown, to.basisUnknown]).toEqual([undefined, true])
    expect(counts.length).toBeGreaterThan(0)
    const first = await read('/drafts/plan/redline?to=p1')
    expect(first.from).toMatchObject({ draftRevision: null, contents: 'known' })
    expect(first.counts).toEqual([{ change: 'added', clauses: 3 }])
  })
})

test('blame and the history of a clause say who brought in what', async () => {
  const { origins, clauses } = await read('/drafts/plan/revisions/p2/blame')
  const army = clauses.find(({ clause }: { clause: string }) => clause === 'p1-2')
  const told = army.text.map((run: { origin: number; text: string }) => [
    origins[run.origin].draftRevision,
    run.text,
  ])
  expect(told).toContainEqual(['p2', '800'])
  expect(told).toContainEqual(['p1', ' 000 men in peacetime.'])
  const history = await read('/drafts/plan/revisions/p2/clauses/p1-2')
  const ids = history.steps.map((step: { draftRevision: string }) => step.draftRevision)
  expect(ids).toEqual(['p2', 'p1'])
  expectProblem(await service.get(`${at}/drafts/plan/revisions/p2/clauses/none`), 'unknown_then')
  expectProblem(await service.get(`${at}/drafts/counter/revisions/p2/blame`), 'unknown_then')
})

test('competing drafts are so far apart', async () => {
  const { distance, clauses } = await read('/drafts/counter/distance?from=p2')
  expect(distance).toBeGreaterThan(0.9)
  expect(clauses.length).toBe(304)
  expect((await read('/drafts/plan/distance?from=p2&to=p2')).distance).toBe(0)
})

test('the history of a clause has what was said of those that it was merged from', async () => {
  const revised = { type: 'draft.revised', occurred: '2025-11-28', draft: 'counter' }
  const known = { proposers: ['usa'], complete: true }
  const add = (clause: string) => ({ op: 'add', clause, text: `The ${clause}.` })
  const taken = { op: 'take_position', clause: 'ma', party: 'ukraine', stance: 'opposes' }
  const into = { clause: 'mm', text: 'The ma and the mb.' }
  await post([
    {
      ...{ ...revised, ...known, revision: 'm1', basis: [] },
      operations: [add('ma'), add('mb'), { ...taken, commitment: 'reserved' }],
    },
    {
      ...{ ...revised, ...known, revision: 'm2', basis: ['m1'] },
      operations: [{ op: 'merge', clauses: ['ma', 'mb'], into }],
    },
  ])
  const { support } = await read('/drafts/counter/revisions/m2/clauses/mm')
  expect(support).toMatchObject([
    { party: 'ukraine', history: [{ position: { stance: 'opposes', commitment: 'reserved' } }] },
  ])
})

test.each([
  ['text', 'text/plain', '4. Prisoners are exchanged all for all.'],
  ['markdown', 'text/markdown', '# The plan, p2'],
  ['html', 'text/html', '<html lang="en" dir="ltr">'],
  ['akn', 'application/akn+xml', 'wId="p1-3"'],
])('a revision is had as %s', async (format, type, words) => {
  const answer = await service.get(`${at}/drafts/plan/revisions/p2?format=${format}`)
  expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
  expect(answer.body).toContain(words)
  expect(answer.headers.get('etag')).not.toBe(
    (await service.get(`${at}/drafts/plan/revisions/p2`)).headers.get('etag'),
  )
})

describe('Memento', () => {
  const gate = (datetime?: string) =>
    fetch(new URL(`${at}/drafts/plan/timegate`, service.url), {
      redirect: 'manual',
      headers: datetime === undefined ? {} : { 'accept-datetime': datetime },
    })

  test('the TimeGate leads to the draft as it was known then', async () => {
    const lead = async (datetime?: string) => {
      const { status, headers } = await gate(datetime)
      expect(status).toBe(302)
      expect(headers.get('vary')).toContain('accept-datetime')
      return headers.get('location')
    }
    expect(await lead('Tue, 02 Dec 2025 10:00:00 GMT')).toBe(`${at}/drafts/plan?revision=5`)
    expect(await lead('Tue, 02 Dec 2025 09:59:59 GMT')).toBe(`${at}/drafts/plan?revision=3`)
    expect(await lead('Sat, 01 Jan 2000 00:00:00 GMT')).toBe(`${at}/drafts/plan?revision=3`)
    expect(await lead()).toBe(`${at}/drafts/plan?revision=6`)
  })

  test('a state of the draft says when it was so, and the draft where to ask', async () => {
    const { headers, body } = await service.get(`${at}/drafts/plan?revision=5`)
    expect(headers.get('memento-datetime')).toBe('Tue, 02 Dec 2025 10:00:00 GMT')
    expect(body.current.draftRevision).toBe('p1')
    const now = await service.get(`${at}/drafts/plan`)
    expect(now.headers.get('memento-datetime')).toBeNull()
    expect(now.headers.get('link')).toContain(`<${at}/drafts/plan/timegate>; rel="timegate"`)
  })

  test('the TimeMap lists every state', async () => {
    const answer = await service.get(`${at}/drafts/plan/timemap`)
    expect(answer.headers.get('content-type')).toContain('application/link-format')
    const mementos = [...answer.body.matchAll(/revision=(\d+)>; rel="([a-z ]+)"/g)]
    expect(mementos.map(([, revision, rel]) => [revision, rel])).toEqual([
      ['3', 'first memento'],
      ['5', 'memento'],
      ['6', 'last memento'],
    ])
  })

  test('a date that is none is refused, and a draft that was never known', async () => {
    expect((await gate('yesterday')).status).toBe(400)
    expectProblem(await service.get(`${at}/drafts/none/timegate`), 'unknown_then')
    expectProblem(await service.get(`${at}/drafts/none/timemap`), 'unknown_then')
  })
})
