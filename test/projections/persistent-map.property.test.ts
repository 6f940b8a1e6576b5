import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PersistentMap } from '../../projections/time/persistent-map.ts'
import { countSteps } from '../steps.ts'

type Put = readonly [key: string, value: number | undefined]

const put = fc.tuple(
  fc.integer({ min: 0, max: 40 }).map(String),
  fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
)
const puts = fc.array(put, { maxLength: 60 })

function filled(map: PersistentMap<number | undefined>, all: readonly Put[]) {
  return all.reduce((filling, [key, value]) => filling.with(key, value), map)
}

test('the keys that differ are those whose values do, however the two maps are related', () => {
  fc.assert(
    fc.property(puts, puts, puts, (shared, here, there) => {
      const common = filled(new PersistentMap(), shared)
      const [one, other] = [filled(common, here), filled(common, there)]
      const keys = [...new Set([...shared, ...here, ...there].map(([key]) => key))].sort()
      const differing = keys.filter((key) => one.get(key) !== other.get(key))
      expect(one.keysChangedFrom(other)).toEqual(differing)
      expect(other.keysChangedFrom(one)).toEqual(differing)
    }),
  )
})

test('a map of many keys is compared with its next state without looking at most of them', async () => {
  const comparing = (size: number) => {
    const map = filled(
      new PersistentMap(),
      Array.from({ length: size }, (_, n) => [`k${n}`, n] as const),
    )
    const next = map.with('k7', -1).with('new', 1)
    return () => expect(next.keysChangedFrom(map)).toEqual(['k7', 'new'])
  }
  const [small, large] = await countSteps(comparing(100), comparing(10_000))
  expect(large).toBeLessThan(10 * small)
})
