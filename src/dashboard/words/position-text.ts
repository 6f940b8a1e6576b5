import type { Position } from '../../../events/position.ts'
import { uncertainText } from './dates.ts'
import { plainWords } from './labels.ts'
import { messages } from './messages.ts'
import { quantityText } from './quantity.ts'

/** The terms of a position, beside who takes it on what: empty where it has none. */
export function positionText(position: Position): string {
  const { terms } = messages
  const { quantity, commitment, condition, redLine, since, until, fit, rationale } = position
  return [
    quantity && quantityText(quantity),
    commitment === 'unspecified' ? undefined : plainWords(commitment),
    condition && terms.ifCondition(condition),
    redLine === 'yes' ? terms.redLine : redLine === 'no' ? terms.noRedLine : undefined,
    since && (since.text === '../' ? terms.alreadyStanding : terms.since(uncertainText(since))),
    until && terms.until(uncertainText(until)),
    fit && fit !== 'exact' && terms.fit[fit],
    rationale && terms.because(rationale),
  ]
    .filter(Boolean)
    .map((part) => `, ${part}`)
    .join('')
}
