import type { EventOf, LedgerEvent } from '../../../events/registry.ts'

/** The fact in an event: a fact its own words, a correction those that it puts in their place. */
export type Said = Pick<LedgerEvent, 'type' | 'body' | 'occurred'>

/** Undefined for an event that takes an entry out, releases or erases one, or is about the log. */
export function saidBy(event: LedgerEvent): Said | undefined {
  if (event.type === 'entry.voided' || isAboutLog(event)) return undefined
  return event.type === 'entry.corrected' ? replacementOf(event) : event
}

/** True of an event about the log itself, or that releases or erases an entry. */
export function isAboutLog({ type }: Pick<LedgerEvent, 'type'>): boolean {
  return type === 'entry.released' || type === 'entry.erased' || type.startsWith('log.')
}

function replacementOf({ body }: EventOf<'entry.corrected'>): Said {
  return body.replacement as unknown as Said
}
