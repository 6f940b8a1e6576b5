import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MeasuredStore } from '../../src/metrics/measured-store.ts'
import { Metrics } from '../../src/metrics/metrics.ts'
import type { EventStore, StoredEvent } from '../../src/store/event-store.ts'
import { collect, event, newLedger } from '../contract/sample.ts'

const never = new AbortController().signal

/** A store that answers everything, and whose subscriptions yield these events, then end. */
function answering(events: readonly StoredEvent[]): EventStore {
  async function* pages() {
    yield events
  }
  return {
    maxBatchBytes: 1000,
    append: async () => 7,
    head: async () => 7,
    find: async () => events[0],
    read: pages,
    subscribe: pages,
    feed: async function* () {},
    ready: async () => undefined,
    close: async () => undefined,
  }
}

const unwatched = { note: () => undefined }

describe('a measured store', () => {
  it('yields the events that come, whatever their headers say: it verifies none', async () => {
    const odd = fc.oneof(
      fc.constantFrom('{}', 'null', '[]', '', '{', '{"recordedAt":null}', '{"recordedAt":"soon"}'),
      fc.constantFrom('{"recordedAt":"9999-12-31T23:59:59.999Z"}', '{"recordedAt":8e15}'),
      fc.string(),
      fc.json(),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(odd, { minLength: 1 }), async (headers) => {
        const ledger = newLedger()
        const events = headers.map((header, revision) => event(ledger, revision, { header }))
        const store = new MeasuredStore(answering(events), new Metrics(), () => 0, unwatched)
        expect(await collect(store.subscribe(ledger, -1, never))).toEqual(events)
      }),
    )
  })

  it('answers as the store does though no measure can be taken', async () => {
    const broken = new Proxy({} as Metrics, {
      get: () => {
        throw new Error('no metric')
      },
    })
    const ledger = newLedger()
    const stored = event(ledger, 0)
    const store = new MeasuredStore(answering([stored]), broken, () => 0, unwatched)
    expect(await store.append(ledger, -1, [stored])).toBe(7)
    expect(await store.head(ledger)).toBe(7)
    expect(await store.find(ledger, stored.id)).toEqual(stored)
    expect(await collect(store.subscribe(ledger, -1, never))).toEqual([stored])
    await expect(store.ready()).resolves.toBeUndefined()
  })
})
