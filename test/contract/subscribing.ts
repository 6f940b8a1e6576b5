import { describe, expect, it } from 'vitest'
import { type StoredEvent, StoreUnavailable } from '../../src/store/event-store.ts'
import type { Fixture } from './event-store.contract.ts'
import { event, events, newLedger, takeUntil } from './sample.ts'

export function subscribing(fixture: Fixture): void {
  const subscribe = (ledger: string, after: number, signal = new AbortController().signal) =>
    fixture.store.subscribe(ledger, after, signal)
  const upTo = (revision: number) => (got: readonly StoredEvent[]) =>
    (got.at(-1)?.revision ?? -1) >= revision

  describe('subscribing', () => {
    it.each([-1, 0, 1, 598, 599])(
      '19: from after revision %i, each later event once, in order',
      async (after) => {
        const ledger = newLedger()
        await fixture.store.append(ledger, -1, events(ledger, 0, 600))
        const following = takeUntil(subscribe(ledger, after), upTo(600))
        await fixture.store.append(ledger, 599, [event(ledger, 600)])
        expect(await following).toEqual(events(ledger, after + 1, 601))
      },
    )

    it('19: from beyond the end, only what comes after that', async () => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, events(ledger, 0, 2))
      const following = takeUntil(subscribe(ledger, 3), upTo(5))
      await fixture.store.append(ledger, 1, events(ledger, 2, 4))
      await fixture.store.append(ledger, 3, events(ledger, 4, 6))
      expect(await following).toEqual(events(ledger, 4, 6))
    })

    it('19: a ledger that does not exist yet is followed from its first event', async () => {
      const ledger = newLedger()
      const following = takeUntil(subscribe(ledger, -1), upTo(1))
      await fixture.store.append(ledger, -1, [event(ledger, 0)])
      await fixture.store.append(ledger, 0, [event(ledger, 1)])
      expect(await following).toEqual(events(ledger, 0, 2))
    })

    it('20: catching up goes over to live without gap or repeat while others write', async () => {
      const ledger = newLedger()
      const other = newLedger()
      const last = 1_500
      await fixture.store.append(ledger, -1, events(ledger, 0, 900))
      const followers = [-1, 300, 899, 900].map((after) =>
        takeUntil(subscribe(ledger, after), upTo(last)),
      )
      for (let head = 899; head < last; ) {
        const batch = events(ledger, head + 1, Math.min(head + 1 + (head % 9) + 1, last + 1))
        const beside = event(other, head, { revision: 0 })
        const [end] = await Promise.all([
          fixture.store.append(ledger, head, batch),
          fixture.store.append(`${other}-${head}`, -1, [beside]),
        ])
        head = end
      }
      const got = await Promise.all(followers)
      expect(got[0]).toEqual(events(ledger, 0, last + 1))
      expect(got[1]).toEqual(events(ledger, 301, last + 1))
      expect(got[2]).toEqual(events(ledger, 900, last + 1))
      expect(got[3]).toEqual(events(ledger, 901, last + 1))
    })

    it('21: leaving at any event and coming back gives the same sequence', async () => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, events(ledger, 0, 300))
      const got: StoredEvent[] = []
      while (got.length < 300) {
        const page = await takeUntil(subscribe(ledger, got.length - 1), () => true)
        got.push(...page.slice(0, 37))
      }
      expect(got).toEqual(events(ledger, 0, 300))
    })

    it('22: a slow consumer loses nothing and holds up nobody', async () => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, [event(ledger, 0)])
      const slow = subscribe(ledger, -1)[Symbol.asyncIterator]()
      const first = await slow.next()
      const quick = takeUntil(subscribe(ledger, -1), upTo(3_000))
      for (let head = 0; head < 3_000; head += 100) {
        await fixture.store.append(ledger, head, events(ledger, head + 1, head + 101))
      }
      expect(await quick).toEqual(events(ledger, 0, 3_001))
      const rest = await takeUntil({ [Symbol.asyncIterator]: () => slow }, upTo(3_000))
      expect([...first.value, ...rest]).toEqual(events(ledger, 0, 3_001))
    })

    it('ends without error when aborted: before it starts, in the midst, and while it waits', async () => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, events(ledger, 0, 1_000))
      const before = subscribe(ledger, -1, AbortSignal.abort())[Symbol.asyncIterator]()
      expect((await before.next()).done).toBe(true)

      const midst = new AbortController()
      const reading = subscribe(ledger, -1, midst.signal)[Symbol.asyncIterator]()
      expect((await reading.next()).done).toBe(false)
      midst.abort()
      expect((await reading.next()).done).toBe(true)

      const waiting = new AbortController()
      const next = subscribe(ledger, 999, waiting.signal)[Symbol.asyncIterator]().next()
      await fixture.store.head(ledger)
      waiting.abort()
      expect((await next).done).toBe(true)
    })

    it('ends with an error when the store closes', async () => {
      const next = subscribe(newLedger(), -1)[Symbol.asyncIterator]().next()
      const ended = expect(next).rejects.toThrow(StoreUnavailable)
      await fixture.store.close()
      await ended
      await expect(subscribe(newLedger(), -1)[Symbol.asyncIterator]().next()).rejects.toThrow(
        StoreUnavailable,
      )
    })

    it('refuses to start after what is not a revision', async () => {
      for (const after of [-2, 0.5]) {
        const next = subscribe(newLedger(), after)[Symbol.asyncIterator]().next()
        await expect(next).rejects.toThrow(RangeError)
      }
    })
  })
}
