import { join } from 'node:path'
import { SearchIndex } from '../src/search/index/search-index.ts'
import type { FedStoredEvent } from '../src/store/event-store.ts'
import { Random } from '../test/generator/random.ts'
import { type Case, limitOf, perSecond, single } from './compare.ts'
import { inFolder, makeFolder } from './folder.ts'
import { PlainTexts } from './search-peers.ts'
import type { Sized } from './sized.ts'
import { wordyFeed } from './wordy-ledger.ts'

/** The number of queries a round asks; of the peer fewer, since each reads all texts. */
const QUERIES = 200
const SCANS = 20

/** The number of events go into the index in one transaction. */
const CHUNK = 64

/** The most events that a round of indexing takes in. */
const INDEXED = 10_000

type Make = (words: readonly string[], random: Random) => string

/** Queries made of the words of a text of the ledger. */
const KINDS: Readonly<Record<string, Make>> = {
  'two words': (words, random) => `${random.pick(words)} ${random.pick(words)}`,
  'a phrase of three words': (words, random) => {
    const first = random.integer(0, Math.max(0, words.length - 3))
    return `"${words.slice(first, first + 3).join(' ')}"`
  },
  'the beginning of a word': (words, random) => `${random.pick(words).slice(0, 5)}*`,
}

/** At which place among the queries of a round, from the fastest on, the pace is taken. */
const PARTS = { median: 0.5, '99th percentile': 0.99 } as const

/** Full-text search of one ledger, from an index on disk, and the making of that index. */
export function* benchSearch({ sized }: Sized): Generator<Case> {
  const events = sized(100_000)
  const { folder, remove } = makeFolder()
  const feed = wordyFeed(events)
  const index = SearchIndex.open(join(folder, 'index.sqlite'))
  fill(index, feed)
  const plain = new PlainTexts(
    feed.map(({ event }) => event),
    folder,
  )
  try {
    const find = (text: string) => index.find({ text, order: 'relevance', limit: 20 })
    const common = commonest(plain.texts)
    for (const query of [common, `${common.slice(0, 2)}*`]) {
      yield single({
        name: `the common ${query}, ${events} events`,
        unit: 'ms',
        goal: { atMost: 1 },
        subject: () => 1000 / paceAt(PARTS.median, Array(QUERIES / 10).fill(query), find),
        peer: limitOf(20, 'ms'),
      })
    }
    for (const [kind, make] of Object.entries(KINDS)) {
      const queries = queriesOf(plain.texts, make)
      for (const [part, place] of Object.entries(PARTS)) {
        yield single({
          name: `${kind}, ${events} events, ${part}`,
          unit: 'queries/s',
          subject: () => paceAt(place, queries, find),
          peer: {
            name: 'LIKE for each word over the same texts in SQLite, shortest first',
            run: () => paceAt(place, queries.slice(0, SCANS), (query) => plain.scan(query)),
          },
        })
      }
    }
  } finally {
    index.close()
    plain.close()
    remove()
  }
  yield indexing(wordyFeed(Math.min(events, INDEXED)))
}

function indexing(feed: readonly FedStoredEvent[]): Case {
  return single({
    name: `${feed.length} events indexed`,
    unit: 'events/s',
    subject: () =>
      inFolder((folder) => {
        const index = SearchIndex.open(join(folder, 'index.sqlite'))
        return perSecond(feed.length, () => fill(index, feed)).finally(() => index.close())
      }),
    peer: {
      name: 'the same texts into an FTS5 table as it comes',
      run: () =>
        inFolder((folder) => {
          const plain = new PlainTexts(
            feed.map(({ event }) => event),
            folder,
          )
          return perSecond(feed.length, () => plain.index(CHUNK)).finally(() => plain.close())
        }),
    },
  })
}

function fill(index: SearchIndex, feed: readonly FedStoredEvent[]): void {
  for (let at = 0; at < feed.length; at += CHUNK) index.add(feed.slice(at, at + CHUNK))
}

/** The word of four letters or more that stands in most texts. */
function commonest(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const word of new Set(text.toLowerCase().match(/\p{L}{4,}/gu))) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0])[0]
}

function queriesOf(texts: readonly string[], make: Make): string[] {
  const random = new Random(1)
  return Array.from({ length: QUERIES }, () =>
    make(random.pick(texts).match(/\p{L}+/gu) ?? ['the'], random),
  )
}

/** The number of a second there would be if each took as long as the one at that place. */
function paceAt(place: number, queries: readonly string[], ask: (query: string) => unknown) {
  const times = queries.map((query) => {
    const begun = performance.now()
    ask(query)
    return performance.now() - begun
  })
  const sorted = times.toSorted((a, b) => a - b)
  return 1000 / (sorted[Math.floor(place * (sorted.length - 1))] as number)
}
