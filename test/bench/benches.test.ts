import { describe, expect, it } from 'vitest'
import { append } from '../../bench/append.ts'
import { asOf } from '../../bench/as-of.ts'
import { benchPairs } from '../../bench/compare.ts'
import { benchDraft } from '../../bench/draft.ts'
import { benchRead } from '../../bench/read.ts'
import { fold, loading } from '../../bench/replay.ts'
import { benchSearch } from '../../bench/search.ts'
import { store } from '../../bench/store.ts'

/** On a ledger too small to say anything, so that what is asserted is only that they run. */
describe.each(
  Object.entries({
    append,
    store,
    fold,
    load: loading,
    'as-of': asOf,
    draft: benchDraft,
    search: benchSearch,
    read: benchRead,
  }),
)('the %s bench', (_name, bench) => {
  it('measures each of its cases beside a named peer', async () => {
    const results = []
    for (const one of bench({ sized: () => 40 })) results.push(...(await benchPairs(one, 1)))
    expect(results.length).toBeGreaterThanOrEqual(1)
    for (const { subject, peer, ratio } of results) {
      expect(peer.name).not.toBe('')
      for (const { median } of [subject, peer, ratio]) expect(median).toBeGreaterThan(0)
    }
  })
})
