import type { Header } from '../../../events/envelope.ts'
import type { LedgerEvent } from '../../../events/registry.ts'
import type { EntryReply } from '../../../projections/entry-reply.ts'

/** The reply of `…/events/{event}`. */
interface Answer extends EntryReply {
  readonly event: { readonly header: Header; readonly body: object }
}

/** The service's account of an entry, in the form in which the page folds one itself. */
export function entryOfReply(answer: Answer): EntryReply & { readonly event: LedgerEvent } {
  const { event, corrections, standing, support, evidence, warnings } = answer
  const { revision, id, type, actor, recordedAt, occurred } = event.header
  const told = { revision, id, type, actor, recordedAt, occurred, body: event.body } as LedgerEvent
  return { event: told, corrections, standing, support, evidence, warnings }
}
