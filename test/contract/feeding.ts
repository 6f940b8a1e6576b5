import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type FedEvent, StoreUnavailable } from '../../src/store/event-store.ts'
import type { Fixture } from './event-store.contract.ts'
import { collect, event, events, newLedger, takeUntil } from './sample.ts'

export function feeding(fixture: Fixture): void {
  const feed = (position?: string, signal = new AbortController().signal, kind?: string) =>
    fixture.store.feed(position, signal, kind)
  const seen =
    (...ledgers: [string, number][]) =>
    (fed: readonly FedEvent[]) =>
      ledgers.every(([ledger, revision]) =>
        fed.some((item) => item.ledger === ledger && item.event?.revision === revision),
      )
  const of = (ledger: string, fed: readonly FedEvent[]) =>
    fed.filter((item) => item.ledger === ledger).map((item) => item.event)

  describe('the feed of all ledgers', () => {
    it('13: gives every ledger in the order of its revisions, at positions of their own', async () => {
      const ledgers = [newLedger(), newLedger(), newLedger()]
      for (let head = -1; head < 299; head += 100) {
        await Promise.all(
          ledgers.map((ledger) =>
            fixture.store.append(ledger, head, events(ledger, head + 1, head + 101)),
          ),
        )
      }
      const fed = await takeUntil(
        feed(),
        seen(...ledgers.map((one): [string, number] => [one, 299])),
      )
      for (const ledger of ledgers) expect(of(ledger, fed)).toEqual(events(ledger, 0, 300))
      expect(new Set(fed.map((item) => item.position)).size).toBe(fed.length)
    })

    it('14, 20: while others write, it shows what a later reading shows, in that order', async () => {
      const ledgers = [newLedger(), newLedger(), newLedger()]
      const ends = ledgers.map((ledger): [string, number] => [ledger, 399])
      await fixture.store.append(ledgers[0]!, -1, events(ledgers[0]!, 0, 300))
      const live = takeUntil(feed(), seen(...ends))
      await Promise.all(
        ledgers.map(async (ledger, n) => {
          let head = await fixture.store.head(ledger)
          while (head < 399) {
            const batch = events(ledger, head + 1, Math.min(head + 2 + n * 3, 400))
            head = await fixture.store.append(ledger, head, batch)
          }
        }),
      )
      const own = (fed: readonly FedEvent[]) => fed.filter(({ ledger }) => ledgers.includes(ledger))
      expect(own(await live)).toEqual(own(await takeUntil(feed(), seen(...ends))))
    })

    it('19, 21: from any position, also in another session, it gives each later event once', async () => {
      const [one, other] = [newLedger(), newLedger()]
      await fixture.store.append(one, -1, events(one, 0, 5))
      await fixture.store.append(other, -1, events(other, 0, 5))
      const whole = await takeUntil(feed(), seen([one, 4], [other, 4]))
      await fixture.reopen()
      const end = newLedger()
      await fixture.store.append(end, -1, [event(end, 0)])
      const last = whole.slice(-10)
      for (const [index, { position }] of last.entries()) {
        const rest = await takeUntil(feed(position), seen([end, 0]))
        expect(rest.slice(0, last.length - index - 1)).toEqual(last.slice(index + 1))
        expect(of(one, rest)).toEqual(of(one, last.slice(index + 1)))
      }
    })

    it('20: shows each event as it comes, of ledgers new and old', async () => {
      const ledgers = [newLedger(), newLedger()]
      const pages = feed()[Symbol.asyncIterator]()
      const next = async (ledger: string, revision: number): Promise<void> => {
        const { value } = await pages.next()
        return seen([ledger, revision])(value) ? undefined : next(ledger, revision)
      }
      for (const revision of [0, 1, 2]) {
        for (const ledger of ledgers) {
          const shown = next(ledger, revision)
          await fixture.store.append(ledger, revision - 1, [event(ledger, revision)])
          await shown
        }
      }
    })

    it('says each time that there is no more just now', async () => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, events(ledger, 0, 3))
      const pages = feed()[Symbol.asyncIterator]()
      const untilNoMore = async (): Promise<readonly FedEvent[]> => {
        const { value } = await pages.next()
        return value.length === 0 ? [] : [...value, ...(await untilNoMore())]
      }
      expect(of(ledger, await untilNoMore())).toEqual(events(ledger, 0, 3))
      await fixture.store.append(ledger, 2, [event(ledger, 3)])
      expect(of(ledger, await untilNoMore())).toEqual([event(ledger, 3)])
    })

    it('of a kind shows the ledgers of that kind alone, those before and those to come', async () => {
      const talks = newLedger()
      const access = talks.replace('negotiation', 'access')
      const both = async (revision: number) => {
        for (const ledger of [talks, access]) {
          await fixture.store.append(ledger, revision - 1, [event(ledger, revision)])
        }
      }
      await both(0)
      const follow = (kind: string) => feed(undefined, undefined, kind)
      const [one, other] = [
        takeUntil(follow('negotiation'), seen([talks, 1])),
        takeUntil(follow('access'), seen([access, 1])),
      ]
      await both(1)
      expect(of(talks, await one)).toEqual(events(talks, 0, 2))
      expect(of(access, await one)).toEqual([])
      expect(of(access, await other)).toEqual(events(access, 0, 2))
      expect(of(talks, await other)).toEqual([])
    })

    it('of a kind gives each event once to those who come while others write', async () => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, [event(ledger, 0)])
      const position = (await takeUntil(feed(), seen([ledger, 0]))).at(-1)?.position
      let head = 0
      const write = async () => {
        while (head < 100)
          head = await fixture.store.append(ledger, head, [event(ledger, head + 1)])
      }
      const writing = write()
      while (head < 100) {
        const fed: FedEvent[] = []
        for await (const page of feed(position, undefined, 'negotiation')) {
          if (page.length === 0) break
          fed.push(...page)
        }
        expect(of(ledger, fed)).toEqual(events(ledger, 1, fed.length + 1))
        await turn()
      }
      await writing
    })

    it('19: refuses what is not a position of this store', async () => {
      for (const position of ['', 'x', '-1', '1.5', '9007199254740993']) {
        const next = feed(position)[Symbol.asyncIterator]().next()
        await expect(next, position).rejects.toThrow(RangeError)
      }
    })

    it('22: a slow consumer loses nothing and holds up nobody', async () => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, [event(ledger, 0)])
      const slow = feed()[Symbol.asyncIterator]()
      const first = await slow.next()
      for (let head = 0; head < 2_000; head += 100) {
        await fixture.store.append(ledger, head, events(ledger, head + 1, head + 101))
      }
      const all = { [Symbol.asyncIterator]: () => slow }
      const rest = await takeUntil<FedEvent>(all, seen([ledger, 2_000]))
      expect(of(ledger, [...first.value, ...rest])).toEqual(events(ledger, 0, 2_001))
    })

    it('ends without error when aborted, with an error when the store closes', async () => {
      const ledger = newLedger()
      await fixture.store.append(ledger, -1, [event(ledger, 0)])
      const fed = (await takeUntil(feed(), seen([ledger, 0]))).at(-1)
      const stop = new AbortController()
      const aborted = collect(feed(fed?.position, stop.signal))
      const closed = collect(feed(fed?.position))
      const ended = expect(closed).rejects.toThrow(StoreUnavailable)
      stop.abort()
      expect(await aborted).toEqual([])
      await fixture.store.close()
      await ended
    })
  })
}
