import { describe, expect, it } from 'vitest'
import { StoreUnavailable } from '../../src/store/event-store.ts'
import type { Fixture } from './event-store.contract.ts'
import { collect, event, events, newLedger } from './sample.ts'

export function enduring(fixture: Fixture): void {
  describe('closing and opening again', () => {
    it('16: what was acknowledged is there in the next session, and is continued', async () => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, events(ledger, 0, 3))
      await fixture.reopen()
      expect(await fixture.store.head(ledger)).toBe(2)
      expect(await fixture.store.find(ledger, event(ledger, 1).id)).toEqual(event(ledger, 1))
      await fixture.store.append(ledger, 2, [event(ledger, 3)])
      expect(await collect(fixture.store.read(ledger, 0))).toEqual(events(ledger, 0, 4))
    })

    it('17: an append whose answer was lost is there once after it is tried again', async () => {
      const ledger = newLedger()
      void fixture.store.append(ledger, -1, events(ledger, 0, 2))
      await fixture.reopen()
      expect(await fixture.store.append(ledger, -1, events(ledger, 0, 2))).toBe(1)
      expect(await collect(fixture.store.read(ledger, 0))).toEqual(events(ledger, 0, 2))
    })

    it('finishes the appends under way before it closes', async () => {
      const ledgers = Array.from({ length: 20 }, newLedger)
      const appends = ledgers.map((ledger) =>
        fixture.store.append(ledger, -1, events(ledger, 0, 100)),
      )
      await fixture.reopen()
      expect(await Promise.all(appends)).toEqual(ledgers.map(() => 99))
      for (const ledger of ledgers) expect(await fixture.store.head(ledger)).toBe(99)
    })

    it('serves nothing once closed, and may be closed again', async () => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, events(ledger, 0, 600))
      await expect(fixture.store.ready()).resolves.toBeUndefined()
      const reading = fixture.store.read(ledger, 0)[Symbol.asyncIterator]()
      await reading.next()
      await fixture.store.close()
      await fixture.store.close()
      const refused = [
        fixture.store.append(ledger, 599, [event(ledger, 600)]),
        fixture.store.append(ledger, 599, []),
        fixture.store.head(ledger),
        fixture.store.find(ledger, event(ledger, 0).id),
        fixture.store.ready(),
        reading.next(),
      ]
      for (const call of refused) await expect(call).rejects.toThrow(StoreUnavailable)
    })
  })
}
