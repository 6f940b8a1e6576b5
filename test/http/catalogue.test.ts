import { expect, test } from 'vitest'
import { expectProblem } from './expect-problem.ts'
import { startedWithIndex } from './indexed.ts'
import { replay } from './running.ts'

const day = (date: number) => Date.UTC(2026, 2, date)

const opened = (title: string) => ({ type: 'negotiation.opened', occurred: '2026-03-01', title })
const listed = (party: string, name: string, role = 'party') => ({
  ...{ type: 'party.listed', occurred: '2026-03-01', kind: 'state' },
  ...{ party, name, role },
})

/** Three negotiations, on four days: 9 events. */
async function three() {
  const service = await startedWithIndex()
  const { client } = service
  client.clock = day(2)
  await client.post('water', [
    opened('Talks on the river'),
    listed('upstream', 'Верхів’я'),
    listed('chair', 'The chair', 'mediator'),
  ])
  client.clock = day(3)
  await client.post('border', [opened('Border commission'), listed('north', 'The North')])
  await client.post('water', { type: 'negotiation.suspended', occurred: '2026-03-02' })
  client.clock = day(4)
  await client.post('fishing', opened('Fishing quotas'))
  await client.post('border', [
    { type: 'party.withdrawn', occurred: '2026-03-03', party: 'north' },
    { type: 'negotiation.concluded', occurred: '2026-03-03', outcome: 'no_agreement' },
  ])
  await service.catalogue('', 9)
  const names = async (query: string) =>
    (await service.catalogue(query)).body.items.map(
      (item: { negotiation: string }) => item.negotiation,
    )
  return { ...service, names }
}

test('every negotiation, with what there is to it', async () => {
  const { catalogue } = await three()
  const { body } = await catalogue('')
  expect(body.items).toEqual([
    {
      ...{ negotiation: 'border', title: 'Border commission', state: 'concluded', parties: [] },
      counts: { events: 4, parties: 0, statements: 0, drafts: 0, meetings: 0 },
      ...{ head: 3, lastActivity: '2026-03-04T00:00:00.000Z' },
      links: { self: '/v1/negotiations/border' },
    },
    expect.objectContaining({ negotiation: 'fishing', state: 'open', head: 0 }),
    {
      ...{ negotiation: 'water', title: 'Talks on the river', state: 'suspended' },
      parties: [{ party: 'upstream', name: 'Верхів’я' }],
      counts: { events: 4, parties: 1, statements: 0, drafts: 0, meetings: 0 },
      ...{ head: 3, lastActivity: '2026-03-03T00:00:00.000Z' },
      links: { self: '/v1/negotiations/water' },
    },
  ])
})

test('as it was known, and as it was in the world', async () => {
  const { catalogue, names } = await three()
  expect(await names('transactionTime=2026-03-01T00:00Z')).toEqual([])
  const { body } = await catalogue('transactionTime=2026-03-02T12:00Z')
  expect(body.asOf).toEqual({
    transactionTime: '2026-03-02T12:00:00.000Z',
    validTime: '2026-03-02T12:00:00.000Z',
  })
  expect(body.items).toMatchObject([{ negotiation: 'water', state: 'open', head: 2 }])
  expect(await names('state=open&validTime=2026-03-01T12:00Z')).toEqual([
    'border',
    'fishing',
    'water',
  ])
  expect(await names('state=not_yet_opened&validTime=2026-01-01T00:00Z')).toHaveLength(3)
})

test('a poll that names no moment gets a 304 until the list may have changed', async () => {
  const { client, catalogue } = await three()
  const planned = { type: 'party.withdrawn', occurred: '2026-03-20', party: 'upstream' }
  await client.post('water', planned)
  const { headers, body } = await catalogue('', 10)
  expect(body.asOf.validTime).toBe('2026-03-04T00:00:00.000Z')
  const poll = (date: number) => {
    client.clock = day(date)
    return client.get('/v1/negotiations', { 'if-none-match': headers.get('etag') ?? '' })
  }
  expect((await poll(6)).status).toBe(304)
  expect((await poll(19)).status).toBe(304)
  const later = await poll(21)
  expect(later.status).toBe(200)
  expect(later.body.asOf.validTime).toBe('2026-03-21T00:00:00.000Z')
  expect(later.body.items.at(-1).parties).toEqual([])
})

test('a party under the name that it has at that moment', async () => {
  const { client, catalogue } = await three()
  client.clock = day(6)
  const renamed = { type: 'party.renamed', occurred: '2026-03-05', party: 'upstream' }
  await client.post('water', { ...renamed, name: 'Upstream' })
  await catalogue('', 10)
  const nameAt = async (query: string) =>
    (await catalogue(query)).body.items.find(
      (item: { negotiation: string }) => item.negotiation === 'water',
    ).parties[0].name
  expect(await nameAt('')).toBe('Upstream')
  expect(await nameAt('validTime=2026-03-04')).toBe('Верхів’я')
})

test('some of them: by state, by words of the title or of a party', async () => {
  const { names } = await three()
  expect(await names('state=suspended')).toEqual(['water'])
  expect(await names('q=quota')).toEqual(['fishing'])
  expect(await names(`q=${encodeURIComponent('верхів’ями')}`)).toEqual(['water'])
  expect(await names('q=quota&state=concluded')).toEqual([])
})

test('a page leads to the next, as of the same moment', async () => {
  const { client, catalogue, names } = await three()
  const first = await catalogue('limit=2')
  expect(first.body.items).toHaveLength(2)
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] as string
  client.clock = day(5)
  await client.post('water', { type: 'negotiation.resumed', occurred: '2026-03-05' })
  await catalogue('', 10)
  const second = await client.get(next)
  expect(second.body.items).toMatchObject([{ negotiation: 'water', state: 'suspended', head: 3 }])
  expect(second.body.asOf).toEqual(first.body.asOf)
  expect(second.body.nextCursor).toBe(null)
  expect(await names('state=open')).toEqual(['fishing', 'water'])
})

test('it tells the same as the negotiation itself', async () => {
  const { client, catalogue } = await startedWithIndex()
  await replay(client, 'peace-plan')
  await catalogue('', 46)
  const [item] = (await catalogue('')).body.items
  const at = '/v1/negotiations/peace-plan'
  const list = async (name: string) => (await client.get(`${at}/${name}`)).body[name]
  expect(item).toMatchObject({ title: (await client.get(at)).body.title, state: 'open', head: 45 })
  for (const name of ['statements', 'drafts', 'meetings']) {
    expect(item.counts[name], name).toBe((await list(name)).length)
  }
  const consenting = (await list('parties')).filter(
    ({ role }: { role: string }) => role === 'party',
  )
  expect(item.parties.map(({ party }: { party: string }) => party).sort()).toEqual(
    consenting.map(({ party }: { party: string }) => party).sort(),
  )
})

test.each(['state=closed', 'limit=0', 'cursor=abc', 'colour=red'])(
  '%s is refused',
  async (query) => {
    const { client } = await startedWithIndex()
    expectProblem(await client.get(`/v1/negotiations?${query}`), 'parameter_invalid')
  },
)
