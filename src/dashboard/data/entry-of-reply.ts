import type { LedgerEvent } from '../../../events/registry.ts'
import type { EntryReply } from '../../../projections/entry-reply.ts'

/** The reply of `…/events/{event}`. */
interface Answer extends EntryReply {
  readonly event: LedgerEvent
}

/** The service's account of an entry, in the form in which the page folds one itself. */
export function entryOfReply(answer: Answer): EntryReply & { readonly event: LedgerEvent } {
  const { event, corrections, standing, support, evidence, warnings } = answer
  const { revision, id, type, actor, recordedAt, importedAt, occurred, body } = event
  const imported = importedAt === undefined ? {} : { importedAt }
  const told = { revision, id, type, actor, recordedAt, ...imported, occurred, body }
  return { event: told as LedgerEvent, corrections, standing, support, evidence, warnings }
}
