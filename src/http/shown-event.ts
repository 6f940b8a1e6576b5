import type { UncertainDate } from '../../events/envelope.ts'
import type { EventType } from '../../events/registry.ts'
import type { VerifiedEvent } from '../ledger/stored-events.ts'
import type { LogHeader } from '../log/header.ts'
import { leafOf } from '../log/open.ts'

/**
 * An event as replies show it: in the shape of the history, and beside it what proves it. Its hashes
 * are over the stored texts, which the raw events have.
 */
export interface ShownEvent
  extends Pick<LogHeader, 'revision' | 'id' | 'actor' | 'recordedAt' | 'importedAt' | 'level'> {
  readonly type: EventType
  readonly isErased?: true
  readonly occurred: UncertainDate | null
  readonly header: LogHeader
  /** Null where it is withheld or erased, as are the date and the salt then. */
  readonly body: object | null
  /** 16 bytes, base64url. */
  readonly salt: string | null
  /** SHA-256 leaf of the event in its ledger's log, in hexadecimal. */
  readonly leafHash: string
}

export function shownEvent({
  stored,
  isErased,
  header,
  occurred,
  body,
}: VerifiedEvent): ShownEvent {
  const hash = leafOf(stored).toString('hex')
  const { revision, id, type, actor, recordedAt, importedAt, level } = header
  const rare = {
    ...(importedAt !== undefined && { importedAt }),
    ...(level !== undefined && { level }),
    ...(isErased && { isErased: true as const }),
  }
  const shown = { revision, id, type: type as EventType, actor, recordedAt, ...rare }
  return { ...shown, occurred, body, header, salt: body && stored.salt, leafHash: hash }
}
