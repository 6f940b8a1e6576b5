import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fixture } from './event-store.contract.ts'
import { collect, event, events, newLedger } from './sample.ts'

export function reading(fixture: Fixture): void {
  describe('reading', () => {
    it('15: an acknowledged append is read at once', async () => {
      const ledger = newLedger()
      for (const stored of events(ledger, 0, 20)) {
        await fixture.store.append(ledger, stored.revision - 1, [stored])
        expect(await fixture.store.head(ledger)).toBe(stored.revision)
        expect(await fixture.store.find(ledger, stored.id)).toEqual(stored)
        expect(await collect(fixture.store.read(ledger, stored.revision))).toEqual([stored])
      }
    })

    it('28: any range gives its events in order, and ranges join without gap or repeat', async () => {
      const ledger = newLedger()
      const stored = events(ledger, 0, 700)
      await fixture.store.append(ledger, -1, stored)
      await fc.assert(
        fc.asyncProperty(fc.nat(710), fc.nat(710), async (from, until) => {
          const got = await collect(fixture.store.read(ledger, from, until))
          expect(got).toEqual(stored.slice(from, Math.max(from, until)))
        }),
        { numRuns: 30 },
      )
    })

    it('28: a reading ends with what was there when it began', async () => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, events(ledger, 0, 600))
      const got: number[] = []
      let head = 599
      for await (const page of fixture.store.read(ledger, 0)) {
        got.push(...page.map(({ revision }) => revision))
        await fixture.store.append(ledger, head, [event(ledger, head + 1)])
        head++
      }
      expect(head).toBeGreaterThan(599)
      expect(got).toEqual(events(ledger, 0, 600).map(({ revision }) => revision))
    })

    it('28: refuses to read from what is not a revision', async () => {
      for (const from of [-1, 0.5, Number.NaN]) {
        await expect(collect(fixture.store.read(newLedger(), from))).rejects.toThrow(RangeError)
      }
    })

    it('29: a ledger that does not exist has no head, no events and no ids', async () => {
      const ledger = newLedger()
      expect(await fixture.store.head(ledger)).toBe(-1)
      expect(await collect(fixture.store.read(ledger, 0))).toEqual([])
      expect(await fixture.store.find(ledger, event(ledger, 0).id)).toBeUndefined()
    })

    it('29: an id is found in its own ledger only', async () => {
      const [one, other] = [newLedger(), newLedger()]
      await fixture.store.append(one, -1, events(one, 0, 2))
      await fixture.store.append(other, -1, events(other, 0, 2))
      expect(await fixture.store.find(other, event(one, 1).id)).toBeUndefined()
    })

    it.each([
      ['emoji and combining marks', '{"t":"👩‍👩‍👧 e\u0301 Å"}'],
      ['line separators', '{"t":"a\u2028b\u2029c\r\n"}'],
      ['NUL', '{"t":"a\u0000b"}'],
      ['a byte order mark', '\ufeff{}'],
      ['deep JSON', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
      ['integers past 2^53, as written', '{"n":9007199254740993,"t":"18446744073709551616"}'],
      ['spacing and order, as written', '{ "b" : 1,"a":1.0 }'],
    ])('31: gives back %s byte for byte', async (_, text) => {
      const ledger = newLedger()
      const odd = event(ledger, 0, { header: text, body: text, request: text })
      await fixture.store.append(ledger, -1, [odd])
      await fixture.reopen()
      expect(await collect(fixture.store.read(ledger, 0))).toEqual([odd])
    })

    it('31: keeps ledgers with odd names apart', async () => {
      const base = newLedger()
      const names = ['', ' ', '%', '_', "'", '"', '-é', '-e\u0301', '-É', '/../x', '\u2028', '$all']
      const ledgers = names.map((name) => base + name)
      for (const ledger of ledgers) await fixture.store.append(ledger, -1, events(ledger, 0, 2))
      await fixture.reopen()
      for (const ledger of ledgers) {
        expect(await collect(fixture.store.read(ledger, 0))).toEqual(events(ledger, 0, 2))
      }
    })

    it('34: order is that of the appends, whatever the headers say of time', async () => {
      const ledger = newLedger()
      const backwards = events(ledger, 0, 3).map((stored, index) => ({
        ...stored,
        header: JSON.stringify({ recordedAt: `2026-01-0${3 - index}T00:00:00.000Z` }),
      }))
      await fixture.store.append(ledger, -1, backwards)
      expect(await collect(fixture.store.read(ledger, 0))).toEqual(backwards)
    })
  })
}
