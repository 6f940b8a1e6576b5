import { describe, expect, it } from 'vitest'
import {
  BatchTooLarge,
  EventIdTaken,
  type StoredEvent,
  WrongExpectedRevision,
} from '../../src/store/event-store.ts'
import type { Fixture } from './event-store.contract.ts'
import { collect, event, events, newLedger } from './sample.ts'

export function appending(fixture: Fixture): void {
  const all = (ledger: string) => collect(fixture.store.read(ledger, 0))

  describe('appending', () => {
    it('1: revisions start at 0 and have no gap', async () => {
      const ledger = newLedger()
      expect(await fixture.store.append(ledger, -1, [event(ledger, 0)])).toBe(0)
      expect(await fixture.store.append(ledger, 0, events(ledger, 1, 4))).toBe(3)
      expect(await all(ledger)).toEqual(events(ledger, 0, 4))
    })

    it('1: refuses events whose revisions are not those of their places', async () => {
      const ledger = newLedger()
      const gap = [event(ledger, 0), event(ledger, 2)]
      await expect(fixture.store.append(ledger, -1, gap)).rejects.toThrow(RangeError)
      await expect(fixture.store.append(ledger, -2, [])).rejects.toThrow(RangeError)
      await expect(fixture.store.append('', -1, events('', 0, 1))).rejects.toThrow(RangeError)
      expect(await fixture.store.head(ledger)).toBe(-1)
    })

    it('2: writes all of a batch or none of it', async () => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, events(ledger, 0, 2))
      const last = event(ledger, 4, { id: event(ledger, 0).id })
      const batch = [...events(ledger, 2, 4), last]
      await expect(fixture.store.append(ledger, 1, batch)).rejects.toThrow(EventIdTaken)
      expect(await all(ledger)).toEqual(events(ledger, 0, 2))
    })

    it.each([
      ['behind the end', 1],
      ['at the start of one that exists', -1],
      ['past the end', 3],
    ])('3, 4: refuses an append %s, naming where the ledger ends', async (_, expected) => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, events(ledger, 0, 3))
      const late = event(ledger, expected + 1, { id: event(ledger, 99).id })
      await expect(fixture.store.append(ledger, expected, [late])).rejects.toMatchObject({
        name: 'WrongExpectedRevision',
        expected,
        actual: 2,
      })
      expect(await all(ledger)).toEqual(events(ledger, 0, 3))
    })

    it('4: refuses to continue a ledger that does not exist', async () => {
      const ledger = newLedger()
      const append = fixture.store.append(ledger, 0, [event(ledger, 1)])
      await expect(append).rejects.toMatchObject({ name: 'WrongExpectedRevision', actual: -1 })
      expect(await fixture.store.head(ledger)).toBe(-1)
    })

    it('5: of many that append at one revision at once, exactly one wins', async () => {
      const ledger = newLedger()
      const racers = Array.from({ length: 20 }, (_, n) =>
        event(ledger, 0, { id: event(ledger, 100 + n).id }),
      )
      const results = await Promise.allSettled(
        racers.map((racer) => fixture.store.append(ledger, -1, [racer])),
      )
      const winners = racers.filter((_, n) => results[n]?.status === 'fulfilled')
      expect(winners).toHaveLength(1)
      expect(await all(ledger)).toEqual(winners)
      const lost = results.filter((result) => result.status === 'rejected')
      expect(lost.every(({ reason }) => reason instanceof WrongExpectedRevision)).toBe(true)
    })

    it('7: acknowledges a repeated append, at once and ever after', async () => {
      const ledger = newLedger()
      const batch = events(ledger, 0, 3)
      const twice = [
        fixture.store.append(ledger, -1, batch),
        fixture.store.append(ledger, -1, batch),
      ]
      expect(await Promise.all(twice)).toEqual([2, 2])
      await fixture.store.append(ledger, 2, events(ledger, 3, 5))
      expect(await fixture.store.append(ledger, -1, batch)).toBe(2)
      await fixture.reopen()
      expect(await fixture.store.append(ledger, -1, batch)).toBe(2)
      expect(await all(ledger)).toEqual(events(ledger, 0, 5))
    })

    it.each<[string, Partial<StoredEvent>]>([
      ['type', { type: 'issue.settled' }],
      ['header', { header: '{}' }],
      ['salt', { salt: 'AAAAAAAAAAAAAAAAAAAAAA' }],
      ['body', { body: '{}' }],
      ['request', { request: 'sha-256:other' }],
    ])('8: refuses a known id at its place with another %s', async (_, other) => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, events(ledger, 0, 3))
      const batch = [event(ledger, 1), event(ledger, 2, other)]
      await expect(fixture.store.append(ledger, 0, batch)).rejects.toMatchObject({
        name: 'EventIdTaken',
        id: event(ledger, 2).id,
      })
      expect(await all(ledger)).toEqual(events(ledger, 0, 3))
    })

    it('8: refuses a known id at another place', async () => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, events(ledger, 0, 2))
      const again = event(ledger, 2, { id: event(ledger, 0).id })
      await expect(fixture.store.append(ledger, 1, [again])).rejects.toThrow(EventIdTaken)
      expect(await fixture.store.head(ledger)).toBe(1)
    })

    it('9: refuses a batch that is partly there, and one that repeats an id', async () => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, events(ledger, 0, 2))
      const partly = events(ledger, 1, 3)
      await expect(fixture.store.append(ledger, 0, partly)).rejects.toThrow(WrongExpectedRevision)
      const twins = [event(ledger, 2), event(ledger, 3, { id: event(ledger, 2).id })]
      await expect(fixture.store.append(ledger, 1, twins)).rejects.toThrow(EventIdTaken)
      expect(await all(ledger)).toEqual(events(ledger, 0, 2))
    })

    it('10: holds one id in two ledgers', async () => {
      const [one, other] = [newLedger(), newLedger()]
      await fixture.store.append(one, -1, [event(one, 0)])
      await fixture.store.append(other, -1, [event(one, 0)])
      expect(await all(other)).toEqual([event(one, 0)])
    })

    it('11: acknowledges an empty append and writes nothing', async () => {
      const ledger = newLedger()
      expect(await fixture.store.append(ledger, -1, [])).toBe(-1)
      expect(await fixture.store.append(ledger, 7, [])).toBe(7)
      expect(await fixture.store.head(ledger)).toBe(-1)
    })

    it('12: a refused append harms none that was made beside it', async () => {
      const [good, bad, next] = [newLedger(), newLedger(), newLedger()]
      const results = await Promise.allSettled([
        fixture.store.append(good, -1, events(good, 0, 2)),
        fixture.store.append(bad, 4, [event(bad, 5)]),
        fixture.store.append(good, 1, [event(good, 2)]),
        fixture.store.append(bad, -1, [event(bad, 0)]),
        fixture.store.append(next, -1, [event(next, 0)]),
      ])
      expect(results.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'fulfilled',
        'fulfilled',
      ])
      expect(await all(good)).toEqual(events(good, 0, 3))
      expect(await all(bad)).toEqual([event(bad, 0)])
      expect(await all(next)).toEqual([event(next, 0)])
    })

    it('12: answers every append of a long queue', async () => {
      const ledger = newLedger()
      const body = 'x'.repeat(200_000)
      const queue = Array.from({ length: 30 }, (_, n) =>
        fixture.store.append(`${ledger}-${n}`, -1, [event(ledger, 0, { body })]),
      )
      expect(await Promise.all(queue)).toEqual(queue.map(() => 0))
      expect(await fixture.store.head(`${ledger}-29`)).toBe(0)
    })

    it('31: refuses a lone surrogate, which no bytes can keep', async () => {
      const ledger = newLedger()
      const torn = event(ledger, 0, { body: '{"title":"\ud83d"}' })
      await expect(fixture.store.append(ledger, -1, [torn])).rejects.toThrow(RangeError)
      expect(await fixture.store.head(ledger)).toBe(-1)
    })

    it('32: stores a batch of exactly the limit and refuses one byte more', async () => {
      const ledger = newLedger()
      const empty = event(ledger, 0, { body: '' })
      const rest = Object.values(empty)
        .filter((text) => typeof text === 'string')
        .reduce((bytes, text) => bytes + Buffer.byteLength(text), 0)
      const room = fixture.store.maxBatchBytes - rest
      const body = 'é'.repeat(Math.floor(room / 2)) + 'e'.repeat(room % 2)
      const over = event(ledger, 0, { body: `${body}e` })
      await expect(fixture.store.append(ledger, -1, [over])).rejects.toThrow(BatchTooLarge)
      expect(await fixture.store.append(ledger, -1, [{ ...empty, body }])).toBe(0)
      expect((await fixture.store.find(ledger, empty.id))?.body === body).toBe(true)
    })
  })
}
