import type { ProblemCode } from '../../problems/problems.ts'

/** Problems that any request can meet, whatever it asks for. */
export const ANY_REQUEST: readonly ProblemCode[] = [
  'request_malformed',
  'parameter_invalid',
  'header_invalid',
  'request_timeout',
  'authentication_required',
  'credentials_invalid',
  'not_permitted',
  'host_not_allowed',
  'rate_limited',
  'headers_too_large',
  'internal_error',
  'identity_provider_unavailable',
  'store_unavailable',
  'overloaded',
  'shutting_down',
]

/** Problems that whatever is sent line by line can meet as well: a stream of events, a download. */
export const STREAMED: readonly ProblemCode[] = ['too_many_streams', 'streams_full']

/** Problems that are answered where there is no operation at all. */
export const NOWHERE: readonly ProblemCode[] = ['not_found', 'method_not_allowed']

/** Of what reads one ledger. */
export const ONE_LEDGER: readonly ProblemCode[] = [
  'unknown_negotiation',
  'ledger_damaged',
  'store_unavailable',
  'revision_not_reached',
  'workers_busy',
]

/** Of what reads one ledger as of a moment. */
export const AS_OF: readonly ProblemCode[] = [...ONE_LEDGER, 'as_of_invalid', 'unknown_then']

/** Of what reads the index over all ledgers. */
export const ACROSS: readonly ProblemCode[] = ['as_of_invalid', 'index_unavailable', 'workers_busy']

/** Of what takes a body of JSON, or would if it took one. */
export const BODY: readonly ProblemCode[] = [
  'json_malformed',
  'malformed',
  'body_too_large',
  'media_type_unsupported',
]

/** Of what can take more work than one request may cause: texts, stances, entries. */
export const BOUNDED_WORK: readonly ProblemCode[] = ['work_limit_exceeded']

/** Of what has a command decided and appended. */
export const DECIDED: readonly ProblemCode[] = [
  ...ONE_LEDGER,
  'ledger_rolled_back',
  'ledger_foreign',
  'json_malformed',
  'malformed',
  'id_taken',
  'event_id_taken',
  'precondition_failed',
  'body_too_large',
  'request_too_large',
  'event_too_large',
  'too_many_events',
  'media_type_unsupported',
  'unknown_id',
  'unknown_target',
  'level_too_low',
  'entry_erased',
  'quote_not_found',
  ...BOUNDED_WORK,
  'idempotency_key_reused',
]
