import { expect, test } from 'vitest'
import { inLongRun } from '../in-long-run.ts'
import { connect, type Sent } from './event-source.ts'
import { expectProblem } from './expect-problem.ts'
import { type Client, replay, started } from './running.ts'

/** Entries that are written one by one: by each of several writers, and by one alone. */
const [OF_A_WRITER, OF_ONE_WRITER] = [inLongRun(30, 12), inLongRun(60, 28)]
/** Readers that read nothing. */
const STALLED = inLongRun(8, 3)

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }

function listed(party: string) {
  const member = { party, name: party, kind: 'state', role: 'party' }
  return { type: 'party.listed', occurred: '2025-11-01', ...member }
}

test('one message for each event: its revision, and the event as it is read alone and in the history', async () => {
  const service = await started()
  await replay(service, 'talks')
  const { response, take } = await connect(`${service.url}/v1/negotiations/talks/live`)
  expect(response.headers).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'request-id': expect.any(String),
  })
  const history = (await service.get('/v1/negotiations/talks/history')).body
  const lines = history.trimEnd().split('\n')
  for (const [revision, { id, event, data }] of (await take(46)).entries()) {
    const alone = (await service.get(`/v1/negotiations/talks/events/${revision}`)).body.event
    expect({ id, event }).toEqual({ id: String(revision), event: 'message' })
    expect(data).toEqual({ negotiation: 'talks', event: alone })
    const { header, salt, leafHash, ...shape } = alone
    expect(shape).toEqual(JSON.parse(lines[revision]))
    expect([header.type, typeof salt, typeof leafHash]).toEqual([shape.type, 'string', 'string'])
  }
})

test('readers that come while others write get each event once, in order', async () => {
  const service = await started()
  await service.post('talks', opened)
  const writers = Promise.all(
    Array.from({ length: 4 }, (_, writer) => write(service, 'talks', `w${writer}`, OF_A_WRITER)),
  )
  const url = `${service.url}/v1/negotiations/talks/live`
  const last = 4 * OF_A_WRITER
  const readers = Array.from({ length: 5 }, async (_, reader) => {
    const first = reader === 0 ? -1 : (await head(service)) - 1
    const stream = await connect(first < 0 ? url : `${url}?after=${first}`)
    const events = await stream.take(last - first)
    expect(ids(events)).toEqual(Array.from({ length: last - first }, (_, i) => first + 1 + i))
  })
  await Promise.all([writers, ...readers])
})

test('a reader that connects again and again with the last id gets each event once', async () => {
  const service = await started()
  await service.post('talks', opened)
  const writing = write(service, 'talks', 'w', OF_ONE_WRITER)
  const url = `${service.url}/v1/negotiations/talks/live?after=0`
  const events: Sent[] = []
  for (let part = 1; events.length < OF_ONE_WRITER; part++) {
    const last = events.at(-1)?.id
    const stream = await connect(url, last === undefined ? {} : { 'last-event-id': last })
    events.push(...(await stream.take(Math.min(part, OF_ONE_WRITER - events.length))))
    stream.leave()
  }
  expect(ids(events)).toEqual(Array.from({ length: OF_ONE_WRITER }, (_, i) => i + 1))
  await writing
})

test('across ledgers: each event once, in the order of its ledger, and the id is where to go on', async () => {
  const service = await started()
  for (const name of ['a', 'b', 'c']) await service.post(name, opened)
  const writing = Promise.all(['a', 'b', 'c'].map((name) => write(service, name, 'w', 10)))
  const first = await connect(`${service.url}/v1/live`)
  const events = await first.take(7)
  first.leave()
  const resumed = { 'last-event-id': events.at(-1)?.id as string }
  events.push(...(await (await connect(`${service.url}/v1/live`, resumed)).take(26)))
  await writing
  for (const name of ['a', 'b', 'c']) {
    const own = events.filter(({ data }) => data.negotiation === name)
    const revisions = own.map(({ data }) => data.event.header.revision)
    expect(revisions).toEqual(Array.from({ length: 11 }, (_, i) => i))
  }
  const again = await connect(`${service.url}/v1/live?after=${events.at(-2)?.id}`)
  expect(await again.take(1)).toEqual(events.slice(-1))
})

test('a stream without events shows that it is alive', async () => {
  const service = await started({ LEDGER_HEARTBEAT_SECONDS: '0.01' })
  await service.post('talks', opened)
  for (const path of ['/v1/negotiations/talks/live?after=0', '/v1/live']) {
    const { sent } = await connect(`${service.url}${path}`)
    let comments = 0
    for await (const { comment } of sent) {
      if (comment !== undefined) comments++
      if (comments === 3) break
    }
  }
})

test('a service that stops says so at the end of each stream', async () => {
  const service = await started()
  await service.post('talks', opened)
  const paths = ['/v1/negotiations/talks/live', '/v1/live']
  const streams = await Promise.all(paths.map((path) => connect(`${service.url}${path}`)))
  for (const { take } of streams) await take(1)
  await service.stop()
  for (const { sent } of streams) {
    const last = (await sent.next()).value as Sent
    expect(last).toMatchObject({ event: 'dropped', data: { code: 'shutting_down' } })
    expect(last.id).toBeUndefined()
    expect((await sent.next()).done).toBe(true)
  }
})

test('a service that stops waits neither for a reader that has left nor for one that reads nothing', async () => {
  const service = await started({ LEDGER_SLOW_READER_SECONDS: '0.05' })
  await service.post('talks', opened)
  await service.post('talks', Array.from({ length: 60 }, large))
  const url = `${service.url}/v1/negotiations/talks/live`
  const [leaving] = [await connect(url), await connect(url)]
  await leaving.take(1)
  leaving.leave()
  expect((await leaving.sent.next()).done).toBe(true)
  await service.stop()
})

test('a reader that leaves unread what is waiting is dropped, told why, and can go on', async () => {
  const service = await started({ LEDGER_SLOW_READER_SECONDS: '1' })
  await service.post('talks', opened)
  expect((await service.post('talks', Array.from({ length: 60 }, large))).status).toBe(201)
  const dropped = Promise.withResolvers<void>()
  const subscribe = service.store.subscribe.bind(service.store)
  service.store.subscribe = async function* (...given) {
    try {
      yield* subscribe(...given)
    } finally {
      dropped.resolve()
    }
  }
  const url = `${service.url}/v1/negotiations/talks/live`
  const { sent } = await connect(url)
  await dropped.promise
  const events = await Array.fromAsync(sent)
  expect(events.pop()).toMatchObject({ event: 'dropped', data: { code: 'reader_too_slow' } })
  expect(events.length).toBeLessThan(61)

  while (events.length < 61) {
    const rest = await connect(url, { 'last-event-id': events.at(-1)?.id as string })
    for await (const each of rest.sent) {
      if (each.id !== undefined) events.push(each)
      if (events.length === 61) break
    }
  }
  expect(ids(events)).toEqual(Array.from({ length: 61 }, (_, i) => i))
})

test('streams and downloads beyond the limits are refused: those of one address, and those of all', async () => {
  const service = await started({ LEDGER_STREAMS: '3', LEDGER_STREAMS_PER_CLIENT: '2' })
  await service.post('talks', opened)
  const path = '/v1/negotiations/talks/live'
  const streams = [await connect(`${service.url}/v1/live`), await connect(`${service.url}${path}`)]
  const downloads = ['history', 'events', 'log/export'].map((one) => path.replace('live', one))
  for (const each of ['/v1/live', path, ...downloads]) {
    const refused = expectProblem(await service.get(each), 'too_many_streams')
    expect(refused.headers.get('retry-after')).toBe('5')
  }
  streams[0]?.leave()
  const again = async () => {
    const next = await connect(`${service.url}${path}`)
    if (next.response.statusCode !== 200) return false
    streams.push(next)
    return true
  }
  await expect.poll(again).toBe(true)
  expect((await service.get('/v1/negotiations/talks')).status).toBe(200)
})

test('the limit of all addresses together has a problem of its own', async () => {
  const service = await started({ LEDGER_STREAMS: '1' })
  await connect(`${service.url}/v1/live`)
  const refused = expectProblem(await service.get('/v1/live'), 'streams_full')
  expect(refused.headers.get('retry-after')).toBe('5')
})

test('readers at the head share one subscription; one that reads nothing goes on where it stopped', async () => {
  const service = await started()
  await service.post('talks', opened)
  let subscriptions = 0
  const subscribe = service.store.subscribe.bind(service.store)
  service.store.subscribe = async function* (...given) {
    subscriptions++
    try {
      yield* subscribe(...given)
    } finally {
      subscriptions--
    }
  }
  const url = `${service.url}/v1/negotiations/talks/live`
  const stalled = await connect(url)
  await stalled.take(1)
  const readers = await Promise.all(Array.from({ length: 2 }, () => connect(url)))
  for (const reader of readers) await reader.take(1)
  await expect.poll(() => subscriptions).toBe(1)
  expect((await service.post('talks', Array.from({ length: 60 }, large))).status).toBe(201)
  const all = await Promise.all(readers.map((reader) => reader.take(60)))
  for (const events of [...all, await stalled.take(60)]) {
    expect(ids(events)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
  }
  await expect.poll(() => subscriptions).toBe(1)
  for (const reader of [stalled, ...readers]) reader.leave()
  await expect.poll(() => subscriptions).toBe(0)
})

test('of readers that read nothing little is kept, and nothing once they are dropped', async () => {
  const service = await started({ LEDGER_SLOW_READER_SECONDS: '0.5' })
  await service.post('talks', opened)
  for (let part = 0; part < inLongRun(2, 1); part++) {
    const sources = Array.from({ length: 60 }, (_, i) => large(0, part * 60 + i))
    expect((await service.post('talks', sources)).status).toBe(201)
  }
  let held = 0
  let most = 0
  let ended = 0
  const feed = service.store.feed.bind(service.store)
  service.store.feed = async function* (...given) {
    try {
      for await (const page of feed(...given)) {
        held = page.reduce((sum, { event }) => sum + (event?.body.length ?? 0), 0)
        most = Math.max(most, held)
        yield page
      }
    } finally {
      ended++
    }
  }
  await Promise.all(Array.from({ length: STALLED }, () => connect(`${service.url}/v1/live`)))
  await expect.poll(() => ended).toBe(STALLED)
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThan(1024 * 1024)
})

test('a negotiation that is not there, and places that are none', async () => {
  const service = await started()
  await service.post('talks', opened)
  const live = '/v1/negotiations/talks/live'
  expectProblem(await service.get('/v1/negotiations/other/live'), 'unknown_negotiation')
  for (const bad of ['x', '-1', '1.5', '00', '1']) {
    const byHeader = expectProblem(
      await service.get(live, { 'last-event-id': bad }),
      'header_invalid',
    )
    expect(byHeader.body.errors).toMatchObject([{ header: 'Last-Event-ID' }])
    const byQuery = expectProblem(await service.get(`${live}?after=${bad}`), 'parameter_invalid')
    expect(byQuery.body.errors).toMatchObject([{ parameter: 'after' }])
  }
  expectProblem(await service.get('/v1/live?after=x'), 'parameter_invalid')
  expectProblem(await service.get('/v1/live', { 'last-event-id': '99' }), 'header_invalid')
  expectProblem(await service.get(`${live}?since=0`), 'parameter_invalid')
})

/** A source whose text is as long as the body of an event can be. */
function large(_: unknown, index: number) {
  const text = 'я'.repeat(120_000)
  const about = {
    kind: 'other',
    authors: [],
    language: 'ru',
    published: '2025-11-02',
    held: 'text',
  }
  const source = { source: `note-${index}`, ...about, text }
  return { type: 'source.recorded', occurred: '2025-11-02', ...source }
}

function ids(events: readonly Sent[]): number[] {
  return events.map(({ id }) => Number(id))
}

async function head(service: Client): Promise<number> {
  return (await service.get('/v1/negotiations/talks')).body.asOf.revision
}

/** Lists so many parties, one request after another. */
async function write(service: Client, negotiation: string, prefix: string, count: number) {
  for (let i = 0; i < count; i++) {
    expect((await service.post(negotiation, listed(`${prefix}-${i}`))).status).toBe(201)
  }
}
