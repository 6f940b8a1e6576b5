import type { LedgerEvent } from '../../../events/registry.ts'
import type { StandingFact } from '../../../projections/time/standing-fact.ts'
import { headline } from '../../../projections/timeline/headlines.ts'
import { mentionsOf } from '../../../projections/timeline/mentions.ts'
import type { Names } from '../state/use-names.ts'
import { plain } from './labels.ts'
import { toldLine } from './told-line.ts'

type Told = Pick<LedgerEvent, 'type' | 'body'>

/** An event in one line: a fact says what happened, a correction what it puts right. */
export function eventLine({ type, body }: Told, names: Names): string {
  const told = { type, body } as LedgerEvent
  if (told.type === 'entry.voided') return `Entry voided as ${plain(told.body.reason)}`
  if (told.type === 'entry.corrected') {
    return `Entry corrected: ${factLine(told.body.replacement as unknown as Told, names)}`
  }
  return factLine(told, names)
}

function factLine(told: Told, names: Names): string {
  const fact = told as unknown as StandingFact
  return toldLine(headline(fact), mentionsOf(fact), names)
}
