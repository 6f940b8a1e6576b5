import { expect, it, onTestFinished } from 'vitest'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { event, events, newLedger, takeUntil } from '../contract/sample.ts'
import { newFolder } from './folder.ts'

const signal = new AbortController().signal

it('who follows a ledger gets the very events that were appended, once they are committed', async () => {
  const store = await openSqliteStore(newFolder())
  onTestFinished(() => store.close())
  const [ledger, other] = [newLedger(), newLedger()]
  const pages = store.subscribe(ledger, -1, signal)[Symbol.asyncIterator]()
  const first = pages.next()
  const batch = events(ledger, 0, 2)
  const more = [event(ledger, 2)]
  await Promise.all([
    store.append(ledger, -1, batch),
    store.append(other, -1, [event(other, 0)]),
    store.append(ledger, 1, more),
  ])
  const got = [...(await first).value!]
  while (got.length < 3) got.push(...(await pages.next()).value!)
  for (const [index, one] of [...batch, ...more].entries()) expect(got[index]).toBe(one)
})

it('who follows from further back, or in between, misses none and gets none twice', async () => {
  const store = await openSqliteStore(newFolder())
  onTestFinished(() => store.close())
  const ledger = newLedger()
  await store.append(ledger, -1, events(ledger, 0, 3))
  await store.append(ledger, 2, events(ledger, 3, 7))
  for (const after of [-1, 0, 2, 4, 5]) {
    const taken = takeUntil(
      store.subscribe(ledger, after, signal),
      (all) => all.length >= 6 - after,
    )
    expect(await taken).toEqual(events(ledger, after + 1, 7))
  }
})
