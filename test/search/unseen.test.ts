import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { Found } from '../../src/search/index/find.ts'
import { SearchIndex } from '../../src/search/index/search-index.ts'
import { Search } from '../../src/search/search.ts'
import type { FedEvent } from '../../src/store/event-store.ts'
import { freshStore, storeWith } from '../ledger/kit.ts'
import { newFolder } from '../store/folder.ts'
import { fed, manyTongued, QUERIES, sealed } from './feed.ts'

/** The ledgers whose names the reader may know. */
const READABLE = ['negotiation-a', 'negotiation-c']
const ASK = { text: 'the', limit: 10, order: 'relevance' } as const

function indexOf(feed: readonly FedEvent[]) {
  const index = SearchIndex.open(`${newFolder()}/index.sqlite`)
  onTestFinished(() => index.close())
  index.add(feed)
  return index
}

test('what is found, and its order, is the same whatever the reader may not read', () => {
  const own = { 'negotiation-a': manyTongued(3, 120), 'negotiation-c': manyTongued(4, 80) }
  const feed = fed(own, 1)
  const other = manyTongued(5, 200).map(sealed)
  const among = other.flatMap((event, index) => [
    { position: '', ledger: 'negotiation-b', event },
    ...feed.slice(index, index + 1),
  ])
  const [alone, together] = [indexOf(feed), indexOf(among)]
  let found = 0
  for (const order of ['relevance', 'latest_first'] as const) {
    for (const text of [...QUERIES, 'party the', 'draft of', 'on the river']) {
      const ask = { ...ASK, order, text, readable: READABLE }
      const [expected, actual] = [alone.find(ask), together.find(ask)]
      const shown = ({ hits }: Found) => hits.map(({ key: _, ...hit }) => hit)
      expect(shown(actual), text).toEqual(shown(expected))
      expect([actual.indexedTo, actual.transactionTime]).toEqual([
        expected.indexedTo,
        expected.transactionTime,
      ])
      expect(actual.next?.score, text).toBe(expected.next?.score)
      found += actual.hits.length
    }
  }
  expect(found).toBeGreaterThan(100)
})

test('words as they are written come first, and then the shortest text that has them', () => {
  const [event] = manyTongued(3, 1)
  const texts = ['The envoys landed, all of them, here', 'They land', 'Landing, all day']
  const raised = texts.map((proposition, index) => ({
    ...{
      ...event,
      type: 'issue.raised',
      revision: index + 1,
      id: `${event?.id.slice(0, -1)}${index}`,
    },
    body: { issue: `issue-${index}`, title: 'T', proposition },
  }))
  const index = indexOf(fed({ 'negotiation-a': [event, ...raised] as never }, 1))
  const found = (text: string) => index.find({ ...ASK, text }).hits.map(({ revision }) => revision)
  expect(found('land')).toEqual([2, 3, 1])
  expect(found('landed')).toEqual([1, 2, 3])
})

test('that a ledger is written shows in the completeness of those alone who may know of it', async () => {
  const store = await freshStore()
  const more = Promise.withResolvers<void>()
  const held = storeWith(store, {
    async *feed(position, signal) {
      for await (const page of store.feed(position, signal)) {
        yield page
        // After the page of the later write the feed does not say that it is at its end.
        if (page.some(({ ledger }) => ledger === 'negotiation-b')) await more.promise
      }
    },
  })
  await store.append('negotiation-a', -1, manyTongued(3, 5).map(sealed))
  const search = new Search({
    ...{ store: held, file: `${newFolder()}/index.sqlite`, report: () => undefined },
    pause: async () => void (await sleep(5)),
    now: Date.now,
  })
  onTestFinished(() => search.close())
  const told = async (readable?: readonly string[]) => {
    const { indexedTo } = await search.find(readable === undefined ? ASK : { ...ASK, readable })
    return [indexedTo.events, indexedTo.complete]
  }
  await expect.poll(() => told(READABLE)).toEqual([5, true])
  await store.append('negotiation-b', -1, manyTongued(4, 3).map(sealed))
  await expect.poll(() => told()).toEqual([8, false])
  expect(await told(READABLE)).toEqual([5, true])
  expect(await told([...READABLE, 'negotiation-b'])).toEqual([8, false])
  more.resolve()
  await expect.poll(() => told()).toEqual([8, true])
})
