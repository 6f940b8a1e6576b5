import type { Header } from '../../events/envelope.ts'
import { leafHash } from '../log/hashes.ts'
import type { StoredEvent } from '../store/event-store.ts'

/** An event as replies show it, for reading; what is hashed are the texts of the raw events. */
export interface ShownEvent {
  readonly header: Header
  readonly body: object
  /** 16 bytes, base64url. */
  readonly salt: string
  /** SHA-256 leaf of the event in its ledger's log, in hexadecimal. */
  readonly leafHash: string
}

export function shownEvent({ header, body, salt }: StoredEvent): ShownEvent {
  const hash = leafHash(header).toString('hex')
  return { header: JSON.parse(header), body: JSON.parse(body), salt, leafHash: hash }
}
