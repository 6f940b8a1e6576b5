import { expect, it, onTestFinished } from 'vitest'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { event, events, takeUntil } from '../contract/sample.ts'
import { newFolder } from '../store/folder.ts'

it('33: a hundred thousand ledgers, one of them of a million events', async () => {
  const folder = newFolder()
  const filling = await openSqliteStore(folder)
  for (let first = 0; first < 100_000; first += 1_000) {
    const ledgers = Array.from({ length: 1_000 }, (_, n) => `negotiation-${first + n}`)
    await Promise.all(ledgers.map((ledger) => filling.append(ledger, -1, [event(ledger, 0)])))
  }
  const long = 'negotiation-99999'
  for (let head = 0; head < 999_999; ) {
    const end = Math.min(head + 501, 1_000_000)
    head = await filling.append(long, head, events(long, head + 1, end))
  }
  await filling.close()

  const store = await openSqliteStore(folder)
  onTestFinished(() => store.close())
  let count = 0
  for await (const page of store.read(long, 0)) {
    expect(page).toEqual(events(long, count, count + page.length))
    count += page.length
  }
  expect(count).toBe(1_000_000)
  expect(await store.find('negotiation-51234', event('negotiation-51234', 0).id)).toBeDefined()
  const following = takeUntil(
    store.subscribe(long, 999_998, new AbortController().signal),
    (got) => got.length > 1,
  )
  await store.append(long, 999_999, [event(long, 1_000_000)])
  expect(await following).toEqual(events(long, 999_999, 1_000_001))
})
