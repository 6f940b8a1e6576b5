import type { LedgerEvent, WithheldEvent } from '../../events/registry.ts'
import { leafOf } from '../log/open.ts'
import type { StoredEvent } from '../store/event-store.ts'
import { readStored } from './decode.ts'

/** All that was recorded of one command. */
export interface RecordedEvent {
  readonly id: string
  readonly revision: number
  readonly type: string
  /** Transaction time, UTC ISO 8601 with milliseconds. */
  readonly recordedAt: string
  /** The time of its import, if it comes from an archive. */
  readonly importedAt?: string
  /** SHA-256 leaf of the event in the ledger's log, in hexadecimal. */
  readonly leafHash: string
}

/** The recorder's proof of what was recorded; a retry gets the same one. */
export interface Receipt {
  readonly ledger: string
  /** In the order of the commands. */
  readonly events: readonly RecordedEvent[]
  /** The ledger's head once these events were appended: the revision of the last. */
  readonly head: number
  /** The request had been recorded before; these are the events of that time. */
  readonly replayed: boolean
}

/** The outcome of a write, or would come of it. */
export interface Answer {
  readonly receipt: Receipt
  /** The same events as projections fold them. */
  readonly events: readonly (LedgerEvent | WithheldEvent)[]
  /** Nothing was written: revisions, times and hashes are what they would be now. */
  readonly dryRun: boolean
}

/**
 * @param stored the events of one request, at least one.
 * @throws {LedgerDamaged} what was stored does not hold together.
 */
export function receiptAnswerOf(
  ledger: string,
  stored: readonly StoredEvent[],
  how: { readonly replayed: boolean; readonly dryRun: boolean },
): Answer {
  const events: (LedgerEvent | WithheldEvent)[] = []
  const recorded: RecordedEvent[] = []
  for (const one of stored) {
    const { event } = readStored(ledger, one)
    const { id, revision, type, recordedAt, importedAt } = event
    const imported = importedAt === undefined ? {} : { importedAt }
    const leafHash = leafOf(one).toString('hex')
    events.push(event)
    recorded.push({ id, revision, type, recordedAt, ...imported, leafHash })
  }
  const { revision: head } = recorded.at(-1) as RecordedEvent
  const receipt = { ledger, events: recorded, head, replayed: how.replayed }
  return { receipt, events, dryRun: how.dryRun }
}
