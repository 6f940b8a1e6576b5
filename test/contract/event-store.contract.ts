import { afterEach, beforeEach, describe } from 'vitest'
import type { EventStore } from '../../src/store/event-store.ts'
import { appending } from './appending.ts'
import { enduring } from './enduring.ts'
import { feeding } from './feeding.ts'
import { reading } from './reading.ts'
import { subscribing } from './subscribing.ts'

/** A place where one store keeps its data. */
export interface Place {
  /** Opens the store on whatever the place holds: called again after a close, on what was kept. */
  open(): Promise<EventStore>
  /** Removes the place; its stores have been closed. */
  cleanup(): Promise<void>
}

/** The store that a test uses. */
export interface Fixture {
  store: EventStore
  /** Closes the store and puts another in its stead, on the same data. */
  reopen(): Promise<void>
}

/**
 * Holds an adapter to the port. Numbers in test titles are those of the store invariants listed in
 * `docs/store.md`, which also says which of them do not apply.
 *
 * @param factory makes an empty place for each test. The contract tells its events from those of
 *   others by the names of their ledgers, so places may share a server.
 */
export function eventStoreContract(name: string, factory: () => Promise<Place>): void {
  describe(`${name} keeps the contract of the event store`, () => {
    const fixture = {} as Fixture
    let place: Place

    beforeEach(async () => {
      place = await factory()
      fixture.store = await place.open()
      fixture.reopen = async () => {
        await fixture.store.close()
        fixture.store = await place.open()
      }
    })
    afterEach(async () => {
      await fixture.store.close()
      await place.cleanup()
    })

    appending(fixture)
    reading(fixture)
    subscribing(fixture)
    feeding(fixture)
    enduring(fixture)
  })
}
