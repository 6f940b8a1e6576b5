import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { StoreUnavailable } from '../../src/store/event-store.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { collect, event, events, newLedger } from '../contract/sample.ts'
import { dataFile, newFolder, otherProgram } from './folder.ts'
import { growDisk, SMALL_DISK } from './small-disk.ts'

async function onSmallDisk(pages: number) {
  const folder = newFolder()
  writeFileSync(join(folder, 'pages'), String(pages))
  const store = await openSqliteStore(folder, SMALL_DISK)
  onTestFinished(() => store.close())
  return { folder, store, grow: () => growDisk(dataFile(folder)) }
}

describe('a full disk', () => {
  it('refuses appends, writes no half of one, reads on, and recovers when there is space', async () => {
    const { store, grow } = await onSmallDisk(60)
    const ledger = newLedger()
    let head = -1
    const fill = async () => {
      for (;;) head = await store.append(ledger, head, events(ledger, head + 1, head + 11))
    }
    await expect(fill()).rejects.toThrow(StoreUnavailable)
    expect(head).toBeGreaterThan(9)
    const rest = events(ledger, head + 1, head + 11)
    await expect(store.append(ledger, head, rest)).rejects.toThrow(StoreUnavailable)
    expect(await store.head(ledger)).toBe(head)
    expect(await collect(store.read(ledger, 0))).toEqual(events(ledger, 0, head + 1))
    await expect(store.ready()).resolves.toBeUndefined()
    await grow()
    expect(await store.append(ledger, head, rest)).toBe(head + 10)
    expect(await collect(store.read(ledger, 0))).toEqual(events(ledger, 0, head + 11))
  })

  it('fails all that were to be committed together, new ledgers too, and verdicts on them', async () => {
    const { store, grow } = await onSmallDisk(20)
    const [small, large] = [newLedger(), newLedger()]
    const big = event(large, 0, { body: 'x'.repeat(200_000) })
    const attempt = () =>
      Promise.allSettled([
        store.append(small, -1, [event(small, 0)]),
        store.append(small, 5, [event(small, 6)]),
        store.append(small, 0, [event(small, 1)]),
        store.append(large, -1, [big]),
      ])
    for (const result of await attempt()) {
      expect(result).toMatchObject({ reason: { name: 'StoreUnavailable' } })
    }
    expect(await store.head(small)).toBe(-1)
    await grow()
    expect(await attempt()).toMatchObject([
      { value: 0 },
      { reason: { name: 'WrongExpectedRevision', actual: 0 } },
      { value: 1 },
      { value: 0 },
    ])
    expect(await collect(store.read(small, 0))).toEqual(events(small, 0, 2))
    expect(await collect(store.read(large, 0))).toEqual([big])
  })

  it('fails only the transaction that finds no room, of a queue that takes several', async () => {
    const { store } = await onSmallDisk(600)
    const [fits, over] = [newLedger(), newLedger()]
    const body = 'x'.repeat(1_200_000)
    const results = await Promise.allSettled([
      store.append(fits, -1, [event(fits, 0, { body })]),
      store.append(over, -1, [event(over, 0, { body: body + body })]),
    ])
    expect(results).toMatchObject([{ value: 0 }, { reason: { name: 'StoreUnavailable' } }])
    expect(await store.head(over)).toBe(-1)
  })

  it('shows a subscriber nothing that was not committed', async () => {
    const { store, grow } = await onSmallDisk(20)
    const ledger = newLedger()
    const next = store
      .subscribe(ledger, -1, new AbortController().signal)
      [Symbol.asyncIterator]()
      .next()
    const big = event(ledger, 0, { body: 'x'.repeat(200_000) })
    await expect(store.append(ledger, -1, [big])).rejects.toThrow(StoreUnavailable)
    await grow()
    await store.append(ledger, -1, [event(ledger, 0)])
    expect((await next).value).toEqual([event(ledger, 0)])
  })
})

describe('a data file that another program is writing', () => {
  it('refuses appends until it is done', async () => {
    const { folder, store } = await onSmallDisk(1_000)
    const ledger = newLedger()
    const other = otherProgram(folder)
    other.exec('BEGIN IMMEDIATE')
    await expect(store.append(ledger, -1, [event(ledger, 0)])).rejects.toThrow(StoreUnavailable)
    expect(await store.head(ledger)).toBe(-1)
    other.exec('ROLLBACK')
    expect(await store.append(ledger, -1, [event(ledger, 0)])).toBe(0)
  })
})
