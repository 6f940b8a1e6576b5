import { BatchTooLarge, type StoredEvent } from './event-store.ts'

/**
 * All that can be said of a batch before looking at its ledger.
 *
 * @param limit the most that the store takes in one append, in bytes.
 * @returns its size, in bytes of UTF-8 over all texts.
 * @throws {RangeError} it cannot be an append at that place.
 * @throws {BatchTooLarge}
 */
export function measureBatch(
  ledger: string,
  expectedRevision: number,
  events: readonly StoredEvent[],
  limit: number,
): number {
  if (ledger === '' || !ledger.isWellFormed()) throw new RangeError('a ledger needs a name')
  if (!Number.isSafeInteger(expectedRevision) || expectedRevision < -1) {
    throw new RangeError(`${expectedRevision} is not a revision to append after`)
  }
  let bytes = 0
  for (const [index, event] of events.entries()) {
    const place = expectedRevision + 1 + index
    if (event.revision !== place) {
      throw new RangeError(`an event of revision ${event.revision} at the place of ${place}`)
    }
    for (const text of texts(event)) {
      if (!text.isWellFormed()) throw new RangeError(`event ${event.id} has a lone surrogate`)
      bytes += Buffer.byteLength(text)
    }
  }
  if (bytes > limit) throw new BatchTooLarge(bytes, limit)
  return bytes
}

/** Tells if two events are the same in every text. */
export function sameEvent(a: StoredEvent, b: StoredEvent): boolean {
  const other = texts(b)
  return texts(a).every((text, index) => text === other[index])
}

function texts(event: StoredEvent): readonly string[] {
  return [event.id, event.type, event.header, event.salt, event.body, event.request]
}
