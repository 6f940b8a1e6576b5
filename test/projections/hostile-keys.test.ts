import { expect, test } from 'vitest'
import { BitemporalIndex } from '../../projections/time/bitemporal.ts'
import { History } from '../../projections/time/history.ts'
import { PersistentMap } from '../../projections/time/persistent-map.ts'
import { countSteps } from '../steps.ts'

const MANY = 2_000

/** MurmurHash3's finaliser: what priorities were, when nothing in them was secret. */
function finalised(key: number): number {
  let h = Math.imul(key ^ (key >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

function hashed(key: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193)
  return finalised(h)
}

/** Keys in order whose hashes are in order too: in a treap by that hash each has one child. */
function keysInOrderOfHash(): string[] {
  const width = 2 ** 32 / MANY
  return Array.from({ length: MANY }, (_, n) => {
    for (let attempt = 0; ; attempt++) {
      const key = `c${String(n).padStart(5, '0')}-${attempt}`
      if (Math.floor(hashed(key) / width) === n) return key
    }
  })
}

test('keys chosen against a known hash leave a persistent map shallow', async () => {
  const keys = keysInOrderOfHash()
  let map = new PersistentMap<number>()
  const [put, got] = await countSteps(
    () => {
      for (const [n, key] of keys.entries()) map = map.with(key, n)
    },
    () => {
      for (const key of keys) map.get(key)
    },
  )
  expect(put / MANY).toBeLessThan(200)
  expect(got / MANY).toBeLessThan(200)
  expect([...map.values()]).toEqual(keys.map((_, n) => n))
})

test('entries chosen against a known hash leave an index shallow', async () => {
  const entries = Array.from({ length: MANY }, (_, entry) => entry)
  const dated = entries.sort((a, b) => finalised(a) - finalised(b))
  const history = new History()
  const items = new BitemporalIndex<{ from: number; entry: number }>(history)
  history.revision = 0
  const [put, read] = await countSteps(
    () => {
      for (const [from, entry] of dated.entries()) items.put({ from, entry })
    },
    () => {
      for (const from of dated.keys()) items.latest({ revision: 0, validTime: from })
    },
  )
  expect(put / MANY).toBeLessThan(500)
  expect(read / MANY).toBeLessThan(500)
})
