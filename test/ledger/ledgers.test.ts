import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Ledgers, type LedgersOptions } from '../../src/ledger/ledgers.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { listed, opened } from '../decide/commands.ts'
import {
  freshStore,
  handClock,
  Kept,
  origin,
  refusal,
  request,
  requests,
  storeWith,
} from './kit.ts'

const patient = { clearance: 'all' as const, timeoutMs: 20_000 }

function ledgersOn(
  store: EventStore,
  options: Omit<Partial<LedgersOptions<Kept>>, 'requests'> = {},
) {
  const clock = handClock()
  const projections = () => new Kept()
  const ledgers = new Ledgers<Kept>({ store, clock, origin, requests, projections, ...options })
  onTestFinished(() => ledgers.close())
  return { ledgers, clock }
}

/** A store whose subscriptions yield each page but for its last event, and that only when let. */
function gate(store: EventStore) {
  const gates = Array.from({ length: 2 }, () => ({
    reached: Promise.withResolvers<void>(),
    open: Promise.withResolvers<void>(),
  }))
  const gated = storeWith(store, {
    async *subscribe(...given) {
      let page = 0
      for await (const events of store.subscribe(...given)) {
        const { reached, open } = gates[page++]!
        if (events.length > 1) yield events.slice(0, -1)
        reached.resolve()
        await open.promise
        yield events.slice(-1)
      }
    },
  })
  return {
    gated,
    atGate: (n: number) => gates[n]!.reached.promise,
    letThrough: (n: number) => gates[n]!.open.resolve(),
  }
}

describe('a ledger', () => {
  it('is folded once for each level, whoever reads it', async () => {
    let folds = 0
    const projections = () => {
      folds += 1
      return new Kept()
    }
    const { ledgers } = ledgersOn(await freshStore(), { projections })
    await ledgers.write('a', request({ ...opened, levels: ['restricted', 'confidential'] }))
    const read = (...named: string[]) =>
      ledgers.part('a', { ...patient, clearance: new Set(named) })
    for (let reader = 0; reader < 12; reader++) {
      await Promise.all([read(), read('restricted'), read('confidential'), read('confidential')])
    }
    await ledgers.part('a', patient)
    expect(folds).toBe(3)
  })

  it('is written and read under its name, apart from all others', async () => {
    const { ledgers } = ledgersOn(await freshStore())
    await ledgers.write('a', request(opened))
    await ledgers.write('b', request([opened, listed('usa')]))
    expect((await ledgers.read('a', patient)).events).toHaveLength(1)
    expect((await ledgers.read('b', patient)).events).toHaveLength(2)
  })

  it('shows a reader everything that was acknowledged before', async () => {
    const { ledgers } = ledgersOn(await freshStore())
    await ledgers.write('a', request(opened))
    await ledgers.read('a', patient)
    await ledgers.write('a', request(listed('usa')))
    expect((await ledgers.read('a', patient)).events).toHaveLength(2)
  })

  it('shows them so though its projections lag behind', async () => {
    const store = await freshStore()
    await ledgersOn(store).ledgers.write('a', request([opened, listed('usa')]))
    const { gated, atGate, letThrough } = gate(store)
    const { ledgers } = ledgersOn(gated)
    const first = ledgers.read('a', patient)
    await atGate(0)
    const second = ledgers.read('a', patient)
    expect(await Promise.race([first, second, turn('still waiting')])).toBe('still waiting')
    letThrough(0)
    expect((await second).events).toHaveLength(2)

    await ledgers.write('a', request(listed('eu')))
    await atGate(1)
    const third = ledgers.read('a', patient)
    expect(await Promise.race([third, turn('still waiting')])).toBe('still waiting')
    letThrough(1)
    expect((await third).events).toHaveLength(3)
  })

  it('shows its first readers, all of them, everything that it held when they came', async () => {
    const store = await freshStore()
    await ledgersOn(store).ledgers.write('a', request([opened, listed('usa')]))
    const { ledgers } = ledgersOn(store)
    const readers = [ledgers.read('a', patient), ledgers.read('a', patient)]
    for (const reader of readers) expect((await reader).events).toHaveLength(2)
  })

  it('makes a reader wait for the revision that it asks for', async () => {
    const store = await freshStore()
    const [here, there] = [ledgersOn(store).ledgers, ledgersOn(store).ledgers]
    await here.write('a', request(opened))
    const wanted = there.read('a', { ...patient, minRevision: 1 })
    await here.write('a', request(listed('usa')))
    expect((await wanted).events).toHaveLength(2)
    const never = there.read('a', { clearance: 'all' as const, minRevision: 9, timeoutMs: 1 })
    expect(await refusal(never)).toEqual(['revision_not_reached'])
  })

  it('that does not exist is unknown to readers and writers, and nothing is made of it', async () => {
    const store = await freshStore()
    const { ledgers } = ledgersOn(store)
    expect(await refusal(ledgers.read('a', patient))).toEqual(['unknown_negotiation'])
    expect(await refusal(ledgers.write('a', request(listed('usa'))))).toEqual([
      'unknown_negotiation',
    ])
    expect(ledgers.open).toEqual([])
    expect(await store.head('a')).toBe(-1)
  })
})

describe('eviction', () => {
  it('lets go of the ledgers used longest ago, beyond the limit', async () => {
    const { ledgers } = ledgersOn(await freshStore(), { maxBytes: 75_000 })
    for (const name of ['a', 'b']) await ledgers.write(name, request(opened))
    await ledgers.read('a', patient)
    await ledgers.write('c', request(opened))
    expect(ledgers.open).toEqual(['a', 'c'])
  })

  it('lets go of a ledger that was not used for long', async () => {
    const { ledgers, clock } = ledgersOn(await freshStore(), { idleMs: 1_000 })
    await ledgers.write('a', request(opened))
    clock.now += 600
    await ledgers.write('b', request(opened))
    clock.now += 400
    ledgers.sweep()
    expect(ledgers.open).toEqual(['b'])
  })

  it('never lets go of a ledger that someone waits for', async () => {
    const { ledgers } = ledgersOn(await freshStore(), { maxBytes: 0 })
    await ledgers.write('a', request(opened))
    await ledgers.read('a', patient)
    const waiting = ledgers.read('a', { ...patient, minRevision: 1 })
    for (const name of ['b', 'c']) await ledgers.write(name, request(opened))
    expect(ledgers.open).toEqual(['a', 'c'])
    await ledgers.write('a', request(listed('usa')))
    expect((await waiting).events).toHaveLength(2)
  })

  it('never lets go of a ledger that is being written', async () => {
    const store = await freshStore()
    const durable = Promise.withResolvers<void>()
    const slow = storeWith(store, {
      append: async (ledger, ...given) => {
        if (ledger === 'a') await durable.promise
        return store.append(ledger, ...given)
      },
    })
    const { ledgers } = ledgersOn(slow, { maxBytes: 0 })
    const writing = ledgers.write('a', request(opened))
    for (const name of ['b', 'c']) await ledgers.write(name, request(opened))
    expect(ledgers.open).toEqual(['a', 'c'])
    durable.resolve()
    await writing
  })

  it('weighs ledgers by their events and texts: a large one makes room for itself', async () => {
    const { ledgers } = ledgersOn(await freshStore(), { maxBytes: 450_000 })
    for (const name of ['a', 'b', 'c']) {
      await ledgers.write(name, request(opened))
      await ledgers.read(name, patient)
    }
    expect(ledgers.open).toEqual(['a', 'b', 'c'])
    const text = { held: 'text', text: 'x'.repeat(150_000), language: 'en' }
    const source = { source: 's', kind: 'other', authors: [], published: '2025-11-01', ...text }
    await ledgers.write(
      'b',
      request({ type: 'source.recorded', occurred: '2025-11-01', ...source }),
    )
    await ledgers.read('b', patient)
    expect(ledgers.open).toEqual(['c', 'b'])
    expect(ledgers.bytes).toBeLessThan(450_000)
    expect(ledgers.bytes).toBeGreaterThan(400_000)
    expect(ledgers.putAside).toBe(1)
  })

  it('keeps a log that was read, whatever else is asked of the ledger', async () => {
    const store = await freshStore()
    await ledgersOn(store).ledgers.write('a', request([opened, listed('usa')]))
    let read = 0
    const counted = storeWith(store, {
      async *read(...given) {
        for await (const page of store.read(...given)) {
          if (given[2] !== 1) read += page.length
          yield page
        }
      },
    })
    const { ledgers } = ledgersOn(counted)
    for (let time = 0; time < 3; time++) {
      expect((await ledgers.log('a')).tree.size).toBe(2)
      await ledgers.levels('a')
    }
    expect(read).toBe(2)
  })

  it('keeps the ledger that was used last, however large it is', async () => {
    const { ledgers } = ledgersOn(await freshStore(), { maxBytes: 1 })
    await ledgers.write('a', request(opened))
    await ledgers.read('a', patient)
    await ledgers.write('a', request(listed('usa')))
    expect((await ledgers.read('a', patient)).events).toHaveLength(2)
    expect(ledgers.putAside).toBe(0)
  })

  it('forgets nothing: the ledger is opened again', async () => {
    const { ledgers } = ledgersOn(await freshStore(), { maxBytes: 0 })
    await ledgers.write('a', request(opened))
    await ledgers.write('b', request(opened))
    expect(ledgers.open).toEqual(['b'])
    await ledgers.write('a', request(listed('usa')))
    expect((await ledgers.read('a', patient)).events).toHaveLength(2)
  })

  it('reads a ledger once when a write brings it back, for decisions and projections', async () => {
    const store = await freshStore()
    await ledgersOn(store).ledgers.write('a', request([opened, listed('usa'), listed('eu')]))
    const read: number[] = []
    const counted = storeWith(store, {
      async *read(...given) {
        for await (const page of store.read(...given)) {
          // The levels of the ledger stand in its first event, which is read by itself.
          if (given[2] !== 1) read.push(...page.map(({ revision }) => revision))
          yield page
        }
      },
      async *subscribe(...given) {
        for await (const page of store.subscribe(...given)) {
          read.push(...page.map(({ revision }) => revision))
          yield page
        }
      },
    })
    const { ledgers } = ledgersOn(counted)
    await ledgers.write('a', request(listed('iran')))
    expect((await ledgers.read('a', patient)).events.map(({ revision }) => revision)).toEqual([
      0, 1, 2, 3,
    ])
    expect(read).toEqual([0, 1, 2, 3])
  })

  it('leaves what a reader has as it is', async () => {
    const { ledgers } = ledgersOn(await freshStore(), { maxBytes: 0 })
    await ledgers.write('a', request(opened))
    const kept = await ledgers.read('a', patient)
    await ledgers.write('b', request(opened))
    expect(kept.events).toHaveLength(1)
  })
})

describe('closing', () => {
  it('finishes every write that was accepted, and refuses the rest', async () => {
    const store = await freshStore()
    const { ledgers } = ledgersOn(store)
    const accepted = ['a', 'b', 'c'].map((name) => ledgers.write(name, request(opened)))
    const closed = ledgers.close()
    expect(await refusal(ledgers.write('a', request(listed('usa'))))).toEqual(['shutting_down'])
    expect(await refusal(ledgers.read('a', patient))).toEqual(['shutting_down'])
    await closed
    for (const answer of accepted) expect((await answer).receipt.head).toBe(0)
  })

  it('ends the waits of readers', async () => {
    const { ledgers } = ledgersOn(await freshStore())
    await ledgers.write('a', request(opened))
    await ledgers.read('a', patient)
    const waiting = refusal(ledgers.read('a', { ...patient, minRevision: 5 }))
    await ledgers.close()
    expect(await waiting).toEqual(['shutting_down'])
  })

  it('waits for a ledger that is being opened to be closed again', async () => {
    const store = await freshStore()
    await ledgersOn(store).ledgers.write('a', request(opened))
    const asked = Promise.withResolvers<number>()
    const { ledgers } = ledgersOn(storeWith(store, { head: () => asked.promise }))
    const reading = refusal(ledgers.read('a', patient))
    await ledgers.close()
    asked.resolve(0)
    expect(await reading).toEqual(['shutting_down'])
    expect(ledgers.open).toEqual([])
  })
})
