import { describe, expect, it } from 'vitest'
import { append } from '../../bench/append.ts'
import { asOf } from '../../bench/as-of.ts'
import { compare } from '../../bench/compare.ts'
import { draft } from '../../bench/draft.ts'
import { read } from '../../bench/read.ts'
import { replay } from '../../bench/replay.ts'
import { search } from '../../bench/search.ts'
import { store } from '../../bench/store.ts'

/** On a ledger too small to say anything, so that what is asserted is only that they run. */
describe.each(Object.entries({ append, store, replay, 'as-of': asOf, draft, search, read }))(
  'the %s bench',
  (_name, bench) => {
    it('measures each of its cases beside a named peer', async () => {
      const results = []
      for (const one of bench({ events: 40 })) results.push(await compare(one, 1))
      expect(results.length).toBeGreaterThanOrEqual(2)
      for (const { subject, peer, ratio } of results) {
        expect(peer.name).not.toBe('')
        for (const { median } of [subject, peer, ratio]) expect(median).toBeGreaterThan(0)
      }
    })
  },
)
