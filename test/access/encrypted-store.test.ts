import { expect, test } from 'vitest'
import { EncryptedStore, NO_KEYS } from '../../src/access/encrypted-store.ts'
import type { EntryKeys, Erasures } from '../../src/access/secrets/secrets-store.ts'
import { seal } from '../../src/log/seal.ts'
import { EventIdTaken, type EventStore, LedgerDamaged } from '../../src/store/event-store.ts'
import { freshStore } from '../ledger/kit.ts'
import { leaf } from '../log/worked-vector.ts'

/** Keys in memory, by ledger and id. */
function keysInMemory() {
  const kept = new Map<string, Uint8Array>()
  const entryKeys: EntryKeys['entryKeys'] = async (ledger, ids) =>
    new Map(
      ids.flatMap((id) => {
        const key = kept.get(`${ledger} ${id}`)
        return key === undefined ? [] : [[id, key] as const]
      }),
    )
  const keys: EntryKeys & Pick<Erasures, 'destroyEntryKeys'> = {
    ...NO_KEYS,
    entryKeys,
    addEntryKeys: async (ledger, fresh) => {
      for (const [id, { key }] of fresh)
        if (!kept.has(`${ledger} ${id}`)) kept.set(`${ledger} ${id}`, key)
      return entryKeys(ledger, [...fresh.keys()])
    },
  }
  return { kept, keys }
}

const ledger = 'negotiation-talks'
/** The second of three is above `public`. */
const events = () => [
  seal({ ...leaf(0), request: 'one' }),
  seal({
    ...leaf(1),
    level: 'restricted',
    body: { issue: 'x', words: 'a "quoted"\nline' },
    request: 'two',
  }),
  seal({ ...leaf(2), request: 'three' }),
]

async function given() {
  const inner = await freshStore()
  const { kept, keys } = keysInMemory()
  const store = new EncryptedStore(inner, async () => keys)
  const recorded = events()
  await store.append(ledger, -1, recorded)
  return { inner, store, kept, recorded }
}

const all = async (store: EventStore) => (await Array.fromAsync(store.read(ledger, 0))).flat()

test('an entry above public is kept as ciphertext, and read as it was, by every way', async () => {
  const { inner, store, recorded } = await given()
  expect(await all(store)).toEqual(recorded)
  expect(await store.find(ledger, recorded[1]!.id)).toEqual(recorded[1])
  const ending = new AbortController()
  for await (const page of store.subscribe(ledger, -1, ending.signal)) {
    expect(page).toEqual(recorded)
    break
  }
  for await (const page of store.feed(undefined, ending.signal)) {
    expect(page.map(({ event }) => event)).toEqual(recorded)
    break
  }
  const [first, hidden, last] = await all(inner)
  expect([first, last]).toEqual([recorded[0], recorded[2]])
  expect(hidden).toMatchObject({ header: recorded[1]!.header, salt: '', request: '' })
  expect(JSON.stringify(hidden)).not.toMatch(/quoted|two/)
})

test('the same append is acknowledged again, and another of the same id is not', async () => {
  const { store, recorded } = await given()
  expect(await store.append(ledger, -1, recorded)).toBe(2)
  await expect(store.append(ledger, -1, events())).rejects.toThrow(EventIdTaken)
})

test('each entry has a key of its own, without which it has neither body nor salt', async () => {
  const { store, kept, recorded } = await given()
  expect([...kept.keys()]).toEqual([`${ledger} ${recorded[1]!.id}`])
  kept.clear()
  const [first, hidden] = await all(store)
  expect(first).toEqual(recorded[0])
  expect(hidden).toEqual({ ...recorded[1], salt: '', body: '', request: '' })
})

test('a ciphertext that is not the one that was made is damage of its ledger', async () => {
  const { inner, kept, recorded } = await given()
  for (const key of kept.values()) key[0] = (key[0] as number) ^ 1
  const { keys } = keysInMemory()
  const other = {
    ...keys,
    entryKeys: async () => new Map([[recorded[1]!.id, [...kept.values()][0]!]]),
  }
  const store = new EncryptedStore(inner, async () => other)
  await expect(all(store)).rejects.toThrow(LedgerDamaged)
  for await (const page of store.feed(undefined, new AbortController().signal)) {
    expect(page.map(({ damage }) => damage?.kind)).toEqual([undefined, 'altered', undefined])
    break
  }
})

test('public entries need no keys', async () => {
  const inner = await freshStore()
  const store = new EncryptedStore(inner, () => Promise.reject(new Error('no secrets')))
  await store.append(ledger, -1, [events()[0]!])
  expect(await all(store)).toHaveLength(1)
  const [, hidden] = events()
  await expect(store.append(ledger, 0, [hidden!])).rejects.toThrow('cannot be had: no secrets')
  expect(await NO_KEYS.entryKeys(ledger, ['a'])).toEqual(new Map())
})
