/** Headers of requests and replies that the documentation tells of, by their names. */
export const headers = {
  'Idempotency-Key':
    'A key by which a retry is recognised for ever: 1 to 255 printable ASCII characters',
  'If-Match':
    'The revision at which the ledger must end, as an ETag of it, such as "41"; else nothing is written',
  'If-None-Match':
    'ETags of replies that the client holds; where one still is right, a 304 says so',
  'Last-Event-ID': 'The id of the last event read; a browser sends it when it connects again',
  ETag: 'Strong validator: the revision, and what else the reply depends on',
  Link: 'Where the next page is, at the same moment (RFC 8288); absent on the last',
  Location: 'Where what was recorded is to be read',
  'Retry-After': 'Seconds after which to ask again',
  Allow: 'The methods that the address takes',
} as const

export type HeaderName = keyof typeof headers

export function headerRefs(names: readonly HeaderName[]) {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}
