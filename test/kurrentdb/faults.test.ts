import { describe, expect, it, onTestFinished } from 'vitest'
import { type EventStore, StoreUnavailable } from '../../src/store/event-store.ts'
import { openKurrentStore } from '../../src/store/kurrentdb/open.ts'
import { collect, event, events, newLedger, takeUntil } from '../contract/sample.ts'
import { type Fault, MockServer, type SubscriptionCall } from './mock-server.ts'

/** A call that is not answered is soon made again, and on a busy machine given up by nobody. */
const TIMING = {
  callMs: 1_000,
  probeMs: 1_000,
  patienceMs: 120_000,
  quietMs: 100,
  stuckMs: 200,
  replaceMs: 300,
}
/** Gives a call up while its test is watching. */
const IMPATIENT = { ...TIMING, callMs: 300, probeMs: 200, patienceMs: 1_500 }
const UNKNOWN = 2
const INTERNAL = 13
const UNAVAILABLE = 14

async function mocked(
  timing: typeof TIMING = TIMING,
  subscriptions: ((subscription: SubscriptionCall) => void)[] = [],
): Promise<{ server: MockServer; store: EventStore; ledger: string }> {
  const server = new MockServer()
  server.subscriptions.push(...subscriptions)
  const store = openKurrentStore(await server.start(), { timing })
  onTestFinished(async () => {
    await store.close()
    server.stop()
  })
  return { server, store, ledger: newLedger() }
}

describe('an append whose answer does not come', () => {
  /** No answer of this process takes so long, so that what is sent can be counted. */
  const counted = { ...TIMING, callMs: 5_000, probeMs: 5_000 }

  it.each<[string, Fault, number]>([
    ['lost before it was carried out', lost(UNAVAILABLE, false), 3],
    ['never heard of', 'unheard', 3],
    ['not ready, in words only', lost(UNKNOWN, false), 3],
    // What is stored may be read in its place before the failure is known.
    ['lost with the connection after it was carried out', lost(UNAVAILABLE, true), 1],
    ['an internal error', lost(INTERNAL, true), 1],
  ])('%s: it is tried again with the same ids, and is there once', async (_, fault, least) => {
    const { server, store, ledger } = await mocked(counted)
    server.appendFaults.push(fault, fault)
    expect(await store.append(ledger, -1, events(ledger, 0, 3))).toBe(2)
    expect(server.appends).toBeLessThanOrEqual(3)
    expect(server.appends).toBeGreaterThanOrEqual(least)
    expect(await collect(store.read(ledger, 0))).toEqual(events(ledger, 0, 3))
  })

  it('ends as unavailable, in time, and the same append succeeds later', async () => {
    const { server, store, ledger } = await mocked(IMPATIENT)
    for (let n = 0; n < 100; n++) server.appendFaults.push('unheard')
    await expect(store.append(ledger, -1, [event(ledger, 0)])).rejects.toThrow(StoreUnavailable)
    server.appendFaults.length = 0
    const appended = () => store.append(ledger, -1, [event(ledger, 0)]).catch(() => undefined)
    await expect.poll(appended).toBe(0)
    expect(server.streams.of(ledger)).toHaveLength(1)
  })

  it('holds up no other ledger, and never takes the path on which appends share a call', async () => {
    const { server, store, ledger } = await mocked()
    server.appendFaults.push('silent')
    const slow = store.append(ledger, -1, [event(ledger, 0)])
    const other = newLedger()
    expect(await store.append(other, -1, [event(other, 0)])).toBe(0)
    expect(await slow).toBe(0)
    expect(server.batchAppends).toBe(0)
  })
})

describe('a read whose answer does not come', () => {
  it.each<[string, Fault]>([
    ['lost with the connection', lost(UNAVAILABLE, false)],
    ['late', 'silent'],
    ['not ready, in words only', lost(UNKNOWN, false)],
  ])('%s: it is made again', async (_, fault) => {
    const { server, store, ledger } = await mocked()
    await store.append(ledger, -1, events(ledger, 0, 3))
    server.readFaults.push(fault, fault)
    const before = server.reads
    expect(await collect(store.read(ledger, 0))).toEqual(events(ledger, 0, 3))
    expect(server.reads - before).toBeGreaterThan(2)
  })

  it('ends as unavailable, in time, and the same read succeeds later', async () => {
    const { server, store, ledger } = await mocked(IMPATIENT)
    const append = () => store.append(ledger, -1, events(ledger, 0, 3)).catch(() => undefined)
    await expect.poll(append).toBe(2)
    for (let n = 0; n < 100; n++) server.readFaults.push('silent')
    await expect(collect(store.read(ledger, 0))).rejects.toThrow(StoreUnavailable)
    server.readFaults.length = 0
    const read = () => collect(store.read(ledger, 0)).catch(() => undefined)
    await expect.poll(read).toEqual(events(ledger, 0, 3))
  })
})

it('a handshake that failed is made again', async () => {
  const { server, store, ledger } = await mocked(IMPATIENT)
  server.brokenHandshakes = 3
  await expect.poll(() => isReady(store)).toBe(true)
  const append = () => store.append(ledger, -1, [event(ledger, 0)]).catch(() => undefined)
  await expect.poll(append).toBe(0)
})

it('a handshake that fails through a long outage is made as often at its end as at its start', async () => {
  const { server, store, ledger } = await mocked({ ...IMPATIENT, replaceMs: 50 })
  // With pauses that double, the last of these would come after more than half an hour.
  server.brokenHandshakes = 16
  await expect.poll(() => isReady(store), { timeout: 600_000 }).toBe(true)
  expect(server.brokenHandshakes).toBeLessThan(0)
  const append = () => store.append(ledger, -1, [event(ledger, 0)]).catch(() => undefined)
  await expect.poll(append).toBe(0)
})

describe('21: a subscription that ends unasked is taken up where it ended', () => {
  const courses: [string, (subscription: SubscriptionCall) => void][] = [
    ['ended without a word', (subscription) => subscription.end()],
    ['failed at once', (subscription) => subscription.fail(UNAVAILABLE, 'gone')],
    ['failed as a client of another kind', (subscription) => subscription.fail(INTERNAL, 'oh')],
    ['silent for ever', () => undefined],
  ]

  it.each(courses)('%s', async (_, course) => {
    const { store, ledger } = await mocked(TIMING, [course, course, course])
    await store.append(ledger, -1, events(ledger, 0, 2))
    const following = takeUntil(
      store.subscribe(ledger, -1, new AbortController().signal),
      (got) => got.length >= 12,
    )
    for (let revision = 2; revision < 12; revision++) {
      await store.append(ledger, revision - 1, [event(ledger, revision)])
    }
    expect(await following).toEqual(events(ledger, 0, 12))
  })

  it('a store whose subscription cannot be kept up is not ready until it can', async () => {
    let broken = true
    const course = (subscription: SubscriptionCall) => {
      if (!broken) return subscription.start()
      server.subscriptions.push(course)
      subscription.end()
    }
    const { server, store, ledger } = await mocked(TIMING, [course])
    await store.append(ledger, -1, [event(ledger, 0)])
    const stop = new AbortController()
    const following = collect(store.subscribe(ledger, -1, stop.signal))
    await expect.poll(() => isReady(store)).toBe(false)
    broken = false
    await expect.poll(() => isReady(store)).toBe(true)
    stop.abort()
    expect(await following).toEqual([event(ledger, 0)])
  })

  it('is one for all ledgers that are followed, and ends with the store', async () => {
    const server = new MockServer()
    const store = openKurrentStore(await server.start())
    onTestFinished(() => server.stop())
    const never = new AbortController().signal
    const ledgers = Array.from({ length: 150 }, newLedger)
    const following = ledgers.map((ledger) =>
      takeUntil(store.subscribe(ledger, -1, never), (got) => got.length > 0),
    )
    const feeds = [1, 2, 3].map(() =>
      takeUntil(store.feed(undefined, never), (got) => got.length === ledgers.length),
    )
    for (const ledger of ledgers) await store.append(ledger, -1, [event(ledger, 0)])
    expect(server.openSubscriptions).toBe(1)
    expect(await Promise.all(following)).toEqual(ledgers.map((ledger) => [event(ledger, 0)]))
    for (const fed of await Promise.all(feeds)) expect(fed).toHaveLength(ledgers.length)
    await store.close()
    await expect.poll(() => server.openSubscriptions).toBe(0)
  })
})

describe('readiness', () => {
  it.each<[string, Fault]>([
    ['fail', lost(UNAVAILABLE, false)],
    ['are not answered', 'unheard'],
  ])(
    'tells that appends %s, though reading works, and that they succeed again',
    async (_, fault) => {
      const { server, store, ledger } = await mocked()
      await expect.poll(() => isReady(store)).toBe(true)
      for (let n = 0; n < 100; n++) server.appendFaults.push(fault)
      expect(await isReady(store)).toBe(false)
      expect(await store.head(ledger)).toBe(-1)
      server.appendFaults.length = 0
      await expect.poll(() => isReady(store)).toBe(true)
    },
  )

  it('leaves no event behind', async () => {
    const { server, store } = await mocked()
    for (let n = 0; n < 5; n++) await isReady(store)
    expect(server.probes).toBeGreaterThan(0)
    expect(server.streams.log).toEqual([])
  })
})

describe('an append that the server drops, since its ids are on their way by another', () => {
  it('is answered from what its place shows, long before the server gives up', async () => {
    const server = new MockServer()
    const url = await server.start()
    // Longer than a test may take: only what is read can answer.
    const store = openKurrentStore(url, { timing: { ...TIMING, callMs: 600_000 } })
    onTestFinished(async () => {
      await store.close()
      server.stop()
    })
    const ledger = newLedger()
    server.appendFaults.push('silent')
    expect(await store.append(ledger, -1, events(ledger, 0, 3))).toBe(2)
    expect(server.appends).toBe(1)
  })
})

function lost(code: number, after: boolean): Fault {
  return { code, details: 'Server Is Not Ready', after }
}

async function isReady(store: EventStore): Promise<boolean> {
  return store.ready().then(
    () => true,
    () => false,
  )
}
