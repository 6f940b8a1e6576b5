import { didYouMean } from './reason-parts.ts'

interface OfNearest {
  readonly nearest?: string
}

/** A number beyond a limit. */
interface OfLimit {
  readonly limit: number
  readonly given: number
}

/** A point on both axes of time, as a reply tells it. */
interface OfMoment {
  readonly revision: number
  readonly validTime: string | null
}

interface OfId {
  readonly id: string
}

/** Reasons of the service against a parameter, a header or an id, in English. */
export const requestReasons = {
  principal_unknown: ({ principal, nearest }: OfNearest & { readonly principal: string }) =>
    `names no principal of this service: "${principal}"${didYouMean(nearest)}; correct the id`,
  access_key_unknown: ({ key, nearest }: OfNearest & { readonly key: string }) =>
    `names no access key: "${key}"${didYouMean(nearest)}; correct the id`,
  party_unknown: ({ party, nearest }: OfNearest & { readonly party: string }) =>
    `names no party of the negotiation: "${party}"${didYouMean(nearest)}; correct the id, or list the party first`,
  clearance_unknown: ({
    clearance,
    levels,
  }: {
    readonly clearance: string
    readonly levels: readonly string[]
  }) =>
    `is "${clearance}", which is no level of the negotiation: choose one of ${levels.join(', ')}`,
  roles_not_kept: () =>
    'changes roles, and this service keeps none, since it asks nobody who they are: send it to one whose authentication is required',
  erasure_without_roles: () =>
    'is about an erasure, which takes two admins, and this service keeps no roles, since it asks nobody who they are: send it to one whose authentication is required',
  erasure_not_asked: ({ event }: { readonly event: string }) =>
    `names ${event}, whose erasure nobody has asked for: ask for it, and let another admin confirm it`,
  erasure_own: () =>
    'names an erasure that you asked for yourself: leave it to another admin to confirm it',
  erasure_of_former_admin: () =>
    'names an erasure that was asked for by somebody who is no admin any more: ask for it yourself, and let another admin confirm it',
  repeated: () => 'is given more than once: send it once',
  not_percent_encoded: () =>
    'is not percent-encoded UTF-8: write % as %25, and other characters likewise',
  cursor_unknown: () =>
    'is no cursor of this list: send nextCursor of the page before, with the same other parameters, or leave it out',
  moment_of_cursor: ({ name }: { readonly name: string }) =>
    `is not that of the cursor: leave ${name} or the cursor out`,
  with_other_parameter: ({ other }: { readonly other: string }) =>
    `cannot be given with ${other}, since both say what was known: leave one out`,
  beyond_head: ({ limit, given }: OfLimit) => `must be at most ${limit}, the head, not ${given}`,
  in_future: ({ latest }: { readonly latest?: string }) =>
    latest === undefined
      ? 'is in the future: leave it out to read what is known now'
      : `is in the future: it must be at most ${latest}`,
  before_first_entry: ({ first }: { readonly first: string }) =>
    `is before the first entry: ask for ${first} or later`,
  start_missing: () => 'is missing: add it, or fromTransactionTime, or fromValidTime',
  start_after_end: ({ revision }: { readonly revision: number }) =>
    `is after revision ${revision}, with which it is compared: choose an earlier one`,
  unknown_at_moment: ({
    id,
    parameters,
    revision,
    validTime,
  }: OfId & OfMoment & { readonly parameters: number }) =>
    `"${id}" names${parameters === 1 ? '' : ', with the other parameters,'} nothing that is known at revision ${revision} and valid time ${validTime}: correct it, or ask for another moment`,
  draft_unknown: ({ id, negotiation }: OfId & { readonly negotiation?: string }) =>
    negotiation === undefined
      ? `"${id}" names no draft that is known: correct the id, or table the draft first`
      : `"${id}" names no draft that was ever known in ${negotiation}: correct the id`,
  revision_unknown: ({ id, draft }: { readonly id?: string; readonly draft?: string }) =>
    `names${id === undefined ? '' : ` "${id}"`} no revision of ${draft ?? 'any draft'} that is known at that moment: correct the id, or the moment`,
  entry_unknown: () => 'names no event of the ledger: give the revision or the UUID of one',
  size_out_of_range: ({ least, limit, given }: OfLimit & { readonly least: number }) =>
    `must be from ${least} to ${limit}, the entries of the log, not ${given}`,
  beyond_proof: ({ limit, given }: OfLimit) =>
    `must be below ${limit}, the entries that the proof is of, not ${given}`,
  beyond_bundle: ({ limit, given }: OfLimit) =>
    `must be at most ${limit}, the entries of the bundle, not ${given}`,
  not_after_start: () => 'must be after validFrom',
  revision_without_negotiation: () =>
    'needs the parameter negotiation: revisions are counted in each',
  access_ledger: () =>
    'is the id of an access ledger, or begins as those do: give a negotiation an id that does not begin with access-',
  not_a_place: () =>
    'must be a revision, a whole number from 0 on: send the id of the last event that was read',
  place_unknown: () =>
    'is no id that this stream gave out: send the id of the last event that was read',
  not_an_idempotency_key: () => 'must be 1 to 255 printable ASCII characters',
  idempotency_key_needed: () =>
    'is needed: give one, with which the same file can be sent again after an interruption',
  with_if_match: () => 'cannot be given with If-Match: leave one out',
  only_any: () => 'must be * where something is to be recorded',
  weak_validator: () => 'takes a strong validator alone: leave W/ out',
  not_an_etag: ({ given }: { readonly given: string }) =>
    `must be one ETag of this ledger, such as "41", or *, not ${given}`,
  no_etags: ({ given }: { readonly given: string }) =>
    `must be ETags in double quotes, or *, not ${given}`,
  other_reply: ({ etag }: { readonly etag: string }) =>
    `names no reply that is here now: its ETag is ${etag}. Send that, or leave the header out`,
  not_an_http_date: () => 'must be an HTTP date, such as Mon, 01 Dec 2025 12:00:00 GMT',
  host_missing: () => 'is missing: send the name that the service is addressed by',
  host_unknown: ({ host }: { readonly host: string }) =>
    `must be localhost, or a name in LEDGER_ALLOWED_HOSTS, not ${host || 'empty'}`,
  body_of_read: ({ method }: { readonly method: string }) =>
    `announces a body, and ${method} has none here: send none`,
  charset_unknown: ({ charset }: { readonly charset: string }) =>
    `must name UTF-8 as its charset, or none, not ${charset}`,
  encoding_unknown: ({ encoding }: { readonly encoding: string }) =>
    `must be identity, or left out, not ${encoding}`,
  media_type_unknown: ({
    mediaTypes,
    given,
  }: {
    readonly mediaTypes: readonly string[]
    readonly given?: string
  }) =>
    `must be ${mediaTypes.join(' or ')}, ${given === undefined ? 'and is missing' : `not ${given}`}`,
  length_not_a_number: () => 'must be a number of bytes',
  length_repeated: () =>
    'is given more than once, or with Transfer-Encoding: send it once, and alone',
  framing_unknown: () => 'must be chunked, and stand without Content-Length: send one of the two',
  log_key_needed: () =>
    'is needed, since nothing in a bundle vouches for its key: give the vkey of the log',
  not_a_vkey: ({ why }: { readonly why: string }) => `is no vkey: ${why}`,
  key_of_other_log: ({ origin }: { readonly origin: string }) => `must be a key of ${origin}`,
  unsigned_not_accepted: () =>
    'must be accepted: nothing in raw events proves that they are whole, or who recorded them; a bundle does',
  too_long_to_try: () =>
    'must be left out for a file beyond one request: what comes later rests on what comes before',
  log_foreign: ({ why }: { readonly why: string }) =>
    `names a ledger of another service: ${why}, so write to it there`,
}
