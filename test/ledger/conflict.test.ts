import { describe, expect, it } from 'vitest'
import type { EventStore } from '../../src/store/event-store.ts'
import { listed, of, opened } from '../decide/commands.ts'
import { freshStore, refusal, request, stored, storeWith, writerOn } from './kit.ts'

/** Two instances of the service on one store, both of which know of a negotiation just opened. */
async function twoInstances(store?: EventStore) {
  const shared = store ?? (await freshStore())
  const [here, there] = [writerOn(shared, 'here'), writerOn(shared, 'there')]
  await here.write(request(opened))
  await refusal(there.write(request(opened)))
  return { store: shared, here, there }
}

describe('when another instance has written', () => {
  it('a request is decided again and recorded after it', async () => {
    const { store, here, there } = await twoInstances()
    await there.write(request([listed('eu'), listed('un')]))
    const { receipt } = await here.write(request(listed('usa')))
    expect(receipt.events[0]?.revision).toBe(3)
    expect((await stored(store)).map(({ revision }) => revision)).toEqual([0, 1, 2, 3])
  })

  it('a request is refused where what was written forbids it', async () => {
    const { store, here, there } = await twoInstances()
    await there.write(request(listed('usa')))
    expect(await refusal(here.write(request(listed('usa'))))).toEqual(['id_taken /party'])
    expect(await store.head('talks')).toBe(1)
  })

  it('a request is not refused for want of what was written', async () => {
    const { here, there } = await twoInstances()
    await there.write(request(listed('usa')))
    const withdrawn = request(of('party.withdrawn', { party: 'usa' }))
    expect((await here.write({ ...withdrawn, dryRun: true })).receipt.head).toBe(2)
    expect((await here.write(withdrawn)).receipt.head).toBe(2)
  })

  it('a request with If-Match is refused, and says where the ledger is', async () => {
    const { here, there } = await twoInstances()
    await there.write(request([listed('eu'), listed('un')]))
    const insisting = here.write(request(listed('usa'), { ifMatch: 0 }))
    await expect(insisting).rejects.toMatchObject({ head: 2 })
    expect(await refusal(insisting)).toEqual(['precondition_failed'])
  })

  it('the very same request, it is recognised as a retry', async () => {
    const { store, here, there } = await twoInstances()
    const sent = request(listed('usa'), { idempotencyKey: 'k' })
    const first = await there.write(sent)
    const again = await here.write(sent)
    expect(again.receipt).toEqual({ ...first.receipt, replayed: true })
    expect(await store.head('talks')).toBe(1)
  })

  it('transaction time goes on from what was written', async () => {
    const store = await freshStore()
    const ahead = writerOn(store, 'ahead', () => Date.UTC(2030, 0))
    const here = writerOn(store)
    await here.write(request(opened))
    await ahead.write(request(listed('eu')))
    const { receipt } = await here.write(request(listed('usa')))
    expect(receipt.events[0]?.recordedAt).toBe('2030-01-01T00:00:00.000Z')
  })
})

describe('when another instance gets in first every time', () => {
  it('the client is told to come back, and nothing is written for it', async () => {
    const store = await freshStore()
    const rival = writerOn(store, 'rival')
    await rival.write(request(opened))
    let parties = 0
    const overtaken = storeWith(store, {
      append: async (...given) => {
        await rival.write(request(listed(`p${parties++}`)))
        return store.append(...given)
      },
    })
    const late = writerOn(overtaken).write(request(listed('usa')))
    await expect(late).rejects.toMatchObject({ name: 'StoreUnavailable' })
    expect((await stored(store)).some(({ body }) => body.includes('usa'))).toBe(false)
  })
})
