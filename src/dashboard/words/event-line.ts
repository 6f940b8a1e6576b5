import type { LedgerEvent } from '../../../events/registry.ts'
import type { StandingFact } from '../../../projections/time/standing-fact.ts'
import { headline } from '../../../projections/timeline/headlines.ts'
import { plain } from './labels.ts'

/** An event in one line: a fact says what happened, a correction what it puts right. */
export function eventLine({ type, body }: Pick<LedgerEvent, 'type' | 'body'>): string {
  const told = { type, body } as LedgerEvent
  if (told.type === 'entry.voided') return `Entry voided as ${plain(told.body.reason)}`
  if (told.type === 'entry.corrected') {
    return `Entry corrected: ${headline(told.body.replacement as unknown as StandingFact)}`
  }
  return headline(told as unknown as StandingFact)
}
