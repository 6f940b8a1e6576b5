import type { Header } from '../../events/envelope.ts'
import type { VerifiedEvent } from '../ledger/stored-events.ts'
import { leafHash } from '../log/hashes.ts'

/** An event as replies show it, for reading; what is hashed are the texts of the raw events. */
export interface ShownEvent {
  readonly header: Header
  readonly body: object
  /** 16 bytes, base64url. */
  readonly salt: string
  /** SHA-256 leaf of the event in its ledger's log, in hexadecimal. */
  readonly leafHash: string
}

export function shownEvent({ stored, header, body }: VerifiedEvent): ShownEvent {
  const hash = leafHash(stored.header).toString('hex')
  return { header, body, salt: stored.salt, leafHash: hash }
}
