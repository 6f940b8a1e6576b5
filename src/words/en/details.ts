import type { AnyReason } from '../reason.ts'
import { renderCoded } from '../words.ts'
import { allReasons } from './all-reasons.ts'
import { counted } from './plural.ts'
import { requestParts } from './request-parts.ts'

interface OfWhy {
  /** In the words of the store, a library or another service. */
  readonly why: string
}

interface OfMost {
  readonly most: number
}

/** Details of problems that concern no single part of the request: whole sentences, in English. */
export const details = {
  request_refused: ({ what }: { readonly what: AnyReason }) =>
    `${requestParts.request} ${renderCoded(allReasons, what)}.`,
  none_at_moment: ({
    revision,
    validTime,
  }: {
    readonly revision: number
    readonly validTime: string | null
  }) =>
    `There is none known at revision ${revision} and valid time ${validTime}: ask for a later moment.`,
  role_needed: ({
    takes,
    own,
    place,
  }: {
    readonly takes: readonly string[]
    readonly own: readonly string[]
    readonly place: 'service' | 'negotiation'
  }) =>
    `This takes the role ${takes.join(' or ')}${place === 'service' ? ' of the service' : ''}, and you have ${own.join(', ') || 'none'} in the ${place}.`,
  scope_needed: ({
    scopes,
    scope,
  }: {
    readonly scopes: readonly string[]
    readonly scope: string
  }) => `The credentials are for ${scopes.join(', ')}, and this takes ${scope}.`,
  no_sender: () =>
    'The request does not say who sends it: send an access key or token as Authorization: Bearer.',
  session_ended: () => 'The session in this browser has ended: log in again.',
  credentials_unknown: () =>
    'The header Authorization has no key or token that is valid here: send one as Bearer, or ask an operator for another.',
  key_unknown: () =>
    'The access key is mistyped, has expired or was revoked: paste all of it, from ledger_ on, or ask whoever runs the service for another.',
  other_page: () => 'Only a page of this service itself begins and ends sessions and logins.',
  sessions_of_others: () =>
    'The sessions of others are ended by operators, with the scope operate: ask one of them.',
  look_without_sender: () =>
    'The service does not know who sends this, so it keeps no look: send an access key, or keep it yourself.',
  no_login: () => 'People do not log in at a provider here: log in to the dashboard by a key.',
  reads_not_noted: () => 'Nobody is asked who they are here, so that no reads are noted.',
  import_confined: () => 'A whole ledger is imported by those who may record for all parties.',
  shutting_down: () => 'The service is shutting down.',
  clearance_changed: () =>
    'You are cleared for another level than before: read the negotiation anew.',
  reader_too_slow: ({ milliseconds }: { readonly milliseconds: number }) =>
    `The reader took nothing for ${milliseconds} ms.`,
  client_streams: ({ most }: OfMost) => `A client may read ${most} streams and downloads at once.`,
  all_streams: ({ most }: OfMost) => `The service serves ${most} streams and downloads at once.`,
  rate_limited: ({ most, seconds }: OfMost & { readonly seconds: number }) =>
    `${counted(most, { one: 'request', other: 'requests' })} a minute are allowed; there are more in ${counted(seconds, { one: 'second', other: 'seconds' })}.`,
  overloaded: () => 'The service has more to do than it can: send it again in some seconds.',
  provider_unavailable: ({ why }: OfWhy) => sentence(why),
  store_unavailable: ({ why }: OfWhy) => sentence(why),
  store_not_ready: ({ why }: { readonly why?: string }) =>
    `The store is not ready${why === undefined ? '' : `: ${why}`}.`,
  index_unavailable: ({ why }: OfWhy) => sentence(why),
  no_temporary_file: ({ why }: OfWhy) => `No temporary file can be kept: ${why}.`,
  batch_too_large: ({ bytes, most }: OfMost & { readonly bytes: number }) =>
    `A batch of ${bytes} bytes exceeds the store's limit of ${most}.`,
  limit_exceeded: ({ why }: OfWhy) => sentence(why),
  workers_busy: ({ why }: OfWhy) => sentence(why),
  ledger_rolled_back: () => 'It ends before what was signed, or differs from it.',
  ledger_damaged: ({
    ledger,
    why,
  }: OfWhy & { readonly ledger: string; readonly revision: number | null }) =>
    sentence(`${ledger}: ${why}`),
  ledger_not_empty: ({ why }: OfWhy) => `It cannot be imported: ${why}.`,
  origin_taken: ({
    origin,
    negotiation,
  }: {
    readonly origin: string
    readonly negotiation?: string
  }) =>
    `The service has the ledger of ${origin}${negotiation === undefined ? '' : `: ${negotiation}`}.`,
  origin_elsewhere: ({
    origin,
    negotiation,
  }: {
    readonly origin: string
    readonly negotiation: string
  }) => `With KurrentDB, ${origin} is imported as ${negotiation} alone.`,
  bundle_invalid: ({ why }: OfWhy) => `The bundle is not what its log says: ${why}.`,
  nothing_at: ({ path }: { readonly path: string }) =>
    `There is nothing at ${path}: /docs/api lists the addresses.`,
  no_tile: () => 'The log has no such tile.',
  no_timestamp: ({ size }: { readonly size: number }) =>
    `No authority has stamped a checkpoint of ${counted(size, { one: 'entry', other: 'entries' })} or fewer.`,
  method_not_taken: ({ method, allow }: { readonly method: string; readonly allow: string }) =>
    `This address does not take ${method}: send one of ${allow}.`,
  address_not_utf8: ({ part }: { readonly part: string }) =>
    `The address is not percent-encoded UTF-8 at ${part}: write % as %25, and other characters likewise.`,
  file_differs: () =>
    'This file is not as If-Match or If-Unmodified-Since wants it: leave them out.',
  not_taken: ({ why }: OfWhy) => sentence(why),
  service_failed: () => 'The service failed on this request.',
  no_tunnels: () => 'This service opens no tunnels: send one of GET, HEAD, OPTIONS, POST.',
  request_line: () =>
    'The request line is not an address without blanks, a blank, and HTTP/1.1: write it so.',
  line_ends: () =>
    'A line of the head does not end in CR and LF: end each so, and the head with two.',
  method_unknown: () => 'The method is none of HTTP: send GET, HEAD, OPTIONS or POST, in capitals.',
  http_2: () =>
    'The connection begins as HTTP/2 does, and this service speaks HTTP/1.1: send that.',
  address_characters: () =>
    'The address has a character that no address has: begin it with /, and write as %HH, in UTF-8, whatever is not ASCII.',
  header_malformed: () =>
    'A header is malformed: write a name without blanks, a colon, and on the same line a value without control characters.',
  chunk_size: () =>
    'A chunk of the body does not begin with its size in hexadecimal digits: begin each so.',
  connection_ended: () =>
    'The connection ended before the request did: send as many bytes as Content-Length says, or the last chunk.',
  not_http: () => 'The request cannot be read: send HTTP/1.1, as RFC 9112 has it.',
  request_late: () => 'The request took too long to arrive: send it again, all at once.',
  head_too_large: () =>
    'The address and the headers are larger than 16 KiB together: send fewer or shorter ones.',
  tls: () =>
    'The connection begins with TLS, and this service speaks HTTP without it: begin the address with http:// or ask the proxy that has the certificate.',
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`
}
