import { expect, onTestFinished, test } from 'vitest'
import { RoleBook } from '../../src/access/role-book.ts'
import { originOf } from '../../src/ledger/ledger-name.ts'
import { Ledgers } from '../../src/ledger/ledgers.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { StoreUnavailable } from '../../src/store/event-store.ts'
import { freshStore, handClock, Kept, request, requests, storeWith } from '../ledger/kit.ts'

const pause = async () => undefined
const granted = (principal: string, role: string) => ({ type: 'role.granted', principal, role })

function opened(store: EventStore, patience = 1_000) {
  const noted: unknown[] = []
  const book = new RoleBook({
    ...{ store, pause, patience, now: () => 0, report: () => undefined },
    damages: { note: (error) => void noted.push(error) },
  })
  onTestFinished(() => book.close())
  const ledgers = new Ledgers({
    ...{ store, requests, clock: handClock(), projections: () => new Kept() },
    origin: (ledger) => originOf('ledger.example', ledger),
  })
  onTestFinished(() => ledgers.close())
  return { book, ledgers, noted }
}

test('the book knows what was granted before and since, in each negotiation for itself', async () => {
  const store = await freshStore()
  const { ledgers } = opened(store)
  await ledgers.write('access-talks', request([granted('p-1', 'admin'), granted('p-2', 'viewer')]))
  await ledgers.write(
    'negotiation-talks',
    request({ type: 'negotiation.opened', occurred: '2026', title: 'T' }),
  )
  const { book } = opened(store)
  await book.ready()
  expect(book.in('talks', 'p-2').map(({ role }) => role)).toEqual(['viewer'])
  expect(book.in('other', 'p-2')).toEqual([])
  expect(book.inService('p-1')).toEqual([])
  expect([book.isUnled('talks'), book.isUnled('other')]).toEqual([false, true])
  const { receipt } = await ledgers.write(
    'access-talks',
    request({ type: 'role.revoked', principal: 'p-2', role: 'viewer' }),
  )
  await book.reached('access-talks', receipt.head, { timeoutMs: 1_000 })
  expect(book.in('talks', 'p-2')).toEqual([])
  expect(book.negotiationsOf('p-2')).toEqual([])
  expect(book.negotiationsOf('p-1')).toEqual(['talks'])
})

test('nobody has a role by an access ledger that does not hold together', async () => {
  const store = await freshStore()
  const { ledgers } = opened(store)
  for (const ledger of ['access-talks', 'access-other']) {
    await ledgers.write(ledger, request(granted('p-1', 'admin')))
  }
  const altered = storeWith(store, {
    async *feed(...given) {
      for await (const page of store.feed(...given)) {
        yield page.map((fed) =>
          fed.ledger === 'access-talks' && fed.event
            ? { ...fed, event: { ...fed.event, body: fed.event.body.replace('p-1', 'p-9') } }
            : fed,
        )
      }
    },
  })
  const { book, noted } = opened(altered)
  await book.ready()
  expect(noted).toHaveLength(1)
  for (const principal of ['p-1', 'p-9']) expect(book.in('talks', principal)).toEqual([])
  expect(book.isUnled('talks')).toBe(false)
  expect(book.in('other', 'p-1')).toHaveLength(1)
})

test('a start waits for a slow store longer than a request does, and not for one that fails', async () => {
  const store = await freshStore()
  const reading = Promise.withResolvers<void>()
  const slow = storeWith(store, {
    async *feed(...given) {
      await reading.promise
      yield* store.feed(...given)
    },
  })
  const { book } = opened(slow, 10)
  const started = book.caughtUp()
  await expect(book.ready()).rejects.toThrow(StoreUnavailable)
  reading.resolve()
  await started
  const failing = storeWith(store, {
    // biome-ignore lint/correctness/useYield: it fails before its first page
    async *feed() {
      throw new StoreUnavailable('gone')
    },
  })
  await expect(opened(failing).book.caughtUp()).rejects.toThrow('gone')
})

test('a book that cannot be read yet answers nothing', async () => {
  const store = await freshStore()
  const silent = storeWith(store, {
    async *feed(_, signal) {
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
    },
  })
  await expect(opened(silent, 10).book.ready()).rejects.toThrow(StoreUnavailable)
})
