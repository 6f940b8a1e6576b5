/** Headers of requests that mean something here. */
export const requestHeaders = {
  'Idempotency-Key':
    'A key by which a retry is recognised for ever: 1 to 255 printable ASCII characters',
  'Log-Key':
    'The key of a log, as a vkey: of a bundle, the one that signs it, from the operator of that service and not from the bundle; of a log that is moved, the one that signs it there',
  'Accept-Datetime': 'A time of the record (RFC 7089), as an HTTP date; without it, now',
  'If-Match':
    'To read, ETags of which one must be that of the reply, else there is none; to record, the revision at which the ledger must end, as an ETag of it, such as "41", or * for a ledger that has events; else nothing is written',
  'If-None-Match':
    'ETags of replies that the client holds; where one is right still, a 304 says so. To record, * alone: only into a ledger without events',
  'Last-Event-ID': 'The id of the last event read; a browser sends it when it connects again',
} as const

/** Headers of replies that mean something beyond HTTP's own. */
export const replyHeaders = {
  ETag: 'Strong validator: the revision, and what else the reply depends on',
  'Ledger-Damaged':
    'Where the ledger was found damaged, and how: `revision=7; kind=foreign`. What is sent lies before it',
  Link: 'Where the next page is, at the same moment, or how it is related (RFC 8288)',
  'Memento-Datetime': 'When the revision that the reply is as of was recorded (RFC 7089)',
  Location: 'Where what was recorded is to be read, or where the browser goes on',
  Unwitnessed:
    'Entries of the checkpoint that this reply has or rests on, which too few of the witnesses that the policy asks for have cosigned yet',
  'Checkpoint-Size': 'Entries of the checkpoint that the timestamp in this reply is on',
  'WWW-Authenticate': 'How to say who sends the request (RFC 6750)',
  'Retry-After': 'Seconds after which to ask again',
} as const

export type RequestHeader = keyof typeof requestHeaders

/** The conditions on which a reply with an ETag can be asked for. */
export const PRECONDITIONS = [
  'If-Match',
  'If-None-Match',
] as const satisfies readonly RequestHeader[]

export type ReplyHeader = keyof typeof replyHeaders

export function headerRefs(names: readonly ReplyHeader[]) {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}
