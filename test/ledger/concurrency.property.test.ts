import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../src/decide/decide.ts'
import { LevelStates } from '../../src/decide/levels.ts'
import type { DecidableEvent } from '../../src/decide/registry.ts'
import { Chain } from '../../src/ledger/decode.ts'
import { Ledgers } from '../../src/ledger/ledgers.ts'
import type { Receipt } from '../../src/ledger/receipt.ts'
import { Refused } from '../../src/ledger/refused.ts'
import type { WriteRequest } from '../../src/ledger/request.ts'
import { leafHash } from '../../src/log/hashes.ts'
import { type EventStore, StoreUnavailable } from '../../src/store/event-store.ts'
import { listed, of, opened, type Sent } from '../decide/commands.ts'
import { freshStore, handClock, Kept, origin, request, requests, stored, storeWith } from './kit.ts'

const party = fc.integer({ min: 0, max: 12 }).map((n) => `p${n}`)
const command: fc.Arbitrary<Sent> = fc.oneof(
  { arbitrary: fc.constant(opened), weight: 1 },
  { arbitrary: party.map((name) => listed(name)), weight: 4 },
  { arbitrary: party.map((name) => of('party.withdrawn', { party: name })), weight: 3 },
)
const sending = fc.record({
  ledger: fc.constantFrom('a', 'b', 'c'),
  instance: fc.nat(1),
  commands: fc.array(command, { minLength: 1, maxLength: 3 }),
  key: fc.option(fc.nat(5)),
})
const fault = fc.constantFrom('none', 'none', 'refused', 'reply lost')

/** A store whose appends go wrong as told, and right once the telling is over. */
function faulty(store: EventStore, faults: readonly string[]): EventStore {
  const coming = faults.values()
  return storeWith(store, {
    append: async (...given) => {
      const fault = coming.next().value
      if (fault === 'refused') throw new StoreUnavailable('busy')
      const head = await store.append(...given)
      if (fault === 'reply lost') throw new StoreUnavailable('no reply')
      return head
    },
  })
}

function instances(store: EventStore, faults: readonly string[]) {
  const clock = handClock()
  return [0, 1].map((n) => {
    const own = faulty(
      store,
      faults.filter((_, index) => index % 2 === n),
    )
    const options = { store: own, clock, origin, requests, projections: () => new Kept() }
    return new Ledgers({ ...options, maxBytes: 100_000 })
  })
}

/** Sends a request until there is an answer; undefined where it is refused. */
async function persist(ledgers: Ledgers<Kept>, ledger: string, sent: WriteRequest) {
  for (;;) {
    try {
      return (await ledgers.write(ledger, sent)).receipt
    } catch (error) {
      if (error instanceof Refused) return undefined
      if (!(error instanceof StoreUnavailable)) throw error
    }
  }
}

/** That a ledger could have been recorded by one writer alone, request after request. */
async function recordable(store: EventStore, ledger: string): Promise<void> {
  const chain = new Chain(ledger)
  const rows = await stored(store, ledger)
  const state = new LevelStates()
  for (const row of rows) {
    const { refusals, trial } = decide(state, [chain.next(row) as DecidableEvent], {
      pointerTo: () => '',
    })
    expect(refusals).toEqual([])
    trial.keep()
  }
}

describe('whatever several instances are asked at once, and however their store fails', () => {
  it('each acknowledged request is there once, whole and in order, and no ledger forks', async () => {
    const arrangement = fc.tuple(
      fc.array(sending, { minLength: 1, maxLength: 40 }),
      fc.array(fault, { maxLength: 12 }),
    )
    const store = await freshStore()
    let run = 0
    await fc.assert(
      fc.asyncProperty(arrangement, async ([sendings, faults]) => {
        const both = instances(store, faults)
        const names = ['a', 'b', 'c'].map((name) => `${name}${run}`)
        run++
        const receipts = await Promise.all(
          sendings.map(({ ledger, instance, commands, key }, index) =>
            persist(
              both[instance]!,
              `${ledger}${run - 1}`,
              request(commands, { idempotencyKey: key === null ? `own-${index}` : `key-${key}` }),
            ),
          ),
        )
        for (const name of names) await recordable(store, name)
        await Promise.all(receipts.map((receipt) => receipt && holds(store, receipt)))
        await accounted(store, names, receipts)
        for (const ledgers of both) await ledgers.close()
      }),
      { numRuns: 60 },
    )
  })
})

/** That a receipt's events are in the ledger as it says, next to each other. */
async function holds(store: EventStore, { ledger, events, head }: Receipt): Promise<void> {
  const rows = await stored(store, ledger)
  expect(rows.map(({ revision }) => revision)).toEqual(rows.map((_, index) => index))
  const first = head - events.length + 1
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => first + index))
  for (const { id, revision, leafHash: leaf } of events) {
    expect(rows.filter((row) => row.id === id).map((row) => row.revision)).toEqual([revision])
    expect(leafHash(rows[revision]!.header).toString('hex')).toBe(leaf)
  }
}

/** That every event in these ledgers was acknowledged, one fresh acknowledgement at most for each. */
async function accounted(
  store: EventStore,
  names: readonly string[],
  receipts: readonly (Receipt | undefined)[],
): Promise<void> {
  const given = receipts.flatMap((receipt) => receipt?.events.map(({ id }) => id) ?? [])
  const fresh = receipts.flatMap((r) => (r && !r.replayed ? r.events.map(({ id }) => id) : []))
  expect(new Set(fresh).size).toBe(fresh.length)
  for (const name of names) {
    for (const { id } of await stored(store, name)) expect(given).toContain(id)
  }
}
