import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from './expect-problem.ts'
import { everyRead } from './reads.ts'
import { type Client, replay, start } from './running.ts'

const id = 'peace-plan'
const at = `/v1/negotiations/${id}`
const then = 'validTime=2025-12-01T00:00Z'

let service: Client & { dispose(): Promise<void> }

beforeAll(async () => {
  service = await start()
  await replay(service, id)
})

afterAll(() => service.dispose())

async function read(path: string) {
  const answer = await service.get(`${at}${path}`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

test('every read answers with its moment, a strong ETag and its own cache rule', async () => {
  for (const path of await everyRead(service, id)) {
    const answer = await service.get(`${at}${path}`)
    expect(answer.status, path).toBe(200)
    expect(answer.body.asOf.revision, path).toBe(45)
    expect(answer.headers.get('etag'), path).toMatch(/^"45-[\w-]{22}(-gzip)?"$/)
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    expect(answer.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/)
  }
})

test('the negotiation says where to read on, and each of these addresses answers', async () => {
  const { title, state, links } = await read('')
  expect({ title, state }).toEqual({ title: 'Peace plan for Ukraine, 2025', state: 'open' })
  for (const link of Object.values(links) as string[]) {
    expect((await service.get(link)).status, link).toBe(200)
  }
})

describe('stances', () => {
  test('the matrix, one subject, one party and one cell tell the same', async () => {
    const { rows } = await read(`/stances?${then}`)
    const { cells } = await read(`/stances/russia?${then}`)
    const { asOf: _, history, ...cell } = await read(`/stances/russia/issue/nato?${then}`)
    const on = await read(`/stances?${then}&subject=issue:nato`)
    expect(cells).toEqual(rows.find((row: { party: string }) => row.party === 'russia').cells)
    expect(cells).toContainEqual(cell)
    expect(on.cells).toContainEqual(cell)
    expect(cell).toMatchObject({ stance: 'proposes', basis: 'reported' })
    expect(history[0].position.evidence.length).toBeGreaterThan(0)
  })

  test.each(['/stances/nobody', '/stances/russia/issue/nothing', '/stances?subject=issue:nothing'])(
    '%s is not known',
    async (path) => {
      expectProblem(await service.get(`${at}${path}`), 'unknown_then')
    },
  )

  test.each(['nato', 'issue:nato:x', 'meeting:geneva', 'issue:NATO'])(
    'subject=%s is refused',
    async (subject) => {
      const answer = await service.get(`${at}/stances?subject=${subject}`)
      expectProblem(answer, 'parameter_invalid')
      expect(answer.body.errors[0].parameter).toBe('subject')
    },
  )
})

test('the draft on the table is the Geneva revision, as reported', async () => {
  const { onTable } = await read(`/draft?${then}`)
  expect(onTable.current).toMatchObject({ kind: 'reported', contents: 'unknown' })
  const revision = `/drafts/${onTable.draft}/revisions/${onTable.current.draftRevision}`
  expect(await read(`${revision}?${then}`)).toMatchObject(onTable.content)
  expectProblem(await service.get(`${at}/drafts/other/revisions/us-plan-geneva`), 'unknown_then')
})

test('statements can be asked for by party, person, source and subject', async () => {
  const ids = async (query: string) => {
    const { statements } = await read(`/statements?${query}`)
    return statements.map(({ statement }: { statement: string }) => statement)
  }
  const all = await ids('')
  for (const query of [
    'party=russia',
    'person=umerov',
    'subject=issue:nato',
    'source=tasr-report',
  ]) {
    const some = await ids(query)
    expect(some.length, query).toBeGreaterThan(0)
    expect(all).toEqual(expect.arrayContaining(some))
  }
  expect(await ids('person=umerov&subject=issue:nato')).toEqual([])
})

test('a source comes with its text where it is held', async () => {
  expect((await read('/sources/desk-note')).text).toContain('Kyiv')
  expect(await read('/sources/tasr-report')).not.toHaveProperty('text')
  expect((await read('/sources')).sources[0]).not.toHaveProperty('text')
})

test('convergence needs a subject, and changes something to start from', async () => {
  expect((await read('/convergence?subject=issue:nato')).steps.length).toBeGreaterThan(0)
  expect((await read('/convergence?subject=issue:nato&axis=revision')).axis).toBe('revision')
  expectProblem(await service.get(`${at}/convergence`), 'parameter_invalid')
  expectProblem(await service.get(`${at}/changes`), 'as_of_invalid')
})

test('changes since a revision, a transaction time, or a valid time', async () => {
  const known = await read('/changes?fromRevision=20&revision=41')
  expect(known.from).toMatchObject({ revision: 20, validTime: known.from.transactionTime })
  expect(known.asOf.revision).toBe(41)
  expect(known.entries.recorded).toBe(21)
  const { transactionTime } = known.from
  const same = await read(`/changes?fromTransactionTime=${transactionTime}&revision=41`)
  expect(same).toEqual(known)
  const all = await read(`/changes?fromTransactionTime=2025-11-30T00:00Z&${then}`)
  expect(all.from).toMatchObject({ revision: -1, transactionTime: '2025-11-30T00:00:00.000Z' })
  expect(all.entries.recorded).toBe(46)
  expect(new Set(all.stances.map(({ change }: { change: string }) => change))).toEqual(
    new Set(['firstRecorded']),
  )
  const world = await read(`/changes?fromValidTime=2025-11-24T00:00Z&${then}`)
  expect(world.from).toMatchObject({ revision: 45, validTime: '2025-11-24T00:00:00.000Z' })
  expect(world.entries.recorded).toBe(0)

  for (const query of ['fromRevision=30&revision=20', 'fromRevision=99']) {
    const answer = expectProblem(await service.get(`${at}/changes?${query}`), 'as_of_invalid')
    expect(answer.body.errors[0].parameter).toBe('fromRevision')
  }
})

test('the timeline in pages is the timeline, each page of the moment of the first', async () => {
  const whole = await read(`/timeline?limit=1000&${then}`)
  expect(whole.nextCursor).toBeNull()
  const items: unknown[] = []
  for (let next: string | undefined = `${at}/timeline?limit=7&${then}`; next !== undefined; ) {
    const page = await service.get(next)
    expect(page.body.asOf).toEqual(whole.asOf)
    items.push(...page.body.items)
    next = /^<(.*)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1]
    if (next !== undefined) expect(next).toContain(encodeURIComponent(page.body.nextCursor))
  }
  expect(items).toEqual(whole.items)
  const latest = await read(`/timeline?limit=1000&order=latest_first&${then}`)
  expect(latest.items).toEqual(whole.items.toReversed())
})

test('the timeline can be filtered', async () => {
  const all = (await read('/timeline?limit=1000')).items
  for (const query of [
    'party=russia',
    'type=meeting.concluded',
    'layer=declared',
    'level=on_record',
  ]) {
    const { items } = await read(`/timeline?limit=1000&${query}`)
    expect(items.length, query).toBeGreaterThan(0)
    expect(items.length, query).toBeLessThan(all.length)
  }
  for (const query of ['cursor=x', 'limit=0', 'limit=1001', 'type=x', 'order=x', 'page=2']) {
    const answer = await service.get(`${at}/timeline?${query}`)
    expectProblem(answer, 'parameter_invalid')
    expect(answer.body.errors[0].parameter).toBe(query.split('=')[0])
  }
})

test('an event that was corrected says so from the correction on, and not before', async () => {
  const lines = (await service.get(`${at}/events`)).body.trimEnd().split('\n')
  const events = lines.map((line: string) => {
    const { header, body } = JSON.parse(line)
    return { ...JSON.parse(header), body: JSON.parse(body) }
  })
  const correction = events.find(({ type }: { type: string }) => type === 'entry.corrected')
  const { id, revision } = correction
  const target = correction.body.target
  const after = await read(`/events/${target}`)
  expect(after.corrections).toMatchObject([{ id, revision, type: 'entry.corrected' }])
  expect(after.standing.revision).toBe(revision)
  const before = await read(`/events/${target}?revision=${revision - 1}`)
  expect(before.corrections).toEqual([])
  expect(before.standing.revision).toBe(before.event.header.revision)
  expect(before.evidence[0].quote.exact).toEqual(expect.any(String))
  expect(before.event).toEqual(after.event)
  expectProblem(await service.get(`${at}/events/${id}?revision=${revision - 1}`), 'unknown_then')
  const voided = events.find(({ type }: { type: string }) => type === 'entry.voided')
  expect((await read(`/events/${voided.body.target}`)).standing).toBeNull()
})

test('raw events come in pages, in the texts that are hashed', async () => {
  const all: string = (await service.get(`${at}/events`)).body
  let text = ''
  for (let next: string | undefined = `${at}/events?limit=9`; next !== undefined; ) {
    const page = await service.get(next)
    expect(page.headers.get('content-type')).toBe('application/x-ndjson')
    text += page.body
    next = /^<(.*)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1]
  }
  expect(text).toBe(all)
  expect(all.trimEnd().split('\n')).toHaveLength(46)
  expect(Object.keys(JSON.parse(all.split('\n')[0]!))).toEqual(['header', 'salt', 'body'])
  expect((await service.get(`${at}/events?from=46`)).body).toBe('')
  expectProblem(await service.get('/v1/negotiations/none/events'), 'unknown_negotiation')
})
