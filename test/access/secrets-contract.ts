import { randomBytes } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  type KeyRecord,
  MOST_LOOKS,
  type SecretsStore,
} from '../../src/access/secrets/secrets-store.ts'

const ledger = 'negotiation-talks'
const someone = { id: 'p-1', name: 'Desk', createdAt: 1_700_000_000_000 }
const key: KeyRecord = {
  ...{ id: 'k-1', principal: 'p-1', name: 'Machine', scopes: ['read', 'record'] },
  ...{ createdAt: 1_700_000_000_000, createdBy: 'p-0', expiresAt: null },
  ...{ revokedAt: null, revokedBy: null },
}
const hashOf = (of: string) => new Uint8Array(Buffer.alloc(32, of))
const entryKey = (releaseAt?: number) => ({ key: new Uint8Array(randomBytes(32)), releaseAt })

/** One place where secrets are kept, which is opened as often as a test likes. */
export interface Place {
  /** @param wrappingKeys that encrypt the keys of entries; undefined: one of the test's own */
  open(wrappingKeys?: readonly Uint8Array[]): Promise<SecretsStore>
}

/** The promises of whatever keeps secrets. */
export function secretsContract(name: string, newPlace: () => Promise<Place>): void {
  const opened = async (place: Place, wrappingKeys?: readonly Uint8Array[]) => {
    const store = await place.open(wrappingKeys)
    onTestFinished(() => store.close())
    return store
  }
  const fresh = async () => opened(await newPlace())

  describe(`secrets in ${name}`, () => {
    it('are there at the next opening', async () => {
      const place = await newPlace()
      const store = await place.open()
      await store.addPrincipal(someone)
      await store.addKey(key, hashOf('a'))
      await store.close()
      const again = await opened(place)
      await again.ready()
      expect(await again.principal('p-1')).toEqual(someone)
      expect(await again.principal('p-2')).toBeUndefined()
      const found = await again.key('k-1')
      expect(found?.record).toMatchObject(key)
      expect(Buffer.from(found!.hash)).toEqual(Buffer.from(hashOf('a')))
      expect(await again.key('k-2')).toBeUndefined()
    })

    it('keep the last look of each principal at each ledger, of the latest ledgers alone', async () => {
      const place = await newPlace()
      const store = await place.open()
      const look = (principal: string, at: number, revision = 7, of = ledger) =>
        store.keepLastLook({ principal, ledger: of, revision, at })
      await look('p-1', 1)
      await look('p-2', 1, 3)
      await look('p-1', 2, 9)
      await store.close()
      const again = await opened(place)
      expect(await again.lastLook('p-1', ledger)).toBe(9)
      expect(await again.lastLook('p-2', ledger)).toBe(3)
      expect(await again.lastLook('p-1', 'negotiation-other')).toBeUndefined()
      for (let at = 0; at < MOST_LOOKS; at++) {
        const kept = { principal: 'p-1', ledger: `negotiation-${at}`, revision: 0, at: 10 + at }
        await again.keepLastLook(kept)
      }
      expect(await again.lastLook('p-1', ledger)).toBeUndefined()
      expect(await again.lastLook('p-1', 'negotiation-0')).toBe(0)
      expect(await again.lastLook('p-2', ledger)).toBe(3)
    })

    it('list keys in the order in which they were added', async () => {
      const store = await fresh()
      await store.addPrincipal(someone)
      for (const id of ['k-3', 'k-1', 'k-2']) await store.addKey({ ...key, id }, hashOf(id))
      const all = await store.keys(0, 10)
      expect(all.map(({ id }) => id)).toEqual(['k-3', 'k-1', 'k-2'])
      expect((await store.keys(all[0]!.seq, 1)).map(({ id }) => id)).toEqual(['k-1'])
    })

    it('keep the first revocation of a key, and no key of nobody or twice', async () => {
      const store = await fresh()
      await expect(store.addKey(key, hashOf('a'))).rejects.toThrow(/foreign key/i)
      await store.addPrincipal(someone)
      await store.addKey(key, hashOf('a'))
      await expect(store.addKey(key, hashOf('b'))).rejects.toThrow(/unique/i)
      expect(await store.revokeKey('k-1', 5, 'p-1')).toMatchObject({ revokedAt: 5 })
      expect(await store.revokeKey('k-1', 6, 'p-2')).toMatchObject({
        ...{ revokedAt: 5, revokedBy: 'p-1' },
      })
      expect(await store.revokeKey('k-2', 6, 'p-2')).toBeUndefined()
    })

    it('give a subject one principal, whoever comes first', async () => {
      const store = await fresh()
      const principals = ['p-1', 'p-2', 'p-3', 'p-4'].map((id) => ({ ...someone, id }))
      const given = await Promise.all(
        principals.map((one) => store.addIdentity('https://id.example', 'ann', one)),
      )
      expect(new Set(given).size).toBe(1)
      expect(await store.principalOf('https://id.example', 'ann')).toBe(given[0])
      expect(await store.principalOf('https://id.example', 'bob')).toBeUndefined()
      const known = await Promise.all(principals.map(({ id }) => store.principal(id)))
      expect(known.filter((one) => one !== undefined)).toHaveLength(1)
    })

    it('end sessions by themselves, one by one, and all of a person', async () => {
      const store = await fresh()
      await store.addPrincipal(someone)
      await store.addKey(key, hashOf('a'))
      const session = { principal: 'p-1', key: 'k-1', expiresAt: 100 }
      await store.addSession(hashOf('1'), session, 0)
      await store.addSession(hashOf('2'), { ...session, expiresAt: 300 }, 100)
      expect(await store.session(hashOf('1'))).toBeUndefined()
      expect(await store.session(hashOf('2'))).toEqual({ ...session, expiresAt: 300 })
      await store.addSession(hashOf('3'), { ...session, key: null, expiresAt: 300 }, 100)
      expect(await store.session(hashOf('3'))).toMatchObject({ key: null })
      expect(await store.endSession(hashOf('3'))).toBe(1)
      expect(await store.endSession(hashOf('3'))).toBe(0)
      expect(await store.endSessions('p-1')).toBe(1)
      expect(await store.endSessions('p-1')).toBe(0)
    })

    it('keep the first key of each entry, whoever comes first', async () => {
      const [place, ids] = [await newPlace(), Array.from({ length: 250 }, (_, at) => `e-${at}`)]
      const store = await opened(place)
      const keysOf = () => new Map(ids.map((id) => [id, entryKey()] as const))
      const both = await Promise.all([
        store.addEntryKeys(ledger, keysOf()),
        store.addEntryKeys(ledger, keysOf()),
      ])
      const kept = await store.entryKeys(ledger, ids)
      expect(kept.size).toBe(250)
      for (const [id, one] of kept) {
        for (const given of both) expect(Buffer.from(given.get(id)!)).toEqual(Buffer.from(one))
      }
      expect((await store.entryKeys('negotiation-other', ids)).size).toBe(0)
      expect(await store.addEntryKeys(ledger, new Map())).toEqual(new Map())
    })

    it('plan releases, the first first, until they are made', async () => {
      const store = await fresh()
      const planned = [entryKey(300), entryKey(100), entryKey(), entryKey(200)]
      await store.addEntryKeys(ledger, new Map(planned.map((one, at) => [`e-${at}`, one])))
      expect((await store.plannedReleases()).map(({ id }) => id)).toEqual(['e-1', 'e-3', 'e-0'])
      await store.releaseDone(ledger, 'e-1')
      expect(await store.plannedReleases()).toEqual([
        ...[{ ledger, id: 'e-3', at: 200 }],
        ...[{ ledger, id: 'e-0', at: 300 }],
      ])
    })

    it('destroy keys of entries, and strike the requests for it', async () => {
      const store = await fresh()
      expect(await store.hasEntryKeys()).toBe(false)
      await store.addEntryKeys(ledger, new Map(['e-1', 'e-2'].map((id) => [id, entryKey()])))
      const request = { ledger, target: 'e-1', reason: 'It was asked.', askedBy: 'p-1', askedAt: 1 }
      await store.askErasure(request)
      await store.askErasure({ ...request, target: 'e-2', askedAt: 2 })
      await store.askErasure({ ...request, reason: 'It was asked again.', askedAt: 3 })
      expect(await store.erasureRequests(ledger)).toMatchObject([
        ...[{ target: 'e-2', askedAt: 2 }],
        ...[{ target: 'e-1', reason: 'It was asked again.' }],
      ])
      await store.destroyEntryKeys(ledger, ['e-1', 'e-7'])
      await store.destroyEntryKeys(ledger, ['e-1'])
      expect([...(await store.entryKeys(ledger, ['e-1', 'e-2'])).keys()]).toEqual(['e-2'])
      expect(await store.hasEntryKeys()).toBe(true)
      expect(await store.erasureRequests(ledger)).toMatchObject([{ target: 'e-2' }])
    })

    it('know how far erasures were carried out', async () => {
      const store = await fresh()
      expect(await store.erasedUpTo()).toBeUndefined()
      for (const position of ['1', '2']) {
        await store.keepErasedUpTo({ position, ledger, id: `e-${position}` })
      }
      expect(await store.erasedUpTo()).toEqual({ position: '2', ledger, id: 'e-2' })
    })

    it('exchange the key that encrypts the keys of entries', async () => {
      const [old, next] = [randomBytes(32), randomBytes(32)]
      const place = await newPlace()
      const before = await place.open([old])
      const entries = new Map(['e-1', 'e-2', 'e-3'].map((id) => [id, entryKey()] as const))
      await before.addEntryKeys(ledger, entries)
      const [former] = await before.wrappingKeyIds()
      expect(await before.rewrapEntryKeys(10)).toBe(0)
      await before.close()
      const both = await opened(place, [next, old])
      await both.addEntryKeys(ledger, new Map([['e-4', entryKey()]]))
      expect(await both.wrappingKeyIds()).toHaveLength(2)
      expect([await both.rewrapEntryKeys(2), await both.rewrapEntryKeys(2)]).toEqual([2, 1])
      expect(await both.rewrapEntryKeys(2)).toBe(0)
      expect(await both.wrappingKeyIds()).not.toContain(former)
      await both.close()
      const after = await opened(place, [next])
      const kept = await after.entryKeys(ledger, ['e-1', 'e-2', 'e-3', 'e-4'])
      expect(kept.size).toBe(4)
      for (const [id, { key: one }] of entries) {
        expect(Buffer.from(kept.get(id)!)).toEqual(Buffer.from(one))
      }
      await after.close()
      const without = await opened(place, [old])
      await expect(without.entryKeys(ledger, ['e-1'])).rejects.toThrow('is not there')
    })
  })
}
