import type { StoredEvent } from '../store/event-store.ts'
import { type LedgerRefusal, Refused } from './refused.ts'
import type { ReadRequest } from './request.ts'
import type { RequestDigests } from './request-digests.ts'
import { isLevelled } from './view.ts'

/**
 * Tells a retry from a request that happens upon ids that are taken. The comparison is by digest of
 * the whole request, whatever the store makes of a repeated id.
 *
 * @param ids those of the request's events.
 * @param found the ledger's events with these ids, undefined for an id that it does not have; at least one is.
 * @param isKnown tells if the sender may read an event. A retry of one that they may not read is theirs
 *   if they recorded it; of others' the digest would confirm what they guess.
 * @returns the events of the first time.
 * @throws {Refused} `entry_erased`; `idempotency_key_reused` or `event_id_taken`: it is another request, or that is
 *   not known of events that were recorded elsewhere.
 */
export function firstTime(
  request: ReadRequest,
  ids: readonly string[],
  found: readonly (StoredEvent | undefined)[],
  {
    digests,
    isKnown,
  }: { readonly digests: RequestDigests; readonly isKnown: (event: StoredEvent) => boolean },
): readonly StoredEvent[] {
  const own = digests.allOf(request.sent)
  const isOwn = ({ header }: StoredEvent) => JSON.parse(header).actor === request.actor
  const same = found.filter(
    (event) => event !== undefined && own.has(event.request) && (isKnown(event) || isOwn(event)),
  )
  if (same.length === ids.length) return same as StoredEvent[]
  const erased = found.find((event) => event && isLevelled(event) && event.body === '')
  if (erased !== undefined) {
    const what = `names ${erased.id}, an entry that is erased, and whose request is not known any more: do not send it again`
    throw new Refused([{ code: 'entry_erased', what, pointer: '' }])
  }
  if (request.idempotencyKey !== undefined) {
    const what = found.some((event) => event?.request === '')
      ? 'came with a request before the ledger was moved here, and a moved ledger does not tell with which: look at what was recorded, and send this one under a new key if it is another'
      : 'came with another request before: send this one under a new key'
    throw new Refused([
      { code: 'idempotency_key_reused', what, pointer: '', header: 'Idempotency-Key' },
    ])
  }
  throw new Refused(
    found.flatMap((event, index): LedgerRefusal[] => {
      if (event === undefined) return []
      const what = `is ${event.id}, which is an event of another request: choose another UUID`
      return [{ code: 'event_id_taken', what, pointer: `${request.pointerTo(index)}/id` }]
    }),
  )
}
