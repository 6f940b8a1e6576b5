import type { LedgerEvent } from '../../../events/registry.ts'
import { Entries } from '../../../projections/time/entries.ts'
import { History } from '../../../projections/time/history.ts'
import type { StandingFact } from '../../../projections/time/standing-fact.ts'

/**
 * The fact whose words an event brings, as it stands in the place of its entry: its own, or that of
 * a replacement; undefined for an event that brings none.
 *
 * @param root revision and event id of the entry that the event records or corrects
 */
export function ownFact(
  event: LedgerEvent,
  root: { readonly revision: number; readonly id: string },
): StandingFact | undefined {
  if (event.type === 'entry.voided') return undefined
  if (event.type === 'entry.released' || event.type === 'entry.erased') return undefined
  const { type, body, occurred } = event.type === 'entry.corrected' ? event.body.replacement : event
  const told = { ...event, type, body, occurred } as LedgerEvent
  const { added } = new Entries(new History()).apply(told)
  return added && { ...added, entry: root.revision, id: root.id }
}
