import type { LedgerEvent, WithheldEvent } from '../../../events/registry.ts'
import type { EntryReply } from '../../../projections/entry-reply.ts'

/** The reply of `…/events/{event}`. */
interface Answer extends EntryReply {
  readonly event: LedgerEvent | WithheldEvent
}

/**
 * The service's account of an entry, in the form in which the page folds one itself; undefined of an
 * entry that is above the reader's level.
 */
export function entryOfReply(
  answer: Answer,
): (EntryReply & { readonly event: LedgerEvent }) | undefined {
  const { event, corrections, standing, release, support, evidence, warnings } = answer
  const told = eventOfReply(event)
  if (told.body === null) return undefined
  return { event: told, corrections, standing, release, support, evidence, warnings }
}

/** An event as `…/events/{event}` and the stream tell it, in the form in which it is folded. */
export function eventOfReply(event: LedgerEvent | WithheldEvent): LedgerEvent | WithheldEvent {
  const { revision, id, type, actor, recordedAt, importedAt, level, occurred, body } = event
  const imported = importedAt === undefined ? {} : { importedAt }
  const above = level === undefined ? {} : { level }
  const told = { revision, id, type, actor, recordedAt, ...imported, ...above, occurred, body }
  return told as LedgerEvent | WithheldEvent
}
