import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LedgerEvent } from '../../events/registry.ts'
import type { Ask } from '../../src/search/ask.ts'
import { SearchIndex } from '../../src/search/index/search-index.ts'
import type { FedEvent } from '../../src/store/event-store.ts'
import { inLongRun } from '../in-long-run.ts'
import { newFolder } from '../store/folder.ts'
import { fed, manyTongued, QUERIES } from './feed.ts'
import { NaiveSearch } from './naive.ts'

const EVERYTHING = { limit: 10_000, order: 'relevance' } as const

const filters = fc.record(
  {
    party: fc.constantFrom('party-1', 'party-2', 'grouping-1', 'nobody'),
    person: fc.constantFrom('person-1', 'person-2'),
    kind: fc.constantFrom('statement', 'draft', 'meeting', 'source', 'issue'),
    type: fc.constantFrom('statement.recorded', 'meeting.convened', 'draft.operationsAdded'),
    level: fc.constantFrom('on_record', 'anonymous', 'outlet_voice'),
    language: fc.constantFrom('en', 'en-gb', 'uk', 'zh'),
    validFrom: fc.integer({ min: 0, max: 30 }).map((day) => Date.UTC(2024, 0, day)),
    validUntil: fc.integer({ min: 0, max: 30 }).map((day) => Date.UTC(2024, 0, day)),
  },
  { requiredKeys: [] },
)

/** An index of what was fed, in chunks of that many events; closed and opened again after some. */
function indexOf(feed: readonly FedEvent[], chunk: number, reopenAfter?: number): SearchIndex {
  const file = `${newFolder()}/index.sqlite`
  let index = SearchIndex.open(file)
  for (let at = 0; at < feed.length; at += chunk) {
    index.add(feed.slice(at, at + chunk))
    if (reopenAfter === undefined || at > reopenAfter) continue
    index.close()
    index = SearchIndex.open(file)
    expect(index.last()?.position).toBe(feed[Math.min(feed.length, at + chunk) - 1]?.position)
  }
  return index
}

const found = (index: SearchIndex, ask: Ask) =>
  index.find(ask).hits.map(({ ledger, revision }) => `${ledger} ${revision}`)

/** A question of each kind at one of many moments: that some find what was corrected is not left to chance. */
const atMoment = (text: string, n: number) => ({ text, filters: {}, moment: 40 + 20 * n })

test('as of any moment, what is found is what a scan of all that stood finds', () => {
  let [some, gone] = [0, 0]
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(
        fc.record({
          text: fc.constantFrom(...QUERIES),
          filters: fc.oneof(fc.constant({}), filters),
          moment: fc.nat(),
        }),
        {
          minLength: 20,
          maxLength: 20,
        },
      ),
      (seed, asks) => {
        const ledgers = { a: manyTongued(seed, 250), b: manyTongued(seed + 1, 120) }
        const index = indexOf(fed(ledgers, seed), 64)
        const naive = new NaiveSearch(ledgers)
        for (const { text, filters, moment } of asks) {
          const { revision, recordedAt } = ledgers.a[moment % ledgers.a.length] as LedgerEvent
          for (const when of [
            {},
            { transactionTime: Date.parse(recordedAt) },
            { ledger: 'a', revision },
          ]) {
            const ask = { ...EVERYTHING, ...filters, ...when, text }
            const expected = naive.find(ask)
            expect(found(index, ask).sort(), JSON.stringify(ask)).toEqual(expected.sort())
            some += expected.length
            if ('revision' in when) gone += index.find(ask).hits.filter((h) => h.goneFrom).length
          }
        }
        index.close()
      },
    ),
    { numRuns: inLongRun(10, 3), examples: [[6, QUERIES.map(atMoment)]] },
  )
  expect(some).toBeGreaterThan(0)
  expect(gone, 'facts that were found and then corrected').toBeGreaterThan(0)
})

test('an index that grew bit by bit, and was closed meanwhile, is as one built at once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 1, max: 9 }),
      (seed, n) => {
        const ledgers = { a: manyTongued(seed, 150), b: manyTongued(seed + 1, 60) }
        const feed = fed(ledgers, seed)
        const [grown, built] = [indexOf(feed, n, 100), indexOf(feed, feed.length)]
        for (const text of QUERIES) {
          const ask = { ...EVERYTHING, text }
          expect(grown.find(ask)).toEqual(built.find(ask))
        }
        const catalogue = { limit: 10, validTime: Date.UTC(2024, 1, 1) }
        expect(grown.catalogue(catalogue)).toEqual(built.catalogue(catalogue))
        for (const index of [grown, built]) index.close()
      },
    ),
    { numRuns: inLongRun(5, 2) },
  )
})

test('pages put together are the whole, in order, for both orders', () => {
  const index = indexOf(fed({ a: manyTongued(7, 400) }, 7), 64)
  for (const order of ['relevance', 'latest_first'] as const) {
    const whole = index.find({ ...EVERYTHING, order, text: 'the' }).hits
    expect(whole.length).toBeGreaterThan(100)
    const pages = []
    let after: Ask['after']
    do {
      const page = index.find({ order, text: 'the', limit: 17, ...(after && { after }) })
      pages.push(...page.hits)
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(pages).toEqual(whole)
  }
  const times = index
    .find({ ...EVERYTHING, order: 'latest_first', text: 'the' })
    .hits.map(({ occurred }) => (occurred.from === null ? -Infinity : Date.parse(occurred.from)))
  expect(times).toEqual(times.toSorted((a, b) => b - a))
  index.close()
})

test('every text is a query', () => {
  const index = indexOf(fed({ a: manyTongued(3, 60) }, 3), 64)
  const naive = new NaiveSearch({ a: manyTongued(3, 60) })
  const hostile = fc.oneof(
    fc.string({ maxLength: 400, unit: 'binary' }),
    fc.string({ maxLength: 400, unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom('"', '*', 'the ', ' OR ', ' NEAR(', ')', 'forms:', '谈', '^', '-', "'"),
      )
      .map((parts) => parts.join('')),
    fc.constantFrom('a '.repeat(200), '谈'.repeat(400), `${'"a" '.repeat(100)}`, 'é́'.repeat(99)),
  )
  fc.assert(
    fc.property(hostile, (text) => {
      expect(found(index, { ...EVERYTHING, text }).sort()).toEqual(naive.find({ text }).sort())
    }),
    { numRuns: inLongRun(200, 50) },
  )
  index.close()
})
