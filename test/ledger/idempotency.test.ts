import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../src/log/canonical-json.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { listed, opened } from '../decide/commands.ts'
import { freshStore, refusal, request, stored, storeWith, writerOn } from './kit.ts'

const key = { idempotencyKey: 'k-1' }
/** A store whose events were all kept with a given digest of their request. */
const keeping = (store: EventStore, digest: string) =>
  storeWith(store, {
    find: async (...given) => {
      const found = await store.find(...given)
      return found && { ...found, request: digest }
    },
  })
const uuid = (n: number) => `01900000-0000-7000-8000-00000000000${n}`

describe('a retry with the same Idempotency-Key', () => {
  it('returns the first receipt and records nothing', async () => {
    const store = await freshStore()
    const writer = writerOn(store)
    await writer.write(request(opened))
    const first = await writer.write(request([listed('usa'), listed('eu')], key))
    await writer.write(request(listed('un')))
    const before = await stored(store)
    const again = await writer.write(request([listed('usa'), listed('eu')], key))
    expect(again.receipt).toEqual({ ...first.receipt, replayed: true })
    expect(again.events).toEqual(first.events)
    expect(await stored(store)).toEqual(before)
  })

  it('does so after a restart', async () => {
    const store = await freshStore()
    const first = await writerOn(store).write(request([opened], key))
    const again = await writerOn(store, 'restarted').write(request([opened], key))
    expect(again.receipt).toEqual({ ...first.receipt, replayed: true })
  })

  it('does so while the first is still waiting', async () => {
    const store = await freshStore()
    const writer = writerOn(store)
    const [first, again] = await Promise.all([
      writer.write(request(opened, key)),
      writer.write(request(opened, key)),
    ])
    expect(again.receipt).toEqual({ ...first.receipt, replayed: true })
    expect(await store.head('talks')).toBe(0)
  })

  it('does so whatever the order of members, and whether or not one command is in an array', async () => {
    const writer = writerOn(await freshStore())
    await writer.write(request(opened, key))
    const turned = Object.fromEntries(Object.entries(opened).reverse())
    expect((await writer.write(request([turned], key))).receipt.replayed).toBe(true)
  })

  it('does so though its If-Match has long been passed', async () => {
    const writer = writerOn(await freshStore())
    await writer.write(request(opened, { ...key, ifMatch: -1 }))
    const again = await writer.write(request(opened, { ...key, ifMatch: -1 }))
    expect(again.receipt.replayed).toBe(true)
  })

  it('does so for what version 0.1 recorded, whose digests have no key', async () => {
    const store = await freshStore()
    const first = await writerOn(store).write(request([opened], key))
    const unkeyed = `sha-256:${hash('sha256', canonicalJson([opened]), 'base64url')}`
    const again = await writerOn(keeping(store, unkeyed)).write(request([opened], key))
    expect(again.receipt).toEqual({ ...first.receipt, replayed: true })
  })

  it('is refused where the ledger was moved here: nobody knows with which request it came', async () => {
    const store = await freshStore()
    await writerOn(store).write(request([opened], key))
    const again = writerOn(keeping(store, '')).write(request([opened], key))
    expect(await refusal(again)).toEqual(['idempotency_key_reused'])
    await expect(again).rejects.toThrow('before the ledger was moved here')
  })

  it('is what a dry run of it shows', async () => {
    const writer = writerOn(await freshStore())
    await writer.write(request(opened, key))
    const { dryRun, receipt } = await writer.write(request(opened, { ...key, dryRun: true }))
    expect({ dryRun, replayed: receipt.replayed }).toEqual({ dryRun: true, replayed: true })
  })
})

describe('an Idempotency-Key', () => {
  it('is refused with another request: other, more or fewer commands', async () => {
    const writer = writerOn(await freshStore())
    await writer.write(request([opened, listed('usa')], key))
    for (const other of [
      [{ ...opened, title: 'Others' }, listed('usa')],
      [opened, listed('usa'), listed('eu')],
      opened,
      listed('eu'),
    ]) {
      expect(await refusal(writer.write(request(other, key)))).toEqual(['idempotency_key_reused'])
    }
  })

  it('is the own of each actor', async () => {
    const writer = writerOn(await freshStore())
    await writer.write(request(opened, key))
    const { receipt } = await writer.write(request(listed('usa'), { ...key, actor: 'a_8' }))
    expect(receipt).toMatchObject({ head: 1, replayed: false })
  })

  it('is not used up by a request that is refused', async () => {
    const writer = writerOn(await freshStore())
    expect(await refusal(writer.write(request(listed('usa'), key)))).toEqual([
      'unknown_negotiation',
    ])
    await writer.write(request(opened, key))
  })

  it('does not go with ids of the recorder', async () => {
    const both = writerOn(await freshStore()).write(request([{ ...opened, id: uuid(1) }], key))
    expect(await refusal(both)).toEqual(['malformed /0/id'])
  })
})

describe('ids that the recorder chose', () => {
  const sent = [{ ...opened, id: uuid(1) }, listed('usa'), { ...listed('eu'), id: uuid(2) }]

  it('make a retry return the first receipt', async () => {
    const store = await freshStore()
    const first = await writerOn(store).write(request(sent))
    const again = await writerOn(store, 'restarted').write(request(sent))
    expect(again.receipt).toEqual({ ...first.receipt, replayed: true })
    expect(await store.head('talks')).toBe(2)
  })

  it('are refused where they are those of another request, each of them', async () => {
    const store = await freshStore()
    const writer = writerOn(store)
    await writer.write(request(sent))
    const other = [listed('un'), { ...listed('uk'), id: uuid(2) }, { ...listed('x'), id: uuid(1) }]
    expect(await refusal(writer.write(request(other)))).toEqual([
      'event_id_taken /1/id',
      'event_id_taken /2/id',
    ])
    const partly = [...sent, { ...listed('un'), id: uuid(3) }]
    expect(await refusal(writer.write(request(partly)))).toContain('event_id_taken /0/id')
    expect(await store.head('talks')).toBe(2)
  })

  it('are each given once in a request', async () => {
    const twice = writerOn(await freshStore()).write(
      request([sent[0], { ...sent[1], id: uuid(1) }]),
    )
    expect(await refusal(twice)).toEqual(['event_id_taken /1/id'])
  })
})
