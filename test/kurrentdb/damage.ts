import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { type EventStore, LedgerDamaged } from '../../src/store/event-store.ts'
import { openKurrentStore } from '../../src/store/kurrentdb/open.ts'
import { collect, event, events, newLedger, takeUntil } from '../contract/sample.ts'

/**
 * What another program may do to a stream, and what comes of it.
 *
 * @param real false for the mock, which knows no tombstones.
 */
export function damage(url: string, real: boolean): void {
  const other = EventStoreDBClient.connectionString(url)
  const credentials = { username: 'nobody', password: '' }
  const opened = (): EventStore => {
    const store = openKurrentStore(url)
    onTestFinished(() => store.close())
    return store
  }

  describe('29, 30: a ledger whose events are gone is refused by name', () => {
    let ledger: string
    let used: EventStore

    beforeEach(async () => {
      ledger = newLedger()
      used = opened()
      await used.append(ledger, -1, events(ledger, 0, 10))
    })

    const refusal = async (store: EventStore) => {
      const never = new AbortController().signal
      const calls = [
        () => store.append(ledger, 9, [event(ledger, 10)]),
        () => store.append(ledger, -1, [event(ledger, 11, { revision: 0 })]),
        () => store.head(ledger),
        () => store.find(ledger, event(ledger, 0).id),
        () => collect(store.read(ledger, 0)),
        () => collect(store.read(ledger, 9)),
        () => store.subscribe(ledger, -1, never)[Symbol.asyncIterator]().next(),
        () => store.subscribe(ledger, 8, never)[Symbol.asyncIterator]().next(),
      ]
      for (const call of calls) {
        const error: unknown = await call().catch((reason: unknown) => reason)
        expect(error, String(call)).toBeInstanceOf(LedgerDamaged)
        expect((error as Error).message).toContain(ledger)
      }
    }

    it.each([
      ['cut off by a maximum age of events', { maxCount: 1 }],
      ['cut off at a revision', { truncateBefore: 3 }],
    ])('%s', async (_, metadata) => {
      await other.setStreamMetadata(ledger, metadata, { credentials })
      await refusal(opened())
    })

    it('deleted', async () => {
      await other.deleteStream(ledger)
      await refusal(opened())
    })

    it.each([
      ['cut off', () => other.setStreamMetadata(ledger, { truncateBefore: 3 }, { credentials })],
      ['deleted', () => other.deleteStream(ledger)],
    ])('%s, and put right by its operator: it is whole again', async (_, harm) => {
      await harm()
      await expect(opened().head(ledger)).rejects.toThrow(LedgerDamaged)
      // The first brings a deleted stream back without its events, the second its events.
      await other.setStreamMetadata(ledger, {}, { credentials })
      await other.setStreamMetadata(ledger, {}, { credentials })
      const store = opened()
      await store.append(ledger, 9, [event(ledger, 10)])
      expect(await collect(store.read(ledger, 0))).toEqual(events(ledger, 0, 11))
    })

    it.runIf(real)('deleted for good', async () => {
      await other.tombstoneStream(ledger)
      await refusal(opened())
    })

    it('also under the running store, while other ledgers are served', async () => {
      const sound = newLedger()
      await used.append(sound, -1, events(sound, 0, 2))
      await other.setStreamMetadata(ledger, { truncateBefore: 3 }, { credentials })
      await expect(collect(used.read(ledger, 0))).rejects.toThrow('$tb 3')
      await expect(used.append(ledger, -1, events(ledger, 0, 10))).rejects.toThrow(LedgerDamaged)
      expect(await collect(used.read(sound, 0))).toEqual(events(sound, 0, 2))
    })

    it('deleted under the running store: it is not begun anew', async () => {
      await other.deleteStream(ledger)
      await expect(used.head(ledger)).rejects.toThrow(LedgerDamaged)
      await expect(used.append(ledger, 9, [event(ledger, 10)])).rejects.toThrow(LedgerDamaged)
    })
  })

  it('a deletion that an append undid looks like a truncation, and is put right like one', async () => {
    const ledger = newLedger()
    await opened().append(ledger, -1, events(ledger, 0, 10))
    await other.deleteStream(ledger)
    const again = jsonEvent({ type: 'note', data: {} })
    await other.appendToStream(ledger, again, { credentials, expectedRevision: 9n })
    const error: unknown = await opened()
      .head(ledger)
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({ damage: { kind: 'retention', revision: 0 } })
    expect((error as Error).message).toContain(
      '$tb 10 (truncated, or deleted and then appended to)',
    )
    await other.setStreamMetadata(ledger, {}, { credentials })
    expect(await collect(opened().read(ledger, 0, 10))).toEqual(events(ledger, 0, 10))
  })

  describe('18: what no ledger wrote', () => {
    const foreign = jsonEvent({ type: 'note', data: { text: 'hello' } })

    it('makes the ledger that it stands in a damaged one', async () => {
      const ledger = newLedger()
      await opened().append(ledger, -1, events(ledger, 0, 2))
      await other.appendToStream(ledger, foreign, { credentials })
      const store = opened()
      await expect(collect(store.read(ledger, 0))).rejects.toThrow('revision 2 is not an event')
      await expect(store.append(ledger, 2, [event(ledger, 3)])).rejects.toThrow(LedgerDamaged)
    })

    it('is passed over by the feed', async () => {
      const [odd, sound] = [newLedger(), newLedger()]
      await other.appendToStream(odd, foreign, { credentials })
      const store = opened()
      await store.append(sound, -1, [event(sound, 0)])
      const fed = await takeUntil(store.feed(undefined, new AbortController().signal), (items) =>
        items.some(({ ledger }) => ledger === sound),
      )
      expect(fed.some(({ ledger }) => ledger === odd)).toBe(false)
    })

    it('an id that another program wrote twice is damage, and no ledger takes one twice', async () => {
      const ledger = newLedger()
      const [first, again] = [event(ledger, 0), event(ledger, 0)]
      const { header, salt, request } = first
      const { id, type } = again
      const copy = { id, type, data: { issue: 'issue-0' }, metadata: { header, salt, request } }
      await opened().append(ledger, -1, [first])
      await other.appendToStream(ledger, jsonEvent({ ...copy, id: event(ledger, 1).id }), {
        credentials,
      })
      await other.appendToStream(ledger, jsonEvent(copy), {
        credentials,
        expectedRevision: 1n,
      })
      await expect(opened().append(ledger, 2, [event(ledger, 3)])).rejects.toThrow('repeats the id')
    })
  })
}
