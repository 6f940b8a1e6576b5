interface OfBytes {
  readonly bytes: number
  readonly most: number
}

interface OfId {
  readonly id: string
}

/** Reasons of the ledger against a request to record, in English. */
export const ledgerReasons = {
  shutting_down: () => 'came while the service is shutting down: send it again later',
  revision_not_reached: ({ revision }: { readonly revision: number }) =>
    `waits for revision ${revision}, which the ledger has not reached: ask again later`,
  request_erased: ({ id }: OfId) =>
    `names ${id}, an entry that is erased, and whose request is not known any more: do not send it again`,
  key_before_move: () =>
    'came with a request before the ledger was moved here, and a moved ledger does not tell with which: look at what was recorded, and send this one under a new key if it is another',
  key_reused: () => 'came with another request before: send this one under a new key',
  event_id_of_other_request: ({ id }: OfId) =>
    `is ${id}, which is an event of another request: choose another UUID`,
  event_id_repeated: ({ id }: OfId) =>
    `is ${id}, as that of another event of the request: choose another UUID`,
  event_id_with_key: () =>
    'cannot be given together with an Idempotency-Key: leave one of them out',
  too_many_events: ({ count, most }: { readonly count: number; readonly most: number }) =>
    `must carry at most ${most} events, not ${count}: divide it into several`,
  event_too_large: ({ bytes, most }: OfBytes) =>
    `must have a body of at most ${most} bytes, not ${bytes}: divide it`,
  request_too_large: ({ bytes, most }: OfBytes) =>
    `has ${bytes} bytes, and the store appends at most ${most} bytes at once: divide it into several`,
  ledger_open_already: () => 'opens a negotiation that is open already: choose another id for it',
  negotiation_open_already: () => 'opens a negotiation that is open already: choose another id',
  events_wanted: () =>
    'asks for a ledger that has events, and this one has none: leave the header out to begin it',
  head_differs: ({ wanted, head }: { readonly wanted: number | 'any'; readonly head: number }) =>
    `names revision ${wanted}, and the head of the ledger is ${head}: read again, and send the new ETag`,
  no_events_wanted: ({ head }: { readonly head: number }) =>
    `asks for a ledger without events, and its head is ${head}: choose another id, or leave the header out`,
  recording_time_missing: () =>
    'is missing: give the time at which the other system recorded the entry, such as 2017-05-04T09:30:00Z',
  not_a_recording_time: () =>
    'must be the time at which the other system recorded the entry, such as 2017-05-04T09:30:00Z',
  archive_into_ledger: () =>
    'cannot be added: the ledger has entries of its own, and an archive fills one that is empty or holds nothing but archives. Choose another id for the negotiation',
  recorded_before_former: ({ time, before }: { readonly time: string; readonly before: string }) =>
    `is ${time}, earlier than that of the entry before it, ${before}: put the lines in the order in which they were recorded`,
  recorded_in_future: ({ time }: { readonly time: string }) =>
    `is ${time}, in the future: correct it, since an archive holds what was recorded before`,
}
