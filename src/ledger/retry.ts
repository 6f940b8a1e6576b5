import type { StoredEvent } from '../store/event-store.ts'
import { reason } from '../words/reason.ts'
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
    const what = reason('request_erased', { id: erased.id })
    throw new Refused([{ code: 'entry_erased', what, pointer: '' }])
  }
  if (request.idempotencyKey !== undefined) {
    const isMoved = found.some((event) => event?.request === '')
    const what = reason(isMoved ? 'key_before_move' : 'key_reused', {})
    throw new Refused([
      { code: 'idempotency_key_reused', what, pointer: '', header: 'Idempotency-Key' },
    ])
  }
  throw new Refused(
    found.flatMap((event, index): LedgerRefusal[] => {
      if (event === undefined) return []
      const what = reason('event_id_of_other_request', { id: event.id })
      return [{ code: 'event_id_taken', what, pointer: `${request.pointerTo(index)}/id` }]
    }),
  )
}
