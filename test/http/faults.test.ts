import type { Socket } from 'node:net'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { Projections } from '../../projections/registry.ts'
import { openAccess } from '../../src/access/access.ts'
import { buildApp } from '../../src/app.ts'
import { Damages } from '../../src/ledger/damages.ts'
import { Ledgers } from '../../src/ledger/ledgers.ts'
import { RequestDigests } from '../../src/ledger/request-digests.ts'
import { StoredEvents } from '../../src/ledger/stored-events.ts'
import { IndexUnavailable } from '../../src/search/index-thread.ts'
import { type EventStore, StoreUnavailable } from '../../src/store/event-store.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { ServingThread } from '../../src/workers/serving-thread.ts'
import { Turns } from '../../src/workers/turns.ts'
import { WorkerPool } from '../../src/workers/worker-pool.ts'
import { ledger } from '../cli/kit.ts'
import { newFolder } from '../store/folder.ts'
import { connect as follow } from './event-source.ts'
import { expectProblem } from './expect-problem.ts'
import { LIMITS } from './openapi/described.ts'
import { ask } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }

test('a failure that nobody foresaw says nothing of what is inside, and is logged', async () => {
  const { url, fail, log } = await faulty()
  fail('head', new Error('secret at /home/someone'))
  const answer = expectProblem(
    await ask(new URL('/v1/negotiations/talks', url), {}),
    'internal_error',
  )
  expect(JSON.stringify(answer.body)).not.toContain('secret')
  expect(log.join('')).toContain('secret at /home/someone')
  expect(log.join('')).toContain(answer.headers.get('request-id'))
})

test('a store that is out of reach: 503, when to try again, and nothing written', async () => {
  const { url, fail, mend } = await faulty()
  fail('append', new StoreUnavailable('the data file: database or disk is full'))
  const answer = expectProblem(await post(url), 'store_unavailable')
  expect(answer.headers.get('retry-after')).toBe('1')
  mend()
  expect((await post(url)).body.revision).toBe(0)
})

test('a store that is not ready makes the service not ready, though it lives', async () => {
  const { url, fail, mend } = await faulty()
  fail('ready', new StoreUnavailable('closed'))
  expectProblem(await ask(new URL('/health/ready', url), {}), 'store_unavailable')
  expect((await ask(new URL('/health/live', url), {})).body).toEqual({ status: 'live' })
  mend()
  expect((await ask(new URL('/health/ready', url), {})).body.status).toBe('ready')
})

test('a ledger that was tampered with is not served', async () => {
  const { url, store } = await faulty()
  await post(url)
  for await (const [first] of store.read('negotiation-talks', 0)) {
    await store.append('negotiation-copy', -1, [{ ...first!, body: '{"title":"Other"}' }])
  }
  expectProblem(await ask(new URL('/v1/negotiations/copy/parties', url), {}), 'ledger_damaged')
  expect((await ask(new URL('/v1/negotiations/talks', url), {})).status).toBe(200)
})

test('an index that is out of reach holds up nothing but what is asked of it', async () => {
  const { url } = await faulty()
  await post(url)
  for (const path of ['/v1/search?q=talks', '/v1/negotiations']) {
    const answer = expectProblem(await ask(new URL(path, url), {}), 'index_unavailable')
    expect(answer.headers.get('retry-after')).toBe('1')
  }
  expect((await ask(new URL('/v1/negotiations/talks', url), {})).status).toBe(200)
})

test('texts that no thread can take just now: 503, and all else is answered', async () => {
  const { url } = await faulty({ workers: new WorkerPool({ maxWaiting: 0 }) })
  await post(url)
  const tabled = { type: 'draft.tabled', occurred: '2025-12-01', draft: 'plan', title: 'Plan' }
  await post(url, { ...tabled, proposers: [] })
  const draft = { draft: 'plan', revision: 'first', basis: [], proposers: [], complete: true }
  const added = { op: 'add', clause: 'c', text: 'No alliance.' }
  await post(url, { type: 'draft.revised', occurred: '2025-12-01', ...draft, operations: [added] })
  const at = '/v1/negotiations/talks/drafts/plan'
  const answer = expectProblem(await ask(new URL(`${at}/redline`, url), {}), 'workers_busy')
  expect(answer.headers.get('retry-after')).toBe('1')
  expect((await ask(new URL(at, url), {})).status).toBe(200)
})

test('an event that a view cannot fold costs that entry in that view, and is named', async () => {
  const { url, log } = await faulty({
    projections: (how) => {
      const projections = new Projections(how)
      const apply = projections.parties.apply.bind(projections.parties)
      projections.parties.apply = (change) => {
        apply(change)
        const listed = change.added?.type === 'party.listed' && change.added.body.party
        if (listed === 'bad') throw new RangeError('Maximum call stack size exceeded')
      }
      return projections
    },
  })
  const list = (party: string) =>
    post(url, {
      ...{ type: 'party.listed', occurred: '2025-11-01', party, name: `The ${party}` },
      ...{ kind: 'state', role: 'party' },
    })
  const at = `${url}/v1/negotiations/talks`
  const get = async (path: string) => (await ask(new URL(path, url), {})).body
  await post(url)
  for (const party of ['good', 'bad', 'other']) expect((await list(party)).status).toBe(201)
  const { parties } = await get(`${at}/parties`)
  expect(parties.map(({ party }: { party: string }) => party)).toEqual(['good', 'other'])
  expect((await get(`${at}/stances`)).parties).toEqual(['good', 'bad', 'other'])
  const [warning] = (await get(`${at}/warnings`)).warnings
  expect(warning).toMatchObject({ code: 'entry_left_out', entry: 2 })
  expect(warning.message).toContain('parties')
  const ready = await get('/health/ready')
  expect(ready.leftOut).toEqual([{ negotiation: 'talks', revision: 2, view: 'parties' }])
  const doctor = await ledger(['--url', url, 'doctor'])
  expect(doctor.code).toBe(1)
  expect(doctor.stdout).toContain('entry 2 of talks: its parties lack it')
  expect(log.join('')).not.toContain('ledger_damaged')
  const { id } = (await get(`${at}/events/2`)).event.header
  const voided = { type: 'entry.voided', occurred: '2025-12-01', target: id, reason: 'duplicate' }
  expect((await post(url, voided)).status).toBe(201)
  expect((await get(`${at}/stances`)).parties).toEqual(['good', 'other'])
  expect((await get(`${at}/parties`)).parties).toHaveLength(2)
})

test('a ledger service that is closing takes nothing new', async () => {
  const { url, ledgers } = await faulty()
  await ledgers.close()
  const answer = expectProblem(await post(url), 'shutting_down')
  expect(answer.headers.get('retry-after')).toBe('1')
})

test('a request that does not arrive in time is answered, and hung up on', async () => {
  const { app, url } = await faulty()
  const { promise: accepted, resolve } = Promise.withResolvers<Socket>()
  app.server.once('connection', resolve)
  const client = connect(Number(new URL(url).port), '127.0.0.1')
  const late = Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
  app.server.emit('clientError', late, await accepted)
  const answer = await text(client)
  expect(answer).toMatch(/^HTTP\/1.1 408 /)
  expect(JSON.parse(answer.split('\r\n\r\n')[1]!).code).toBe('request_timeout')
})

test('a request leaves one line in the log, without its body', async () => {
  const { url, log } = await faulty()
  await post(url)
  const lines = log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request')
  expect(lines).toMatchObject([
    {
      method: 'POST',
      url: '/v1/negotiations/talks/events',
      status: 201,
      reqId: expect.any(String),
    },
  ])
  expect(log.join('')).not.toContain('Talks')
})

test('a stream that its reader leaves has its line too', async () => {
  const { url, log } = await faulty()
  await post(url)
  const { leave, take } = await follow(`${url}/v1/negotiations/talks/live`)
  await take(1)
  leave()
  const live = () => log.map((line) => JSON.parse(line)).filter((line) => /live$/.test(line.url))
  await expect.poll(live).toMatchObject([{ msg: 'request', status: 200, left: true }])
})

/** A service on a store whose methods can be made to fail. */

test('a request has one line in the log: what, how it ended, and of which trace it is', async () => {
  const { url, log } = await faulty()
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
  const asked = new URL('/v1/negotiations/talks/parties?revision=0', url)
  const { headers } = await ask(asked, { headers: { traceparent } })
  const lines = () => log.filter((line) => line.includes('"msg":"request"'))
  await expect.poll(() => lines().length).toBe(1)
  expect(JSON.parse(lines()[0] as string)).toMatchObject({
    reqId: headers.get('request-id'),
    method: 'GET',
    url: '/v1/negotiations/talks/parties?revision=0',
    route: '/v1/negotiations/:negotiation/parties',
    status: 404,
    milliseconds: expect.any(Number),
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    parentId: '00f067aa0ba902b7',
  })
})

async function faulty({
  workers = new WorkerPool(),
  projections = (how: { readonly isCareful: boolean }) => new Projections(how),
} = {}) {
  const faults = new Map<string | symbol, Error>()
  const log: string[] = []
  const store = new Proxy(await openSqliteStore(newFolder()), {
    get(target, name) {
      const fault = faults.get(name)
      if (fault !== undefined) return () => Promise.reject(fault)
      const member = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  const thread = new ServingThread()
  const damages = new Damages()
  const imports = new Turns({ atOnce: 2, maxWaiting: 64 })
  const events = new StoredEvents(store, damages, thread)
  const ledgers = new Ledgers({
    store,
    damages,
    clock: Date.now,
    origin: (ledger) => ledger,
    requests: new RequestDigests([Buffer.alloc(32)]),
    projections,
  })
  const logger = pino({ level: 'info' }, { write: (line) => void log.push(line) })
  const outOfReach = () => Promise.reject(new IndexUnavailable('the index: disk I/O error'))
  const search = { find: outOfReach, catalogue: outOfReach }
  const pace = { heartbeatMs: 1000, slowMs: 1000 }
  const access = openAccess('local', () => Promise.reject(new Error('no secrets')))
  const own = { now: Date.now, access, patience: 1000, pace }
  const service = { store, ledgers, events, damages, search, workers, thread, imports, ...own }
  const app = buildApp({ ...service, ...LIMITS, ...own, logger, allowedHosts: [] })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  onTestFinished(async () => {
    faults.clear()
    await app.close()
    await workers.close()
    await ledgers.close()
    await store.close()
  })
  const fail = (method: keyof EventStore, error: Error) => void faults.set(method, error)
  return { url, app, store, ledgers, log, fail, mend: () => faults.clear() }
}

function post(url: string, command: { type: string; [member: string]: unknown } = opened) {
  return ask(new URL('/v1/negotiations/talks/events', url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': command === opened ? 'open' : JSON.stringify(command).slice(0, 100),
    },
    body: JSON.stringify(command),
  })
}
