import { describe, expect, it } from 'vitest'
import { type EventStore, StoreUnavailable } from '../../src/store/event-store.ts'
import { listed, of, opened } from '../decide/commands.ts'
import { freshStore, request, stored, storeWith, writerOn } from './kit.ts'

type Append = EventStore['append']

/** A writer on an open negotiation whose store's next appends go wrong in the ways given. */
async function troubled(...ways: ((append: () => ReturnType<Append>) => ReturnType<Append>)[]) {
  const store = await freshStore()
  await writerOn(store, 'opening').write(request(opened))
  const tried: Parameters<Append>[2][] = []
  const flaky = storeWith(store, {
    append: (...given) => {
      tried.push(given[2])
      const append = () => store.append(...given)
      return (ways.shift() ?? ((plainly) => plainly()))(append)
    },
  })
  return { store, tried, writer: writerOn(flaky) }
}

const refuses = () => Promise.reject(new StoreUnavailable('busy'))
const losesReply = async (append: () => ReturnType<Append>) => {
  await append()
  throw new StoreUnavailable('no reply')
}
const key = { idempotencyKey: 'k' }

describe('when the store is unavailable', () => {
  it('the very same batch is tried once more', async () => {
    const { store, tried, writer } = await troubled(refuses)
    expect((await writer.write(request(listed('usa')))).receipt.head).toBe(1)
    expect(tried).toHaveLength(2)
    expect(tried[1]).toEqual(tried[0])
    expect(await store.head('talks')).toBe(1)
  })

  it('twice, the client learns it, and its retry is recorded', async () => {
    const { store, writer } = await troubled(refuses, refuses)
    await expect(writer.write(request(listed('usa'), key))).rejects.toThrow(StoreUnavailable)
    expect(await store.head('talks')).toBe(0)
    const { receipt } = await writer.write(request(listed('usa'), key))
    expect(receipt).toMatchObject({ head: 1, replayed: false })
  })

  it('nothing is believed that was not stored', async () => {
    const { writer } = await troubled(refuses, refuses)
    const [lost] = await Promise.allSettled([writer.write(request(listed('usa')))])
    expect(lost.status).toBe('rejected')
    const withdrawn = writer.write(request(of('party.withdrawn', { party: 'usa' })))
    await expect(withdrawn).rejects.toMatchObject({ refusals: [{ code: 'unknown_id' }] })
  })

  it('a request decided on top of what was not stored is not answered as if it were', async () => {
    const { writer } = await troubled(refuses, refuses)
    const both = await Promise.allSettled([
      writer.write(request(listed('usa'))),
      writer.write(request(listed('usa'))),
    ])
    for (const { reason } of both as PromiseRejectedResult[]) {
      expect(reason).toBeInstanceOf(StoreUnavailable)
    }
  })

  it('to read, writing waits for nothing and can be tried again', async () => {
    const store = await freshStore()
    let down = true
    const writer = writerOn(
      storeWith(store, {
        read: (...given) => {
          if (down) throw new StoreUnavailable('down')
          return store.read(...given)
        },
      }),
    )
    await expect(writer.write(request(opened))).rejects.toThrow(StoreUnavailable)
    down = false
    await writer.write(request(opened))
  })
})

describe('when an acknowledgement is lost', () => {
  it('the second try is acknowledged, and the events are there once', async () => {
    const { store, writer } = await troubled(losesReply)
    expect((await writer.write(request(listed('usa')))).receipt.head).toBe(1)
    expect(await stored(store)).toHaveLength(2)
  })

  it('twice, a retry with the same key gets the receipt', async () => {
    const { store, tried, writer } = await troubled(losesReply, losesReply)
    await expect(writer.write(request(listed('usa'), key))).rejects.toThrow(StoreUnavailable)
    const { receipt } = await writer.write(request(listed('usa'), key))
    expect(receipt).toMatchObject({ head: 1, replayed: true })
    expect(await stored(store)).toHaveLength(2)
    expect(tried, 'the store is asked what it holds, not told again').toHaveLength(2)
  })

  it('twice, later requests are decided on what turned out to be stored', async () => {
    const { writer } = await troubled(losesReply, losesReply)
    await expect(writer.write(request(listed('usa')))).rejects.toThrow(StoreUnavailable)
    const withdrawn = await writer.write(request(of('party.withdrawn', { party: 'usa' })))
    expect(withdrawn.receipt.head).toBe(2)
  })
})

describe('a damaged ledger', () => {
  it('is not written to', async () => {
    const store = await freshStore()
    await writerOn(store).write(request([opened, listed('usa')]))
    const holed = storeWith(store, {
      async *read(ledger, from, until) {
        for await (const page of store.read(ledger, from, until)) yield page.slice(1)
      },
    })
    await expect(writerOn(holed).write(request(listed('eu')))).rejects.toMatchObject({
      name: 'LedgerDamaged',
      message: 'talks: revision 1 follows -1',
    })
    expect(await store.head('talks')).toBe(1)
  })

  it('is written to again once it holds together', async () => {
    const store = await freshStore()
    await writerOn(store).write(request([opened, listed('usa')]))
    let broken = true
    const mended = storeWith(store, {
      async *read(...given) {
        for await (const page of store.read(...given)) {
          yield broken ? [page[0]!, page[0]!] : page
        }
      },
    })
    const writer = writerOn(mended, 'mended')
    await expect(writer.write(request(listed('eu')))).rejects.toThrow('revision 0 follows 0')
    broken = false
    expect((await writer.write(request(listed('eu')))).receipt.head).toBe(2)
  })
})

describe('a writer that closes', () => {
  it('finishes what it accepted, and takes nothing new', async () => {
    const store = await freshStore()
    const writer = writerOn(store)
    const accepted = [writer.write(request(opened)), writer.write(request(listed('usa')))]
    const closed = writer.close()
    await expect(writer.write(request(listed('eu')))).rejects.toMatchObject({
      refusals: [{ code: 'shutting_down' }],
    })
    await closed
    expect(await store.head('talks')).toBe(1)
    expect((await Promise.all(accepted)).map(({ receipt }) => receipt.head)).toEqual([0, 1])
  })
})
