import { expect, test } from 'vitest'
import { PATIENT } from '../patient.ts'
import { expectProblem } from './expect-problem.ts'
import { startedWithIndex } from './indexed.ts'
import { replay } from './running.ts'

const EVENTS = 46

const said = (statement: string, text: string, more: object = {}) => ({
  type: 'statement.recorded',
  occurred: '2026-03-02',
  statement,
  speaker: { kind: 'anonymous' },
  text,
  language: 'en',
  rendering: 'original',
  wording: 'quoted',
  attribution: { level: 'anonymous' },
  about: [],
  positions: [],
  ...more,
})

const opened = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks on water' }

async function withExample() {
  const service = await startedWithIndex()
  await replay(service.client, 'peace-plan')
  await service.search('q=', EVENTS)
  return service
}

test('words are found with the passage that they are in', async () => {
  const { search } = await withExample()
  const { body } = await search('q=talks florida')
  expect(body.items.length).toBeGreaterThan(0)
  for (const item of body.items) {
    expect(item.negotiation).toBe('peace-plan')
    const matches = item.snippets
      .flatMap(({ segments }: { segments: object[] }) => segments)
      .filter(({ match }: { match: boolean }) => match)
      .map(({ text }: { text: string }) => text.toLowerCase())
    expect(new Set(matches).isSupersetOf(new Set(['florida'])), JSON.stringify(item)).toBe(true)
  }
})

test('each filter leaves what has it, and they hold together', async () => {
  const { search } = await withExample()
  const all = (await search('q=the&limit=100')).body.items
  expect(all.length).toBeGreaterThan(5)
  const filters = ['kind=statement', 'level=on_record', 'type=source.recorded', 'language=en']
  for (const filter of filters) {
    const [name = '', value] = filter.split('=')
    const { items } = (await search(`q=the&limit=100&${filter}`)).body
    expect(items).toEqual(all.filter((item: Record<string, string>) => item[name] === value))
    expect(items.length, filter).toBeGreaterThan(0)
  }
  for (const filter of ['party=russia', 'person=umerov', 'validUntil=2025-11-30T00:00Z']) {
    const { items } = (await search(`q=the&limit=100&${filter}`)).body
    expect(items.length, filter).toBeGreaterThan(0)
    expect(items.length, filter).toBeLessThan(all.length)
  }
  expect((await search('q=the&negotiation=other')).body.items).toEqual([])
})

test('a page leads to the next, and all of them tell of one moment', async () => {
  const { client, search } = await withExample()
  for (const order of ['relevance', 'latest_first']) {
    const all = (await search(`q=the&limit=100&order=${order}`)).body
    const items = []
    let next: string | undefined = `/v1/search?q=the&limit=3&order=${order}`
    while (next !== undefined) {
      const { body, headers } = await client.get(next)
      expect(body.asOf).toEqual(all.asOf)
      items.push(...body.items)
      next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1]
      expect(next === undefined).toBe(body.nextCursor === null)
    }
    expect(items).toEqual(all.items)
  }
})

test('what a correction took away is found as of before it, and what it put there since', async () => {
  const { client, search } = await startedWithIndex()
  client.clock = Date.UTC(2026, 2, 3)
  const first = await client.post('water', [opened, said('s1', 'We accept the quota.')])
  const target = first.body.events[1].id
  client.clock = Date.UTC(2026, 2, 4)
  const { type: _, ...words } = said('s1', 'We accept the dam.')
  const replacement = { type: 'statement.recorded', ...words }
  await client.post('water', {
    ...{ type: 'entry.corrected', occurred: '2026-03-04', target, reason: 'entry_error' },
    replacement,
  })
  const quota = async (when: string) => (await search(`q=quota&${when}`, 3)).body.items
  const dam = async (when: string) => (await search(`q=dam&${when}`, 3)).body.items
  expect(await quota('')).toEqual([])
  expect(await dam('')).toMatchObject([{ id: target, entry: 1, revision: 2 }])
  for (const then of ['transactionTime=2026-03-03T12:00Z', 'negotiation=water&revision=1']) {
    expect(await dam(then)).toEqual([])
    expect(await quota(then)).toMatchObject([
      { id: target, entry: 1, revision: 1, goneFrom: { revision: 2 }, stoodFrom: { revision: 1 } },
    ])
  }
  expect(await quota('transactionTime=2026-03-02T00:00Z')).toEqual([])
})

test('markup in a text comes back as text, in segments of its own', async () => {
  const { client, search } = await startedWithIndex()
  const text = '<script>alert("quota")</script> <mark>'
  await client.post('water', [opened, said('s1', text)])
  const { body, headers } = await search('q=quota', 2)
  expect(headers.get('content-type')).toContain('application/json')
  expect(body.items[0].snippets).toEqual([
    {
      ...{ field: 'text', language: 'en', cutBefore: false, cutAfter: false },
      segments: [
        { text: '<script>alert("', match: false },
        { text: 'quota', match: true },
        { text: '")</script> <mark>', match: false },
      ],
    },
  ])
})

test('a reply that the client has already is not sent again', async () => {
  const { client } = await withExample()
  for (const path of ['/v1/search?q=talks', '/v1/negotiations?validTime=2026-01-01T00:00Z']) {
    let etag = ''
    // The index may still be taking in what was recorded last.
    const again = async () => {
      etag = (await client.get(path)).headers.get('etag') as string
      return (await client.get(path, { 'if-none-match': etag })).status
    }
    await expect.poll(again, PATIENT).toBe(304)
    expect(etag).toMatch(/^"[\w-]{22}(-gzip)?"$/)
    await client.post('other', path.includes('search') ? opened : said('s1', 'Nothing new.'))
    while ((await client.get(path, { 'if-none-match': etag })).status === 304);
  }
})

test.each([
  ['', 'q'],
  [`q=${'x'.repeat(401)}`, 'q'],
  ['q=x&limit=101', 'limit'],
  ['q=x&limit=0', 'limit'],
  ['q=x&kind=entry', 'kind'],
  ['q=x&cursor=abc', 'cursor'],
  ['q=x&cursor=WzEsMiwieCJd', 'cursor'],
  ['q=x&revision=1', 'revision'],
  ['q=x&colour=red', 'colour'],
])('%s is refused', async (query, parameter) => {
  const { client } = await startedWithIndex()
  const answer = expectProblem(await client.get(`/v1/search?${query}`), 'parameter_invalid')
  expect(answer.body.errors[0].parameter).toBe(parameter)
  expect(answer.body.errors[0].detail).not.toContain('undefined')
})

test('a moment that cannot be read is refused as by every read', async () => {
  const { client } = await startedWithIndex()
  await client.post('water', opened)
  for (const [path, parameter] of [
    ['/v1/search?q=x&transactionTime=2999-01-01T00:00Z', 'transactionTime'],
    ['/v1/negotiations?transactionTime=2999-01-01T00:00Z', 'transactionTime'],
    ['/v1/search?q=x&negotiation=water&revision=1', 'revision'],
    [
      '/v1/search?q=x&negotiation=water&revision=0&transactionTime=2026-01-01T00:00Z',
      'transactionTime',
    ],
  ] as const) {
    const answer = expectProblem(await client.get(path), 'as_of_invalid')
    expect(answer.body.errors[0].parameter).toBe(parameter)
  }
})

test('a party is found by its aliases', async () => {
  const { client, search } = await startedWithIndex()
  const listed = { type: 'party.listed', party: 'saffara', name: 'Saffara', kind: 'state' }
  const more = { aliases: ['Bahrat', 'الصفّارة'], role: 'party', occurred: '2026-03-01' }
  await client.post('water', [opened, { ...listed, ...more }])
  for (const alias of ['bahrat', 'الصفارة']) {
    const { body } = await search(`q=${encodeURIComponent(alias)}`, 2)
    expect(body.items).toMatchObject([{ type: 'party.listed', about: { id: 'saffara' } }])
  }
})
