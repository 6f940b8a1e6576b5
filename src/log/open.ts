import type { StoredEvent } from '../store/event-store.ts'
import { jsonValue } from './canonical-json.ts'
import { bodyDigest } from './digest.ts'
import { leafHash } from './hashes.ts'
import { headerText, isHeader, type LogHeader, MAX_HEADER_BYTES } from './header.ts'

/** A stored event is not what was sealed. The message says what does not hold. */
export class SealBroken extends Error {
  readonly revision: number
  constructor(revision: number, what: string) {
    super(`revision ${revision}: ${what}`)
    this.name = 'SealBroken'
    this.revision = revision
  }
}

/** A stored event with what its texts say. */
export interface OpenedEvent {
  readonly header: LogHeader
  /** Undefined where the body was erased, or is withheld. */
  readonly body: unknown
}

/** Tells if an event has neither body nor salt: they were erased, or are withheld. */
export function isBodiless({ salt, body }: Pick<StoredEvent, 'salt' | 'body'>): boolean {
  return salt === '' && body === ''
}

/** Events that were sealed in this process: nothing about them has to be read, verified or hashed again. */
const sealed = new WeakMap<StoredEvent, OpenedEvent & { leaf?: Buffer }>()

/** Keeps what the texts of an event say that was made from it. */
export function keepOpened(stored: StoredEvent, opened: OpenedEvent): void {
  sealed.set(stored, opened)
}

/** Tells if an event was sealed in this process. */
export function isSealedHere(stored: StoredEvent): boolean {
  return sealed.has(stored)
}

/** The leaf hash of an event, worked out once if the event was sealed in this process. */
export function leafOf(stored: StoredEvent): Buffer {
  const known = sealed.get(stored)
  if (known === undefined) return leafHash(stored.header)
  known.leaf ??= leafHash(stored.header)
  return known.leaf
}

/**
 * Reads a stored event and verifies that it holds together: the header is canonical and complete
 * and agrees with its row, and the body is the one that it commits to.
 *
 * That the header is the one that was logged takes the tree; that revisions are contiguous and
 * `recordedAt` never decreases takes the events before it.
 *
 * @throws {SealBroken} one of these does not hold.
 */
export function openEvent(
  stored: StoredEvent,
  expected: { readonly origin?: string } = {},
): OpenedEvent {
  const known = sealed.get(stored)
  if (known !== undefined && (expected.origin ?? known.header.origin) === known.header.origin) {
    return known
  }
  const broken = (what: string) => new SealBroken(stored.revision, what)
  const header = jsonValue(stored.header)
  if (!isHeader(header)) throw broken('the header is not JSON with the members of a header')
  if (Buffer.byteLength(stored.header) > MAX_HEADER_BYTES) throw broken('the header is too large')
  if (headerText(header) !== stored.header) throw broken('the header is not in canonical form')
  for (const name of ['revision', 'id', 'type'] as const) {
    if (header[name] !== stored[name]) {
      throw broken(`the row says ${name} ${stored[name]}, the header ${header[name]}`)
    }
  }
  if (expected.origin !== undefined && header.origin !== expected.origin) {
    throw broken(`the origin is ${header.origin}, not ${expected.origin}`)
  }
  if (header.level !== undefined && isBodiless(stored)) return { header, body: undefined }
  const salt = Buffer.from(stored.salt, 'base64url')
  if (salt.length !== 16 || salt.toString('base64url') !== stored.salt) {
    throw broken('the salt is not 16 bytes in base64url')
  }
  if (bodyDigest(salt, stored.body) !== header.bodyDigest) {
    throw broken('the body or the salt is not the one that the header commits to')
  }
  const body = jsonValue(stored.body)
  if (body === undefined) throw broken('the body is not JSON')
  return { header, body }
}
