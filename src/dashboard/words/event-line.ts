import type { LedgerEvent } from '../../../events/registry.ts'
import type { StandingFact } from '../../../projections/time/standing-fact.ts'
import { headlineOf } from '../../../projections/timeline/headline.ts'
import type { Names } from '../state/use-names.ts'
import { plainWords, typeTitle } from './labels.ts'
import { messages } from './messages.ts'
import { isAboutLog, type Said, saidBy } from './said.ts'
import { headlineText } from './sentences.ts'

/** An event in one line: a fact says what happened, a correction what it puts right. */
export function eventLine(event: LedgerEvent, names: Names): string {
  if (event.type === 'entry.voided') return messages.terms.voidedAs(plainWords(event.body.reason))
  if (isAboutLog(event)) return typeTitle(event.type)
  const line = factLine(saidBy(event) as Said, names)
  return event.type === 'entry.corrected' ? messages.terms.correctedTo(line) : line
}

/** A fact in one line. */
export function factLine(said: Said, names: Names): string {
  return headlineText(headlineOf(said as StandingFact), names)
}
