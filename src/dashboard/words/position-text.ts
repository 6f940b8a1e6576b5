import type { Position } from '../../../events/position.ts'
import { uncertainText } from './dates.ts'
import { plainWords } from './labels.ts'
import { quantityText } from './quantity.ts'

/** The terms of a position, beside who takes it on what: empty where it has none. */
export function positionText(position: Position): string {
  const { quantity, commitment, condition, redLine, since, until, fit, rationale } = position
  return [
    quantity && quantityText(quantity),
    commitment === 'unspecified' ? undefined : plainWords(commitment),
    condition && `if ${condition}`,
    redLine === 'yes' ? 'a red line' : redLine === 'no' ? 'no red line' : undefined,
    since && (since.text === '../' ? 'already standing' : `since ${uncertainText(since)}`),
    until && `until ${uncertainText(until)}`,
    fit && fit !== 'exact' && `in ${fit} terms than the subject`,
    rationale && `because ${rationale}`,
  ]
    .filter(Boolean)
    .map((part) => `, ${part}`)
    .join('')
}
