import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { LedgerEvent } from '../../events/registry.ts'
import { Search } from '../../src/search/search.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { TooBusy } from '../../src/workers/turns.ts'
import { freshStore, storeWith } from '../ledger/kit.ts'
import { newFolder } from '../store/folder.ts'
import { manyTongued, sealed } from './feed.ts'

const EVENTS = 120
const ASK = { text: 'the', limit: 1000, order: 'relevance' } as const

async function storeOf(seed: number): Promise<EventStore> {
  const store = await freshStore()
  await store.append('negotiation-a', -1, manyTongued(seed, EVENTS).map(sealed))
  return store
}

/** A search on that file which does not wait between attempts. */
function searchOn(store: EventStore, file: string) {
  const reported: unknown[] = []
  const search = new Search({
    ...{ store, file, report: (error) => void reported.push(error) },
    pause: async () => void (await sleep(5)),
    now: Date.now,
  })
  onTestFinished(() => search.close())
  return { search, reported, found: () => whenComplete(search) }
}

/** Everything that is found, once the index holds all events. */
async function whenComplete(search: Search, events = EVENTS) {
  for (;;) {
    const found = await search.find(ASK).catch(() => undefined)
    if (found?.indexedTo.events === events) return found.hits
    await sleep(5)
  }
}

/** A store, the file of a complete index of it that is not in use, and what that finds. */
async function indexed(seed = 5) {
  const store = await storeOf(seed)
  const file = `${newFolder()}/index.sqlite`
  const { search, found } = searchOn(store, file)
  const hits = await found()
  expect(hits.length).toBeGreaterThan(20)
  await search.close()
  return { store, file, hits }
}

test('an index goes on where it ended, and takes in what was recorded meanwhile', async () => {
  const { store, file } = await indexed()
  const more = manyTongued(5, EVENTS + 30).slice(EVENTS)
  await store.append('negotiation-a', EVENTS - 1, more.map(sealed))
  const places: (string | undefined)[] = []
  const watched = storeWith(store, {
    feed: (position, signal) => {
      places.push(position)
      return store.feed(position, signal)
    },
  })
  const { search } = searchOn(watched, file)
  await whenComplete(search, EVENTS + 30)
  expect(places).toEqual([String(EVENTS)])
})

test('an index is complete once the feed has told that there is no more, and not before', async () => {
  const store = await storeOf(5)
  const more = Promise.withResolvers<void>()
  const held = storeWith(store, {
    async *feed(position, signal) {
      for await (const page of store.feed(position, signal)) {
        if (page.length > 0) yield page.slice(0, 40)
        await more.promise
        yield page.slice(40)
      }
    },
  })
  const { search } = searchOn(held, `${newFolder()}/index.sqlite`)
  const at = async () => (await search.find(ASK).catch(() => undefined))?.indexedTo
  await expect.poll(at).toMatchObject({ events: 40, complete: false })
  more.resolve()
  await expect.poll(at).toMatchObject({ events: EVENTS, complete: true })
  await store.append('negotiation-a', EVENTS - 1, [
    sealed(manyTongued(5, EVENTS + 1).at(-1) as LedgerEvent),
  ])
  await expect.poll(at).toMatchObject({ events: EVENTS + 1, complete: true })
})

describe('an index of no use is built again by itself', () => {
  test.each<[string, (file: string) => void]>([
    ['that is gone', (file) => rmSync(file)],
    ['that is empty', (file) => writeFileSync(file, '')],
    ['that is no database', (file) => writeFileSync(file, 'x'.repeat(100_000))],
    ['that is of another version', (file) => change(file, "UPDATE state SET fingerprint = 'old'")],
    ['that lacks a table', (file) => change(file, 'DROP TABLE stood')],
    ['that lacks a column', (file) => change(file, 'ALTER TABLE fact DROP COLUMN about')],
    ['that is damaged within', (file) => damageWithin(file)],
    [
      'that is at no place of the store',
      (file) => change(file, "UPDATE state SET position = '9999'"),
    ],
  ])('%s', async (_, harm) => {
    const { store, file, hits } = await indexed()
    harm(file)
    expect(await searchOn(store, file).found()).toEqual(hits)
  })

  test('that is of another store', async () => {
    const [ours, theirs] = [await indexed(5), await indexed(6)]
    copyFileSync(theirs.file, ours.file)
    expect(theirs.hits).not.toEqual(ours.hits)
    expect(await searchOn(ours.store, ours.file).found()).toEqual(ours.hits)
  })
})

test('where no index can be kept, that is said to whoever asks, and tried again', async () => {
  const store = await storeOf(5)
  const file = `${newFolder()}/a-file`
  writeFileSync(file, '')
  const { search, reported } = searchOn(store, `${file}/index.sqlite`)
  await expect(search.find(ASK)).rejects.toThrow(/the index: /)
  // A folder that is missing is not made either: it may have been moved away.
  rmSync(file)
  await expect(search.find(ASK)).rejects.toThrow(/the index: /)
  expect(existsSync(file)).toBe(false)
  mkdirSync(file)
  expect((await whenComplete(search)).length).toBeGreaterThan(20)
  expect(reported.length).toBeGreaterThan(0)
})

test('a ledger that does not hold together is left out from there on, and no other', async () => {
  const store = await storeOf(5)
  const [first, second, ...rest] = manyTongued(6, 40).map(sealed)
  const altered = { ...second!, body: '{"altered":true}' }
  await store.append('negotiation-b', -1, [first!, altered, ...rest])
  await store.append('negotiation-c', -1, [sealed({ ...(manyTongued(7, 1)[0] as LedgerEvent) })])
  const { search, reported } = searchOn(store, `${newFolder()}/index.sqlite`)
  await whenComplete(search, EVENTS + 2)
  const { items } = await search.catalogue({ limit: 10, validTime: Date.now() })
  expect(items.map(({ ledger, head, damage }) => [ledger, head, damage !== null])).toEqual([
    ['negotiation-a', EVENTS - 1, false],
    ['negotiation-b', 0, true],
    ['negotiation-c', 0, false],
  ])
  expect(String(reported)).toMatch(/negotiation-b: revision 1/)
})

test('nothing is answered once it is closed', async () => {
  const { search } = searchOn(await storeOf(5), `${newFolder()}/index.sqlite`)
  await search.close()
  await expect(search.find(ASK)).rejects.toThrow('the index is closed')
})

function change(file: string, sql: string): void {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}

/** Overwrites all pages but those that are read at opening. */
function damageWithin(file: string): void {
  const db = new DatabaseSync(file)
  const roots = db
    .prepare("SELECT rootpage FROM sqlite_schema WHERE name IN ('fact', 'word_data', 'stood')")
    .all()
    .map(({ rootpage }) => Number(rootpage))
  const size = Number(db.prepare('PRAGMA page_size').get()?.page_size)
  db.close()
  const bytes = readFileSync(file)
  for (const root of roots) bytes.fill(0xff, (root - 1) * size, root * size)
  writeFileSync(file, bytes)
}

test('questions beyond those that may wait are refused, and the others answered', async () => {
  const { search, found } = searchOn(await storeOf(6), `${newFolder()}/index.sqlite`)
  await found()
  const asked = await Promise.allSettled(Array.from({ length: 80 }, () => search.find(ASK, 'one')))
  const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(refused).toHaveLength(80 - 1 - 64)
  for (const reason of refused) expect(reason).toBeInstanceOf(TooBusy)
  expect((await search.find(ASK, 'one')).hits.length).toBeGreaterThan(20)
})

test('a question of a client that has gone is not asked', async () => {
  const { search, found } = searchOn(await storeOf(6), `${newFolder()}/index.sqlite`)
  await found()
  const leaving = new AbortController()
  const [first, waiting] = [search.find(ASK, 'one'), search.find(ASK, 'one', leaving.signal)]
  leaving.abort(new Error('gone'))
  await expect(waiting).rejects.toThrow('gone')
  expect((await first).hits.length).toBeGreaterThan(20)
})
