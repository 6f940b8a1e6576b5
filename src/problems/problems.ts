import { accessProblems } from './access-problems.ts'

/** A kind of problem: what every response with its code has in common. */
export interface ProblemKind {
  /** HTTP status. */
  readonly status: number
  readonly title: string
  /** The meaning of the problem, and the remedy of the client. */
  readonly help: string
}

/** Every problem that a response can report, by its stable code. docs/problems.md is made of it. */
export const problems = {
  json_malformed: {
    status: 400,
    title: 'The body is not JSON',
    help: 'Send UTF-8 text without a byte order mark that is one JSON value: a command, or an array of commands, at most 64 levels deep, with at most 1000 members in an object and 262,144 values in a command. Nothing was written.',
  },
  malformed: {
    status: 400,
    title: 'A command is malformed',
    help: 'A member is unknown, missing, given twice or not what it must be. `errors` points at each, or at the first of many. Nothing was written.',
  },
  parameter_invalid: {
    status: 400,
    title: 'A parameter cannot be used',
    help: 'A query or path parameter is unknown, malformed or given twice. `errors` names each.',
  },
  header_invalid: {
    status: 400,
    title: 'A header cannot be used',
    help: 'A request header is malformed, missing, given twice, or announces a body that the method does not have. `errors` names it.',
  },
  as_of_invalid: {
    status: 400,
    title: 'That moment cannot be read',
    help: 'A revision beyond the head, a transaction time in the future, or two parameters that both say what was known. `errors` names the parameter.',
  },
  request_malformed: {
    status: 400,
    title: 'The request is not HTTP',
    help: 'Its path or its framing cannot be read; `detail` says what to send instead.',
  },
  ...accessProblems,
  not_found: {
    status: 404,
    title: 'There is nothing at this address',
    help: 'No route has this path; the API begins at /v1.',
  },
  unknown_negotiation: {
    status: 404,
    title: 'There is no such negotiation',
    help: 'Nothing was ever recorded in it, or the service asks who its clients are and you have no role in it: the reply is the same. Its admins grant roles in it. A negotiation begins with the event negotiation.opened, which takes the role `creator` where roles count.',
  },
  unknown_then: {
    status: 404,
    title: 'The ledger knows nothing of it at that moment',
    help: 'The address, or the parameter that `errors` names, names something that no event had introduced as of `asOf`. It may be there at a later revision or valid time.',
  },
  method_not_allowed: {
    status: 405,
    title: 'This address does not take that method',
    help: 'The header Allow lists those it takes.',
  },
  request_timeout: {
    status: 408,
    title: 'The request took too long to arrive',
    help: 'Send it again.',
  },
  precondition_failed: {
    status: 412,
    title: 'A precondition does not hold',
    help: 'To record: the head of the ledger is not the revision that If-Match names, so that it has moved on, or it has events where If-None-Match wants none. Read again, decide again, and send with the new ETag. Nothing was written. To read: the reply is not one that If-Match names.',
  },
  id_taken: {
    status: 409,
    title: 'An id is taken',
    help: 'An event introduces an id that another event introduced before. `errors` points at it. Choose another, or correct the entry that has it. Nothing was written.',
  },
  ledger_not_empty: {
    status: 409,
    title: 'The ledger has other events',
    help: 'A ledger is moved, and an archive imported, into a negotiation that has no events, or that an interrupted import of the same file has begun. Choose another id for the negotiation.',
  },
  ledger_foreign: {
    status: 409,
    title: 'Another service signs this ledger',
    help: 'It was imported from the service whose key signs its log, and is read here, not written: two services that add to one ledger would fork its history. Record at that service. Of its checkpoints the one that it came with is served. Nothing was written.',
  },
  origin_taken: {
    status: 409,
    title: 'The service has a ledger of that origin',
    help: 'Two histories of one origin never stand in one service. The file is of the ledger that `detail` names, or a forgery of it: compare their checkpoints. Nothing was written.',
  },
  event_id_taken: {
    status: 409,
    title: 'An event id is taken',
    help: 'The ledger has another event with an id that the request chose. `errors` points at it. Nothing was written.',
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    help: 'The body of the request exceeds the limit in bytes that `detail` names. Divide it into several requests. Nothing was written.',
  },
  request_too_large: {
    status: 413,
    title: 'The request is more than the store appends at once',
    help: 'Its events together exceed the limit in bytes that `detail` names. Divide it into several requests. Nothing was written.',
  },
  event_too_large: {
    status: 413,
    title: 'An event is too large',
    help: 'The body of one event holds at most 256 KiB. A long draft is tabled as a revision followed by its clause operations. Nothing was written.',
  },
  too_many_events: {
    status: 413,
    title: 'The request has too many events',
    help: 'One request is one atomic append of at most 500 events. Divide it into several. Nothing was written.',
  },
  media_type_unsupported: {
    status: 415,
    title: 'The body is of a kind that is not read here',
    help: 'Send commands as application/json, and files to import as application/x-ndjson, neither of them compressed.',
  },
  host_not_allowed: {
    status: 421,
    title: 'The service is not addressed by that name',
    help: 'It answers to localhost and the names in LEDGER_ALLOWED_HOSTS alone, so that no web page elsewhere can reach it under a name of its own.',
  },
  unknown_principal: {
    status: 422,
    title: 'There is no such principal',
    help: 'A key is made for a principal that the service knows, or without `principal` for a new one. Nothing was written.',
  },
  unknown_id: {
    status: 422,
    title: 'An id names nothing',
    help: 'A command names something that no event of the ledger introduces. `errors` points at it. Record that first, or in the same request before it. Nothing was written.',
  },
  level_too_low: {
    status: 422,
    title: 'The level of the entry is too low',
    help: 'An entry names, corrects or cites something that is recorded at a higher level than its own: whoever read the one would learn of the other. Record it at that level or above, or leave the name out. `errors` points at it. Nothing was written.',
  },
  unknown_target: {
    status: 422,
    title: 'A correction has no target',
    help: 'It names an event that the ledger does not have. Nothing was written.',
  },
  entry_erased: {
    status: 410,
    title: 'The entry is erased',
    help: 'The request names an entry that two admins have erased, or records one again under its id or Idempotency-Key: what it said is destroyed, and its id stays taken. Do not send it again. Nothing was written.',
  },
  roles_not_kept: {
    status: 409,
    title: 'No roles are kept here',
    help: 'The service is in the mode open: it asks nobody who they are, and everybody may do everything. Roles are granted where `LEDGER_AUTHENTICATION` is `required`. Nothing was written.',
  },
  role_not_held: {
    status: 422,
    title: 'The principal does not have that role',
    help: 'A role is revoked from a principal who has it there; the list of roles says who has which. Nothing was written.',
  },
  last_lead: {
    status: 422,
    title: 'Nobody would be left in charge',
    help: 'A negotiation always has an admin, and the service an operator, whose role has no end. Grant that role to somebody else first. Nothing was written.',
  },
  quote_not_found: {
    status: 422,
    title: 'The source lacks the quoted words',
    help: 'The ledger holds the text of that source, and the quote is not in it. White space, Unicode normal form, soft hyphens and the kinds of quotation marks and dashes do not count; case and every letter do. `errors` points at what does not fit (`exact`, `prefix`, `suffix` or `start`), and has the nearest passage where there is one. Nothing was written.',
  },
  raw_event_invalid: {
    status: 422,
    title: 'A raw event does not hold together',
    help: 'A line of the file is not an event as a ledger exports it, or does not follow the one before. `errors` names the line and says what does not hold. Nothing was written.',
  },
  bundle_invalid: {
    status: 422,
    title: 'The bundle is not what its log says',
    help: 'It is cut, reordered, forged, or not signed by the key in Log-Key. `detail` says what does not hold. Nothing was written.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'The Idempotency-Key served another request',
    help: 'A key stands for one request for ever. Send this one under a new key. Nothing was written.',
  },
  work_limit_exceeded: {
    status: 422,
    title: 'That takes more work than one request may cause',
    help: 'It goes beyond a limit that `detail` names: on clauses, characters, time or memory where texts are read, matched or compared, on stances where the whole matrix is read or compared, or on what an entry may add. Divide the text or the entry, or compare revisions that are nearer to one another; of stances, ask for one party or one subject. Nothing was written.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests from this client',
    help: 'The operator allows each client so many requests a minute, a principal or, where nobody is asked, an address; the RateLimit headers say how many are left. Send it again after the seconds in Retry-After.',
  },
  too_many_streams: {
    status: 429,
    title: 'Too many streams or downloads to this client',
    help: 'The operator allows each client so many streams of events and downloads at once, a principal or, where nobody is asked, an address. Close one that is not read, or ask again after the seconds in Retry-After.',
  },
  headers_too_large: {
    status: 431,
    title: 'The headers are too large',
    help: 'Send less than 16 KiB of headers, the address with its query included.',
  },
  internal_error: {
    status: 500,
    title: 'The service failed',
    help: 'The fault is ours. `instance` finds it in the log.',
  },
  ledger_damaged: {
    status: 500,
    title: 'The ledger does not hold together',
    help: 'What is stored is not what was recorded: events are missing or altered. `damage` names the ledger, the first revision concerned and the kind of damage. No answer that follows from them is served, and nothing is added, until the operator has restored a backup; reads as of a revision or a transaction time before it are answered, and the events before it exported with `from` and `limit`, marked by the header `Ledger-Damaged`. Other negotiations are not concerned.',
  },
  ledger_rolled_back: {
    status: 500,
    title: 'The ledger is not what was signed',
    help: 'The store holds fewer entries than the service has signed, or others: most likely an older copy of the data folder was put back. Nothing is added to it and nothing signed, so that its log does not fork. Its operator has to put the newer data back; docs/operate.md says what else there is to do.',
  },
  identity_provider_unavailable: {
    status: 503,
    title: 'The provider of identities does not answer',
    help: 'Access tokens cannot be checked without its keys; access keys can. Ask again after the seconds in Retry-After; the operator has the reason in the log.',
  },
  store_unavailable: {
    status: 503,
    title: 'The store cannot serve just now',
    help: 'Send it again after the seconds in Retry-After; with an Idempotency-Key nothing is recorded twice.',
  },
  temporary_files_unavailable: {
    status: 503,
    title: 'The service cannot keep temporary files just now',
    help: 'A bundle or a file of raw events is verified in a temporary file before anything is recorded, and the disk for it is full or cannot be written. Nothing was written. Send it again after the seconds in Retry-After; the operator has to make room in the folder that `TMPDIR` names, `/tmp` by default.',
  },
  reader_too_slow: {
    status: 503,
    title: 'The reader took too long',
    help: 'A stream of events ends with this in its last event where what was waiting was not read in time. Connect again with the id of the last event read: nothing is missing.',
  },
  streams_full: {
    status: 503,
    title: 'No more streams or downloads can be served just now',
    help: 'The operator allows so many streams of events and downloads at once, to all clients together. Ask again after the seconds in Retry-After, and read the events meanwhile from their list.',
  },
  index_unavailable: {
    status: 503,
    title: 'The index over all negotiations cannot serve just now',
    help: 'The catalogue and the search wait for it; all else is served. Ask again after the seconds in Retry-After.',
  },
  workers_busy: {
    status: 503,
    title: 'Too much work is waiting',
    help: 'Searches, imports, digests, and reading, matching and comparing texts take turns. Too many requests wait for theirs, or this one has waited too long; all else is served. Send it again after the seconds in Retry-After.',
  },
  overloaded: {
    status: 503,
    title: 'The service has more to do than it can',
    help: 'It is held up, or short of memory, and refuses what comes until that is over; what it has begun goes on. Nothing was written. Send it again after the seconds in Retry-After.',
  },
  shutting_down: {
    status: 503,
    title: 'The service is going down',
    help: 'It finishes what it accepted and takes nothing new. Send it again after the seconds in Retry-After.',
  },
  revision_not_reached: {
    status: 503,
    title: 'The ledger has not reached that revision',
    help: 'What minRevision asks for is not recorded yet, or the reading of a ledger that was not in use came to a halt. Ask again after the seconds in Retry-After.',
  },
} as const satisfies Record<string, ProblemKind>

/** A stable code. */
export type ProblemCode = keyof typeof problems
