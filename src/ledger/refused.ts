import { type Refusal, type RefusalCode, sentenceOn } from '../decide/refusal.ts'
import { allReasons } from '../words/en/all-reasons.ts'
import { requestParts } from '../words/en/request-parts.ts'
import { type AnyReason, reason } from '../words/reason.ts'
import { renderReason } from '../words/words.ts'

/** The codes of refusals: those of the rules, and those of the ledger. */
export type LedgerRefusalCode =
  | RefusalCode
  /** An id that the recorder chose for an event is that of another event. */
  | 'event_id_taken'
  /** The Idempotency-Key came with another request before. */
  | 'idempotency_key_reused'
  /** The ledger's head is not the revision that the request insists on. */
  | 'precondition_failed'
  | 'too_many_events'
  /** The body of one event is too large. */
  | 'event_too_large'
  /** The events of the request together exceed what the store appends at once. */
  | 'request_too_large'
  /** An archive comes to a ledger that has entries of its own. */
  | 'ledger_not_empty'
  /** The wait for a revision came to its end. */
  | 'revision_not_reached'
  /** The service is going down and takes nothing new. */
  | 'shutting_down'

export type LedgerRefusal = Refusal<LedgerRefusalCode, AnyReason> & {
  /** The header of the request that it turns on, where its code does not say which. */
  readonly header?: string
}

/** The request is refused, and nothing was written on its behalf. */
export class Refused extends Error {
  /** At least one; all that is wrong with the request. */
  readonly refusals: readonly LedgerRefusal[]
  /** The ledger's head, where the refusal turns on it: -1 where the ledger has no events. */
  readonly head: number | undefined
  constructor(refusals: readonly LedgerRefusal[], head?: number) {
    super(
      refusals
        .map(({ header, pointer, what }) =>
          sentenceOn(header ?? (pointer || requestParts.request), renderReason(allReasons, what)),
        )
        .join(' '),
    )
    this.name = 'Refused'
    this.refusals = refusals
    this.head = head
  }
}

/** A refusal for one reason. */
export function refused(code: LedgerRefusalCode, what: AnyReason, pointer = ''): Refused {
  return new Refused([{ code, what, pointer }])
}

/** The refusal of a request that comes while the service goes down. */
export const SHUTTING_DOWN = reason('shutting_down', {})
