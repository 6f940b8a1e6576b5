import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LedgerDamaged } from '../../src/store/event-store.ts'
import type { KurrentHistory } from '../../src/store/kurrentdb/history.ts'
import { IdIndex } from '../../src/store/kurrentdb/id-index.ts'
import { KnownLedgers } from '../../src/store/kurrentdb/known-ledgers.ts'
import { event, events, newLedger } from '../contract/sample.ts'

describe('the ids of a ledger', () => {
  it('are found where they were added, and no others, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { maxLength: 400 }), fc.uuid(), (ids, other) => {
        const index = new IdIndex()
        const plain = new Map<string, number>()
        for (const id of ids) {
          expect(index.add(id)).toBe(!plain.has(id))
          if (!plain.has(id)) plain.set(id, plain.size)
        }
        expect(index.size).toBe(plain.size)
        for (const [id, revision] of plain) expect(index.find(id)).toBe(revision)
        expect(index.find(other)).toBe(plain.get(other))
      }),
    )
  })
})

describe('what is known of ledgers', () => {
  /** Ledgers of ten events each, counted as they are read. */
  const counted = () => {
    const reads: string[] = []
    async function* pages(ledger: string, from: number) {
      reads.push(ledger)
      yield events(ledger, from, Math.max(from, 10))
    }
    return { reads, history: { pages } as unknown as KurrentHistory }
  }

  it.each([
    ['ids', { ids: 25, ledgers: 100 }],
    ['ledgers', { ids: 1_000, ledgers: 3 }],
  ])('is bounded in %s: those used least recently are read again', async (_, bounds) => {
    const { reads, history } = counted()
    const known = new KnownLedgers(history, bounds)
    const [one, two, three, four] = [newLedger(), newLedger(), newLedger(), newLedger()]
    for (const ledger of [one, two, three]) await known.of(ledger).catchUp()
    expect(known.of(one).head).toBe(9)
    expect(known.of(four).head).toBe(-1)
    expect(known.of(one).head).toBe(9)
    expect(known.of(two).head).toBe(-1)
    await known.of(two).catchUp()
    expect(reads.filter((ledger) => ledger === two)).toHaveLength(2)
  })

  it('is forgotten once, and counts no more, whoever goes on reading it', async () => {
    const known = new KnownLedgers(counted().history, { ids: 15, ledgers: 2 })
    const [one, two, three] = [newLedger(), newLedger(), newLedger()]
    const first = known.of(one)
    known.of(two)
    const third = known.of(three)
    await first.catchUp()
    await third.catchUp()
    expect(known.of(three)).toBe(third)
    known.of(one)
    expect(known.of(three)).toBe(third)
  })

  it('is not forgotten while somebody has it in turn', async () => {
    const { history } = counted()
    const known = new KnownLedgers(history, { ids: 5, ledgers: 100 })
    const ledger = newLedger()
    const first = known.of(ledger)
    await first.inTurn(async () => {
      await first.catchUp()
      known.of(newLedger())
      expect(known.of(ledger)).toBe(first)
    })
    known.of(newLedger())
    expect(known.of(ledger)).not.toBe(first)
  })

  it('takes turns, also after one that failed', async () => {
    const known = new KnownLedgers(counted().history).of(newLedger())
    const order: number[] = []
    const turns = [0, 1, 2].map((turn) =>
      known.inTurn(async () => {
        await Promise.resolve()
        order.push(turn)
        if (turn === 1) throw new Error('failed')
      }),
    )
    expect((await Promise.allSettled(turns)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(order).toEqual([0, 1, 2])
  })

  it('leaves aside what does not continue it, and refuses an id that comes twice', () => {
    const ledger = newLedger()
    const known = new KnownLedgers(counted().history).of(ledger)
    known.absorb(events(ledger, 5, 7))
    expect(known.head).toBe(-1)
    known.absorb(events(ledger, 0, 3))
    known.absorb(events(ledger, 1, 3))
    expect(known.head).toBe(2)
    const again = event(ledger, 3, { id: event(ledger, 1).id })
    expect(() => known.absorb([again])).toThrow(LedgerDamaged)
  })
})
