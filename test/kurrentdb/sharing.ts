import { EventStoreDBClient } from '@eventstore/db-client'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type EventStore, WrongExpectedRevision } from '../../src/store/event-store.ts'
import { openKurrentStore } from '../../src/store/kurrentdb/open.ts'
import { collect, event, events, newLedger } from '../contract/sample.ts'

/** Several stores on one server, and what the server shows of a ledger. */
export function sharing(url: string): void {
  const opened = (): EventStore => {
    const store = openKurrentStore(url)
    onTestFinished(() => store.close())
    return store
  }

  describe('two stores on one server', () => {
    it('5: of two that append at one revision, one wins, whatever each knows', async () => {
      const ledger = newLedger()
      const stores = [opened(), opened()]
      let head = -1
      for (let round = 0; round < 20; round++) {
        const place = head + 1
        const rivals = stores.map((store, n) =>
          store.append(ledger, head, [
            event(ledger, place, { id: event(ledger, 1_000 + 2 * round + n).id }),
          ]),
        )
        const results = await Promise.allSettled(rivals)
        expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        const lost = results.find((result) => result.status === 'rejected')
        expect(lost?.reason).toBeInstanceOf(WrongExpectedRevision)
        expect(lost?.reason).toMatchObject({ expected: head, actual: place })
        head = place
      }
      expect(await collect(stores[0]!.read(ledger, 0))).toHaveLength(20)
    })

    it('8: at one moment, the same ids with other content are refused to one of them', async () => {
      const stores = [opened(), opened()]
      for (let round = 0; round < 3; round++) {
        const ledger = newLedger()
        const salts = ['AAAAAAAAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBBBBBBBB']
        const batches = salts.map((salt) => [event(ledger, 0), event(ledger, 1, { salt })])
        const results = await Promise.allSettled(
          stores.map((store, n) => store.append(ledger, -1, batches[n]!)),
        )
        const won = results.findIndex(({ status }) => status === 'fulfilled')
        expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        expect(results[1 - won]).toMatchObject({ reason: { name: 'EventIdTaken' } })
        expect(await collect(stores[0]!.read(ledger, 0))).toEqual(batches[won])
      }
    })

    it('8: an id that the other store wrote at another place is refused', async () => {
      const ledger = newLedger()
      const [one, other] = [opened(), opened()]
      await one.append(ledger, -1, events(ledger, 0, 2))
      await other.append(ledger, 1, events(ledger, 2, 4))
      const again = event(ledger, 4, { id: event(ledger, 3).id })
      await expect(one.append(ledger, 3, [again])).rejects.toThrow('already holds an event')
      expect(await one.find(ledger, event(ledger, 3).id)).toEqual(event(ledger, 3))
    })

    it('20: each is shown what the other writes', async () => {
      const ledger = newLedger()
      const [one, other] = [opened(), opened()]
      await one.append(ledger, -1, [event(ledger, 0)])
      const pages = one.subscribe(ledger, 0, new AbortController().signal)[Symbol.asyncIterator]()
      for (let revision = 1; revision < 5; revision++) {
        const next = pages.next()
        await other.append(ledger, revision - 1, [event(ledger, revision)])
        expect((await next).value).toEqual([event(ledger, revision)])
      }
    })
  })

  describe('in the pages of the server', () => {
    it('a body is JSON, with the header and the salt as flat strings beside it', async () => {
      const ledger = newLedger()
      const request = 'sha-256:some'
      const stored = [event(ledger, 0, { request }), event(ledger, 1, { request })]
      await opened().append(ledger, -1, stored)
      const shown = []
      for await (const resolved of EventStoreDBClient.connectionString(url).readStream(ledger)) {
        shown.push(resolved.event)
      }
      const $correlationId = stored[0]!.id
      expect(shown).toMatchObject(
        stored.map(({ id, type, body, header, salt }) => {
          const metadata = { header, salt, request, $correlationId }
          return { id, type, isJson: true, data: JSON.parse(body), metadata }
        }),
      )
    })
  })
}
