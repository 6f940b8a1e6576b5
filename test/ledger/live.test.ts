import { describe, expect, it, onTestFinished } from 'vitest'
import { Levels } from '../../projections/access/levels.ts'
import type { Pieces } from '../../projections/time/pieces.ts'
import { Damages } from '../../src/ledger/damages.ts'
import { Live } from '../../src/ledger/live.ts'
import { type EventStore, LedgerDamaged, StoreUnavailable } from '../../src/store/event-store.ts'
import { ServingThread } from '../../src/workers/serving-thread.ts'
import { listed, opened } from '../decide/commands.ts'
import { PATIENT } from '../patient.ts'
import { freshStore, Kept, refusal, request, storeWith, writerOn } from './kit.ts'

const patient = { timeoutMs: 20_000 }

/** A store with an open negotiation and as many parties. */
async function storeOf(parties: number) {
  const store = await freshStore()
  const writer = writerOn(store)
  const add = (name: string) => writer.write(request(listed(name)))
  await writer.write(request(opened))
  for (let n = 1; n <= parties; n++) await add(`p${n}`)
  return { store, add }
}

/** A live reader whose pauses last until they are let go. */
function liveOn(store: EventStore, projections: () => Kept = () => new Kept()) {
  const pauses: { ms: number; end: () => void }[] = []
  const troubles: unknown[] = []
  let told = Promise.withResolvers<void>()
  const live = new Live(
    'talks',
    {
      store,
      projections,
      damages: new Damages(),
      thread: new ServingThread(),
      report: (_, error) => void troubles.push(error),
      pause: (ms, signal) =>
        new Promise((end) => {
          pauses.push({ ms, end })
          signal.addEventListener('abort', () => end())
          told.resolve()
          told = Promise.withResolvers()
        }),
    },
    { levels: new Levels(), rank: 0 },
  )
  onTestFinished(() => live.close())
  /** Resolves with the nth pause, once it has begun. */
  const pause = async (n: number) => {
    while (pauses.length <= n) await told.promise
    return pauses[n] as (typeof pauses)[number]
  }
  return { live, pause, pauses, troubles }
}

/** A store whose next subscriptions go as given, with how far each was asked to start after. */
function subscribing(store: EventStore, ...ways: EventStore['subscribe'][]) {
  const starts: number[] = []
  const subscribed = storeWith(store, {
    subscribe: (ledger, after, signal) => {
      starts.push(after)
      return (ways.shift() ?? store.subscribe.bind(store))(ledger, after, signal)
    },
  })
  return { starts, subscribed }
}

const revisions = ({ events }: Kept) => events.map(({ revision }) => revision)

describe('a live reader', () => {
  it('folds what is stored, and then what is appended, each once', async () => {
    const { store, add } = await storeOf(2)
    const { live } = liveOn(store)
    expect(revisions(await live.atLeast(2, patient))).toEqual([0, 1, 2])
    await add('usa')
    expect(revisions(await live.atLeast(3, patient))).toEqual([0, 1, 2, 3])
  })

  it('waits for a revision until it is appended', async () => {
    const { store, add } = await storeOf(0)
    const { live } = liveOn(store)
    const wanted = live.atLeast(2, patient)
    await add('usa')
    await add('eu')
    expect(revisions(await wanted)).toEqual([0, 1, 2])
    expect(live.waiting).toBe(0)
  })

  it('waits so long and no longer', async () => {
    const { store } = await storeOf(0)
    const { live } = liveOn(store)
    expect(await refusal(live.atLeast(7, { timeoutMs: 1 }))).toEqual(['revision_not_reached'])
    expect(live.waiting).toBe(0)
  })

  it('waits for what is stored as long as the reading of it goes on', async () => {
    const { store } = await storeOf(9)
    const { subscribed } = subscribing(store, async function* (ledger, after, signal) {
      const [page = []] = await Array.fromAsync(store.read(ledger, after + 1))
      for (const event of page) {
        await new Promise((resume) => setTimeout(resume, 30))
        yield [event]
      }
      yield* store.subscribe(ledger, 9, signal)
    })
    const { live } = liveOn(subscribed)
    expect(revisions(await live.atLeast(9, { timeoutMs: 200 }, 9))).toHaveLength(10)
  })

  it('waits for what is read again as long as that goes on, too', async () => {
    const { store } = await storeOf(9)
    const inSteps = (ms: number): EventStore['subscribe'] =>
      async function* (ledger, after, signal) {
        const [page = []] = await Array.fromAsync(store.read(ledger, after + 1))
        for (const event of page) {
          await new Promise((resume) => setTimeout(resume, ms))
          yield [event]
        }
        yield* store.subscribe(ledger, 9, signal)
      }
    const { subscribed } = subscribing(store, inSteps(0), inSteps(60))
    /** The first that is made fails on the last event, so that everything is read again. */
    class Failing extends Kept {
      override *folding(event: Kept['events'][number]): Pieces<void> {
        if (event.revision === 9) throw new Error('not yet')
        yield* super.folding(event)
      }
    }
    const made = [new Failing()]
    const { live } = liveOn(subscribed, () => made.pop() ?? new Kept())
    expect(revisions(await live.atLeast(8, patient))).toHaveLength(9)
    expect(revisions(await live.atLeast(9, { timeoutMs: 400 }, 9))).toHaveLength(10)
  })

  it('waits for what is stored no longer once the reading of it halts', async () => {
    const { store } = await storeOf(2)
    const { subscribed } = subscribing(store, async function* (ledger, after, signal) {
      for await (const [first] of store.subscribe(ledger, after, signal)) {
        if (first !== undefined) yield [first]
        await new Promise((resume) => signal.addEventListener('abort', resume))
      }
    })
    const { live } = liveOn(subscribed)
    expect(await refusal(live.atLeast(2, { timeoutMs: 50 }, 2))).toEqual(['revision_not_reached'])
  })

  it('waits no longer than its reader does', async () => {
    const { store } = await storeOf(0)
    const { live } = liveOn(store)
    const reader = new AbortController()
    const wanted = live.atLeast(7, { ...patient, signal: reader.signal })
    reader.abort(new Error('gone'))
    await expect(wanted).rejects.toThrow('gone')
    await expect(live.atLeast(7, { ...patient, signal: reader.signal })).rejects.toThrow('gone')
    expect(live.waiting).toBe(0)
  })

  it('refuses those who wait when it closes, and whoever comes then', async () => {
    const { store } = await storeOf(0)
    const { live } = liveOn(store)
    const wanted = refusal(live.atLeast(7, patient))
    await live.close()
    expect(await wanted).toEqual(['shutting_down'])
    expect(await refusal(live.atLeast(0, patient))).toEqual(['shutting_down'])
  })
})

describe('a subscription that ends unasked', () => {
  it.each([
    ['silently', undefined],
    ['with an error', new StoreUnavailable('gone')],
  ])('%s is taken up where it ended', async (_, error) => {
    const { store } = await storeOf(2)
    const { starts, subscribed } = subscribing(store, async function* () {
      for await (const page of store.read('talks', 0, 2)) yield page
      if (error !== undefined) throw error
    })
    const { live, pause, troubles } = liveOn(subscribed)
    ;(await pause(0)).end()
    expect(revisions(await live.atLeast(2, patient))).toEqual([0, 1, 2])
    expect(starts).toEqual([-1, 1])
    expect(troubles).toEqual([error])
  })

  it('again and again, is taken up at growing intervals, until it yields something', async () => {
    const { store } = await storeOf(1)
    const ends: EventStore['subscribe'] = async function* () {}
    const one: EventStore['subscribe'] = (ledger, after) => store.read(ledger, after + 1, after + 2)
    const { subscribed } = subscribing(store, ends, ends, ends, one, ends)
    const { pause, pauses } = liveOn(subscribed)
    for (let n = 0; n < 5; n++) (await pause(n)).end()
    expect(pauses.map(({ ms }) => ms)).toEqual([50, 100, 200, 50, 100])
  })

  it('leaves what was folded readable meanwhile', async () => {
    const { store } = await storeOf(1)
    const { subscribed } = subscribing(store, (ledger) => store.read(ledger, 0))
    const { live, pause } = liveOn(subscribed)
    await pause(0)
    expect(revisions(await live.atLeast(1, patient))).toEqual([0, 1])
  })
})

describe('an event of many pieces', () => {
  /** Folds its event 1 until it is let go. */
  class Slow extends Kept {
    static isLetGo = false
    static readonly begun: Slow[] = []
    override *folding(event: Kept['events'][number]): Pieces<void> {
      if (event.revision === 1) Slow.begun.push(this)
      while (event.revision === 1 && !Slow.isLetGo) yield
      yield* super.folding(event)
    }
  }
  const begun = (times: number) => expect.poll(() => Slow.begun.length, PATIENT).toBe(times)

  it('gives way, and is seen by nobody before it is whole', async () => {
    const { store } = await storeOf(2)
    Slow.isLetGo = false
    Slow.begun.length = 0
    const { live } = liveOn(store, () => new Slow())
    await begun(1)
    expect(revisions(await live.atLeast(0, patient))).toEqual([0])
    const next = live.atLeast(1, patient)
    Slow.isLetGo = true
    expect(revisions(await next).slice(0, 2)).toEqual([0, 1])
  })

  it('that is broken off is folded again from the start', async () => {
    const { store } = await storeOf(2)
    Slow.isLetGo = false
    Slow.begun.length = 0
    const { live, pause } = liveOn(store, () => new Slow())
    await begun(1)
    live.meet(new LedgerDamaged('talks', { kind: 'missing', revision: 2, message: 'gone' }))
    ;(await pause(0)).end()
    await begun(2)
    Slow.isLetGo = true
    await expect
      .poll(async () => revisions((await live.part(2, patient)).projections), PATIENT)
      .toEqual([0, 1, 2])
    expect(Slow.begun[0]).not.toBe(Slow.begun[1])
  })
})

describe('a ledger that does not hold together', () => {
  const gap = (store: EventStore): EventStore['subscribe'] =>
    async function* (ledger) {
      for await (const page of store.read(ledger, 0)) {
        yield page.filter(({ revision }) => revision !== 1)
      }
    }

  it.each([
    ['a gap', gap],
    [
      'a repetition',
      (store: EventStore): EventStore['subscribe'] =>
        async function* (ledger) {
          yield* store.read(ledger, 0, 1)
          yield* store.read(ledger, 0)
        },
    ],
  ])('for %s is not served', async (_, way) => {
    const { store } = await storeOf(2)
    const { subscribed } = subscribing(store, way(store))
    const { live, pause } = liveOn(subscribed)
    await expect(live.atLeast(2, patient)).rejects.toMatchObject({ name: 'LedgerDamaged' })
    await pause(0)
    await expect(live.atLeast(0, patient)).rejects.toMatchObject({ name: 'LedgerDamaged' })
  })

  it('is asked for again from the damage on, and served once it does', async () => {
    const { store } = await storeOf(2)
    const { starts, subscribed } = subscribing(store, gap(store))
    const { live, pause } = liveOn(subscribed)
    const first = await pause(0)
    await expect(live.atLeast(0, patient)).rejects.toMatchObject({ name: 'LedgerDamaged' })
    first.end()
    await expect.poll(() => live.atLeast(0, patient).then(revisions, () => [])).toEqual([0, 1, 2])
    expect(starts).toEqual([-1, 0])
  })

  it('is served up to the damage to whoever takes a part, with the damage', async () => {
    const { store } = await storeOf(2)
    const { subscribed } = subscribing(store, gap(store), gap(store))
    const { live, pause } = liveOn(subscribed)
    const first = await pause(0)
    const part = await live.part(2, patient)
    expect(revisions(part.projections)).toEqual([0])
    expect(part.damage).toMatchObject({ damage: { kind: 'missing', revision: 1 } })
    first.end()
    await pause(1)
    expect(revisions((await live.part(0, patient)).projections)).toEqual([0])
  })

  it('is not served while it is read again only up to the damage', async () => {
    const { store } = await storeOf(2)
    const upTo: EventStore['subscribe'] = (ledger) => store.read(ledger, 0, 1)
    const { subscribed } = subscribing(store, gap(store), upTo)
    const { live, pause } = liveOn(subscribed)
    ;(await pause(0)).end()
    await pause(1)
    await expect(live.atLeast(0, patient)).rejects.toMatchObject({ name: 'LedgerDamaged' })
  })

  it('is one that projections cannot fold, too', async () => {
    const { store } = await storeOf(2)
    class Choking extends Kept {
      override *folding(event: Kept['events'][number]): Pieces<void> {
        if (event.revision === 1) throw new Error('too hot')
        yield* super.folding(event)
      }
    }
    const { live } = liveOn(store, () => new Choking())
    await expect(live.atLeast(2, patient)).rejects.toThrow('revision 1 cannot be folded: too hot')
  })
})
