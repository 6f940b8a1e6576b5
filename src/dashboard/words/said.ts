import type { EventOf, LedgerEvent } from '../../../events/registry.ts'

/** What an event says happened: a fact its own words, a correction those that it puts in their place. */
export type Said = Pick<LedgerEvent, 'type' | 'body' | 'occurred'>

/** Undefined for what takes an entry out. */
export function saidBy(event: LedgerEvent): Said | undefined {
  if (event.type === 'entry.voided') return undefined
  return event.type === 'entry.corrected' ? replacementOf(event) : event
}

function replacementOf({ body }: EventOf<'entry.corrected'>): Said {
  return body.replacement as unknown as Said
}
