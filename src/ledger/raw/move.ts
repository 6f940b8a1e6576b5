import type { EventStore, StoredEvent } from '../../store/event-store.ts'
import { bytesOf } from '../batch.ts'
import { MAX_BATCH_EVENTS } from '../limits.ts'
import { rawEvent } from './raw-event.ts'

/** The ledger holds events that are not those to be moved into it. */
export class LedgerNotEmpty extends Error {
  constructor(revision: number) {
    super(`the ledger has another event at revision ${revision}`)
    this.name = 'LedgerNotEmpty'
  }
}

/**
 * The number of the events, from the first on, that the ledger holds already: all that it has,
 * where an earlier move was interrupted.
 *
 * @throws {LedgerNotEmpty} one that it holds is another.
 */
export async function alreadyThere(
  store: EventStore,
  ledger: string,
  events: AsyncIterable<StoredEvent>,
): Promise<number> {
  const moved = events[Symbol.asyncIterator]()
  let count = 0
  try {
    for await (const page of store.read(ledger, 0)) {
      for (const stored of page) {
        const { value, done } = await moved.next()
        if (done === true) return count
        if (!isSame(value, stored)) throw new LedgerNotEmpty(stored.revision)
        count += 1
      }
    }
    return count
  } finally {
    await moved.return?.()
  }
}

function isSame(moved: StoredEvent, stored: StoredEvent): boolean {
  return rawEvent(moved) === rawEvent(stored)
}

/**
 * Appends events as they are from revision `from` on, in as many appends as the store needs.
 *
 * @throws as {@link EventStore.append}.
 */
export async function appendFrom(
  from: number,
  store: EventStore,
  ledger: string,
  events: AsyncIterable<StoredEvent>,
): Promise<void> {
  let batch: StoredEvent[] = []
  let bytes = 0
  const append = async () => {
    const [first] = batch
    if (first !== undefined) await store.append(ledger, first.revision - 1, batch)
    batch = []
    bytes = 0
  }
  for await (const event of events) {
    if (event.revision < from) continue
    const size = bytesOf(event)
    if (batch.length === MAX_BATCH_EVENTS || bytes + size > store.maxBatchBytes) await append()
    batch.push(event)
    bytes += size
  }
  await append()
}
