import { describe, expect, it } from 'vitest'
import { MAX_BATCH_EVENTS, MAX_BODY_BYTES, MAX_REQUEST_EVENTS } from '../../src/ledger/limits.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { listed, of, opened, sourced } from '../decide/commands.ts'
import { freshStore, refusal, request, stored, storeWith, writerOn } from './kit.ts'

/** A store that takes so many bytes at once, and the sizes of the batches that it was given. */
function counting(store: EventStore, maxBatchBytes = store.maxBatchBytes) {
  const batches: number[] = []
  const counted = storeWith(store, {
    maxBatchBytes,
    append: (ledger, expected, events) => {
      batches.push(events.length)
      return store.append(ledger, expected, events)
    },
  })
  return { batches, counted }
}

const parties = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => listed(`p${from + index}`))

describe('a batch', () => {
  it('carries all requests that wait', async () => {
    const { batches, counted } = counting(await freshStore())
    const writer = writerOn(counted)
    const answers = await Promise.all([
      writer.write(request(opened)),
      writer.write(request(parties(0, 2))),
      writer.write(request(listed('usa'))),
    ])
    expect(batches).toEqual([4])
    expect(answers.map(({ receipt }) => receipt.head)).toEqual([0, 2, 3])
  })

  it('carries so many events at most, and splits no request', async () => {
    const { batches, counted } = counting(await freshStore())
    const writer = writerOn(counted)
    const size = Math.floor(MAX_BATCH_EVENTS / 3) + 1
    await Promise.all([
      writer.write(request([opened, ...parties(0, size - 1)])),
      writer.write(request(parties(1000, size))),
      writer.write(request(parties(2000, size))),
      writer.write(request(parties(3000, size))),
    ])
    expect(batches).toEqual([2 * size, 2 * size])
  })

  it('stays under what the store appends at once', async () => {
    const { batches, counted } = counting(await freshStore(), 20_000)
    const writer = writerOn(counted)
    await writer.write(request(opened))
    const large = (n: number) => writer.write(request(sourced(`s${n}`, 'x'.repeat(9_000))))
    await Promise.all([large(1), large(2), large(3)])
    expect(batches).toEqual([1, 2, 1])
  })

  it('is never made of what is only tried or refused', async () => {
    const { batches, counted } = counting(await freshStore())
    const writer = writerOn(counted)
    await writer.write(request(opened))
    await Promise.allSettled([
      writer.write(request(listed('usa'), { dryRun: true })),
      writer.write(request(of('party.withdrawn', { party: 'usa' }))),
    ])
    expect(batches).toEqual([1])
  })
})

describe('a limit', () => {
  it(`is ${MAX_REQUEST_EVENTS} events a request`, async () => {
    const store = await freshStore()
    const writer = writerOn(store)
    await writer.write(request([opened, ...parties(0, MAX_REQUEST_EVENTS - 1)]))
    const over = writer.write(request(parties(1000, MAX_REQUEST_EVENTS + 1)))
    expect(await refusal(over)).toEqual(['too_many_events'])
    await expect(over).rejects.toThrow('at most 500 events, not 501')
    expect(await store.head('talks')).toBe(MAX_REQUEST_EVENTS - 1)
  })

  it(`is ${MAX_BODY_BYTES} bytes of UTF-8 a body, which the refusal names with the command`, async () => {
    const store = await freshStore()
    const writer = writerOn(store)
    const body = (bytes: number) => {
      const operation = (n: number, text: string) => ({ op: 'add', clause: `c${n}`, text })
      const operations = [operation(1, ''), operation(2, '')]
      const of = { draft: 'd', revision: 'r', basis: [], proposers: [], operations, complete: true }
      const room = bytes - Buffer.byteLength(JSON.stringify(of))
      operations[0]!.text = 'é'.repeat(Math.floor(room / 4))
      operations[1]!.text = 'é'.repeat(Math.floor(room / 4)) + 'x'.repeat(room % 4)
      return of
    }
    const revised = (bytes: number) => of('draft.revised', body(bytes))
    await writer.write(
      request([opened, of('draft.tabled', { draft: 'd', title: 'D', proposers: [] })]),
    )
    const over = writer.write(request([listed('usa'), revised(MAX_BODY_BYTES + 1)]))
    expect(await refusal(over)).toEqual(['event_too_large /1'])
    await expect(over).rejects.toThrow(`at most ${MAX_BODY_BYTES} bytes, not ${MAX_BODY_BYTES + 1}`)
    await writer.write(request(revised(MAX_BODY_BYTES)))
    expect(Buffer.byteLength((await stored(store)).at(-1)?.body ?? '')).toBe(MAX_BODY_BYTES)
  })

  it('is what the store appends at once, in bytes', async () => {
    const writer = writerOn(counting(await freshStore(), 5_000).counted)
    await writer.write(request(opened))
    const over = writer.write(request(sourced('s', 'x'.repeat(5_000))))
    expect(await refusal(over)).toEqual(['request_too_large'])
    await expect(over).rejects.toThrow('at most 5000 bytes at once')
    await writer.write(request(sourced('s', 'x')))
  })
})
