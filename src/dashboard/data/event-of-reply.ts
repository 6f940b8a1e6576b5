import type { LedgerEvent, WithheldEvent } from '../../../events/registry.ts'

/** An event as `…/events/{event}` and the stream tell it, in the form in which it is folded. */
export function eventOfReply(event: LedgerEvent | WithheldEvent): LedgerEvent | WithheldEvent {
  const { revision, id, type, actor, recordedAt, importedAt, level, occurred, body } = event
  const imported = importedAt === undefined ? {} : { importedAt }
  const above = level === undefined ? {} : { level }
  const told = { revision, id, type, actor, recordedAt, ...imported, ...above, occurred, body }
  return told as LedgerEvent | WithheldEvent
}
