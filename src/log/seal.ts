import type { UncertainDate } from '../../events/envelope.ts'
import type { StoredEvent } from '../store/event-store.ts'
import { canonicalJson } from './canonical-json.ts'
import { bodyDigest, type Salt } from './digest.ts'
import { inCanonicalOrder, isHeader, MAX_HEADER_BYTES } from './header.ts'
import { keepOpened } from './open.ts'

/** An event as it is decided and placed, before it is made into texts. */
export interface EventDraft {
  /** `<host>/n/<negotiation id>` */
  readonly origin: string
  readonly revision: number
  /** UUID, lower case. */
  readonly id: string
  readonly type: string
  readonly schema: number
  readonly actor: string
  /** UTC milliseconds. */
  readonly recordedAt: string
  /** The time of its import, if it comes from an archive: then `recordedAt` is the claim of that. */
  readonly importedAt?: string
  readonly occurred: UncertainDate
  /** The level of the entry, where that is above `public`: its date is then in the body. */
  readonly level?: string | undefined
  /** The time at which it is to be released, UTC ISO 8601: in the body too. */
  readonly releaseAt?: string | undefined
  /** The fact, a JSON object. */
  readonly body: unknown
  readonly salt: Salt
  /** Keyed digest of the request; empty where it is not known. */
  readonly request: string
}

/** A header does not fit in the log. */
export class HeaderTooLarge extends Error {
  readonly bytes: number
  constructor(bytes: number) {
    super(`a header of ${bytes} bytes exceeds the limit of ${MAX_HEADER_BYTES}`)
    this.name = 'HeaderTooLarge'
    this.bytes = bytes
  }
}

/**
 * Makes the texts of an event: once, to be stored, served and hashed verbatim ever after. The
 * header is canonical JSON (RFC 8785) and commits to the body by a salted digest. The event that is
 * returned is open already: receipt, head, projections and streams read nothing anew.
 *
 * @throws {CanonicalJsonError} the body has no canonical form.
 * @throws {HeaderTooLarge} the header exceeds {@link MAX_HEADER_BYTES}.
 * @throws {TypeError} a member is not what a header or a salt can hold.
 */
export function seal(draft: EventDraft): StoredEvent {
  const { body: fact, salt, request, level, releaseAt, occurred, ...told } = draft
  if (salt.length !== 16) throw new TypeError(`a salt has 16 bytes, not ${salt.length}`)
  const isPublic = level === undefined
  const planned = releaseAt === undefined ? {} : { releaseAt }
  const body = canonicalJson(isPublic ? fact : { ...(fact as object), occurred, ...planned })
  const open = isPublic ? { occurred } : { occurred: null, level }
  const members = { v: 1, ...told, ...open, bodyDigest: bodyDigest(salt, body) }
  if (!isHeader(members)) throw new TypeError(`revision ${draft.revision} has no valid header`)
  const ordered = inCanonicalOrder(members)
  const header = JSON.stringify(ordered)
  const bytes = Buffer.byteLength(header)
  if (bytes > MAX_HEADER_BYTES) throw new HeaderTooLarge(bytes)
  const { revision, id, type } = draft
  const base64 = salt.toString('base64url')
  const stored = { revision, id, type, header, salt: base64, body, request }
  // As a later reading gives it: with its members in canonical order.
  keepOpened(stored, { header: ordered, body: JSON.parse(body) })
  return stored
}
