import type { Header } from '../../events/envelope.ts'
import type { EventType } from '../../events/registry.ts'
import type { VerifiedEvent } from '../ledger/stored-events.ts'
import { leafHash } from '../log/hashes.ts'

/**
 * An event as replies show it: in the shape of the history, and beside it what proves it. Its hashes
 * are over the stored texts, which the raw events have.
 */
export interface ShownEvent
  extends Pick<Header, 'revision' | 'id' | 'actor' | 'recordedAt' | 'importedAt' | 'occurred'> {
  readonly type: EventType
  readonly header: Header
  readonly body: object
  /** 16 bytes, base64url. */
  readonly salt: string
  /** SHA-256 leaf of the event in its ledger's log, in hexadecimal. */
  readonly leafHash: string
}

export function shownEvent({ stored, header, body }: VerifiedEvent): ShownEvent {
  const hash = leafHash(stored.header).toString('hex')
  const { revision, id, type, actor, recordedAt, importedAt, occurred } = header
  const imported = importedAt === undefined ? {} : { importedAt }
  const shown = { revision, id, type: type as EventType, actor, recordedAt, ...imported }
  return { ...shown, occurred, body, header, salt: stored.salt, leafHash: hash }
}
