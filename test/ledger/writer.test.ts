import { describe, expect, it } from 'vitest'
import { Writer } from '../../src/ledger/writer.ts'
import { leafHash } from '../../src/log/hashes.ts'
import { openEvent } from '../../src/log/open.ts'
import { ServingThread } from '../../src/workers/serving-thread.ts'
import { listed, of, opened, voided } from '../decide/commands.ts'
import {
  freshStore,
  handClock,
  refusal,
  request,
  requests,
  seeded,
  stored,
  storeWith,
  writerOn,
} from './kit.ts'

describe('a request', () => {
  it('is appended whole, and answered with a receipt of what is stored', async () => {
    const store = await freshStore()
    const { receipt, events, dryRun } = await writerOn(store).write(
      request([opened, listed('usa')]),
    )
    const rows = await stored(store)
    expect(receipt).toEqual({
      ledger: 'talks',
      head: 1,
      replayed: false,
      events: rows.map((row) => ({
        id: row.id,
        revision: row.revision,
        type: row.type,
        recordedAt: '2025-12-01T00:00:00.000Z',
        leafHash: leafHash(row.header).toString('hex'),
      })),
    })
    expect(rows.map(({ type }) => type)).toEqual(['negotiation.opened', 'party.listed'])
    expect(dryRun).toBe(false)
    expect(events[1]).toMatchObject({ revision: 1, actor: 'a_7', body: { party: 'usa' } })
  })

  it('is sealed with its origin, actor, valid time, and the digest of itself', async () => {
    const store = await freshStore()
    await writerOn(store).write(request([opened, { ...listed('usa'), since: '2025-11' }]))
    const [first, second] = await stored(store)
    expect(first?.request).toMatch(/^hmac-sha-256:[\w-]{43}$/)
    expect(second?.request).toBe(first?.request)
    expect(second?.salt).not.toBe(first?.salt)
    expect(openEvent(second!)).toMatchObject({
      header: {
        origin: 'ledger.example/n/talks',
        actor: 'a_7',
        schema: 1,
        occurred: { text: '2025-11-30', from: '2025-11-30T00:00:00.000Z' },
      },
      body: { party: 'usa', since: { text: '2025-11' } },
    })
  })

  it('that is refused writes nothing, and every reason is given', async () => {
    const store = await freshStore()
    const writer = writerOn(store)
    expect(await refusal(writer.write(request(listed('usa'))))).toEqual(['unknown_negotiation'])
    await writer.write(request(opened))
    const mixed = [listed('usa'), of('party.withdrawn', { party: 'x' }), listed('usa')]
    expect(await refusal(writer.write(request(mixed)))).toEqual([
      'unknown_id /1/party',
      'id_taken /2/party',
    ])
    expect(await store.head('talks')).toBe(0)
  })

  it('that is malformed is refused before it waits for anything', async () => {
    const writer = writerOn(storeWith(await freshStore(), { head: () => new Promise(() => {}) }))
    const sent = { ...opened, colour: 'red' }
    expect(await refusal(writer.write(request(sent)))).toEqual(['malformed /colour'])
  })

  it('is decided after the requests that came before it', async () => {
    const writer = writerOn(await freshStore())
    const [, first, second] = await Promise.allSettled([
      writer.write(request(opened)),
      writer.write(request(listed('usa'))),
      writer.write(request(listed('usa'))),
    ])
    expect(first.status).toBe('fulfilled')
    expect(await refusal(Promise.reject((second as PromiseRejectedResult).reason))).toEqual([
      'id_taken /party',
    ])
  })

  it('may correct an event of its own, by an id that the recorder chose', async () => {
    const id = '01900000-0000-7000-8000-000000000000'
    const writer = writerOn(await freshStore())
    const { receipt } = await writer.write(request([opened, { ...listed('usa'), id }, voided(id)]))
    expect(receipt.events[1]?.id).toBe(id)
  })
})

describe('the origin of a ledger', () => {
  it('stays that of its first event, though the service moves to another name', async () => {
    const store = await freshStore()
    await writerOn(store).write(request(opened))
    const means = {
      store,
      clock: handClock(),
      random: seeded('moved'),
      origin: () => 'moved.example/n/t',
      requests,
      thread: new ServingThread(),
    }
    await new Writer('talks', means).write(request(listed('usa')))
    const origins = (await stored(store)).map((row) => openEvent(row).header.origin)
    expect(origins).toEqual(['ledger.example/n/talks', 'ledger.example/n/talks'])
  })
})

describe('transaction time', () => {
  it('never goes back, though the clock does', async () => {
    const clock = handClock()
    const store = await freshStore()
    const writer = writerOn(store, 'seed', clock)
    const { receipt: first } = await writer.write(request(opened))
    clock.now -= 60_000
    const { receipt: second } = await writer.write(request(listed('usa')))
    expect(second.events[0]?.recordedAt).toBe(first.events[0]?.recordedAt)
    const { receipt: third } = await writerOn(store, 'b', clock).write(request(listed('eu')))
    expect(third.events[0]?.recordedAt).toBe(first.events[0]?.recordedAt)
    clock.now += 120_000
    const { receipt: fourth } = await writer.write(request(listed('un')))
    expect(fourth.events[0]?.recordedAt).toBe('2025-12-01T00:01:00.000Z')
  })

  it('never goes back within a batch either', async () => {
    const clock = handClock()
    const writer = writerOn(await freshStore(), 'seed', () => clock.now--)
    const both = [opened, listed('usa')].map((one) => writer.write(request(one)))
    const times = (await Promise.all(both)).map(({ receipt }) => receipt.events[0]?.recordedAt)
    expect(new Set(times).size).toBe(1)
  })
})

describe('a dry run', () => {
  it('says what would be recorded, and writes nothing', async () => {
    const store = await freshStore()
    const writer = writerOn(store)
    await writer.write(request(opened))
    const { receipt, dryRun, events } = await writer.write(request(listed('usa'), { dryRun: true }))
    expect(dryRun).toBe(true)
    expect(receipt).toMatchObject({ head: 1, events: [{ revision: 1, type: 'party.listed' }] })
    expect(events).toMatchObject([{ revision: 1, body: { party: 'usa' } }])
    expect(await store.head('talks')).toBe(0)
    expect((await writer.write(request(listed('usa')))).receipt.head).toBe(1)
  })

  it('is refused as the request would be', async () => {
    const writer = writerOn(await freshStore())
    expect(await refusal(writer.write(request(listed('usa'), { dryRun: true })))).toEqual([
      'unknown_negotiation',
    ])
  })
})

describe('If-Match', () => {
  it('lets a request through at that head, and at no other', async () => {
    const writer = writerOn(await freshStore())
    await writer.write(request([opened, listed('usa')], { ifMatch: -1 }))
    await writer.write(request(listed('eu'), { ifMatch: 1 }))
    for (const ifMatch of [1, 3]) {
      const late = writer.write(request(listed('un'), { ifMatch }))
      await expect(late).rejects.toMatchObject({ head: 2 })
      expect(await refusal(late)).toEqual(['precondition_failed'])
    }
  })

  it('counts requests that are appended together with it', async () => {
    const writer = writerOn(await freshStore())
    await writer.write(request(opened))
    const both = [listed('usa'), listed('eu')].map((one) =>
      writer.write(request(one, { ifMatch: 0 })),
    )
    expect((await both[0])?.receipt.head).toBe(1)
    expect(await refusal(both[1]!)).toEqual(['precondition_failed'])
  })
})
