import { expect, onTestFinished, test } from 'vitest'
import { Levels } from '../../projections/access/levels.ts'
import { NONE_LIFTED, viewOf } from '../../src/ledger/view.ts'
import { seal } from '../../src/log/seal.ts'
import type { SearchPlace } from '../../src/search/ask.ts'
import { LevelIndexes } from '../../src/search/index/level-indexes.ts'
import { SearchIndex } from '../../src/search/index/search-index.ts'
import type { StoredEvent } from '../../src/store/event-store.ts'
import { newFolder } from '../store/folder.ts'
import { fed, manyTongued, QUERIES, sealed } from './feed.ts'

const LEVELS = ['restricted', 'confidential']
const LEDGER = 'negotiation-a'
const BODILESS = { salt: '', body: '' }

/** The level of an event: facts alone, so that what corrects one is never below it. */
function levelOf(revision: number, type: string): string | undefined {
  if (type.startsWith('entry.')) return LEVELS[1]
  return [undefined, undefined, ...LEVELS][revision === 0 ? 0 : revision % 4]
}

function leveled(event: ReturnType<typeof manyTongued>[number]): StoredEvent {
  const level = levelOf(event.revision, event.type)
  const opened = event.type === 'negotiation.opened' && { body: { ...event.body, levels: LEVELS } }
  if (level === undefined) return sealed({ ...event, ...opened } as never)
  const texts = { origin: 'ledger.example/n/talks', schema: 1, salt: Buffer.alloc(16, 7) }
  return seal({ ...event, ...texts, level, request: `sha-256:${'A'.repeat(43)}` } as never)
}

test('an index up to a level finds what one of the entries up to it alone would find', () => {
  const facts = manyTongued(3, 120)
  const [events, open] = [facts.map(leveled), facts.map(sealed)]
  const other = fed({ 'negotiation-b': manyTongued(4, 60) }, 1)
  const feed = [...events.map((event) => ({ position: '1', ledger: LEDGER, event })), ...other]
  const indexes = new LevelIndexes()
  const file = SearchIndex.open(`${newFolder()}/index.sqlite`)
  onTestFinished(() => {
    indexes.close()
    file.close()
  })
  file.add(feed)
  const [known] = file.leveled({})
  expect(known).toMatchObject({ ledger: LEDGER, levels: LEVELS })
  let last = 0
  for (const rank of [1, 2]) {
    const levels = LEVELS.slice(0, rank)
    const part = { ledger: LEDGER, events, levels, lifted: NONE_LIFTED, isFirst: true }
    indexes.write({ ledger: LEDGER, rank, part })
    const view = viewOf(new Levels(LEVELS), rank)
    const seen = events.filter((event) => view.sees(JSON.parse(event.header)))
    // As if what is seen were public, and all else without a body.
    const alone = SearchIndex.open(':memory:')
    onTestFinished(() => alone.close())
    alone.add([
      ...open.map((event, at) => {
        const hidden = events[at] as StoredEvent
        const isSeen = seen.includes(hidden)
        return { position: '1', ledger: LEDGER, event: isSeen ? event : { ...hidden, ...BODILESS } }
      }),
      ...other,
    ])
    const sights = [{ ...known!, rank, levels }]
    let all = 0
    for (const text of QUERIES) {
      for (const order of ['relevance', 'latest_first'] as const) {
        const ask = { text, order, limit: 10_000 }
        const wanted = alone.find({ ...ask, transactionTime: Date.UTC(2100, 0) }).hits
        const paged = []
        for (let after: { after?: SearchPlace } = {}; ; ) {
          const page = indexes.find(file, { ...ask, ...after, limit: 7 }, sights)
          expect(page.lacking).toEqual([])
          paged.push(...page.hits)
          if (page.next === null) break
          after = { after: page.next }
        }
        const places = (hits: typeof wanted) =>
          hits.map(({ ledger, revision, score }) => `${score} ${ledger} ${revision}`)
        expect(places(paged).sort(), text).toEqual(places(wanted).sort())
        expect(paged.map(({ score }) => score)).toEqual(
          paged.map(({ score }) => score).sort((a, b) => a - b),
        )
        all += paged.length
      }
    }
    expect(all, `${seen.length} of ${events.length} entries`).toBeGreaterThan(last)
    last = all
  }
})

test('of a ledger without such an index the public entries are found, and that is told', () => {
  const file = SearchIndex.open(`${newFolder()}/index.sqlite`)
  const indexes = new LevelIndexes()
  onTestFinished(() => file.close())
  const events = manyTongued(3, 60).map(leveled)
  file.add(events.map((event) => ({ position: '1', ledger: LEDGER, event })))
  const ask = { text: 'the', order: 'relevance' as const, limit: 9 }
  const sights = [{ ledger: LEDGER, key: 1, levels: LEVELS, rank: 2 }]
  const { lacking, ...found } = indexes.find(file, ask, sights)
  expect(lacking).toEqual([LEDGER])
  expect(found).toEqual(file.find(ask))
})
