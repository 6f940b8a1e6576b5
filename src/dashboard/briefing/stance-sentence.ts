import type { StanceChange } from '../../../projections/changes/stance-changes.ts'
import type { PositionView } from '../../../projections/stances/position-view.ts'
import type { Names } from '../state/use-names.ts'
import { plain, STANCE_WORDS } from '../words/labels.ts'
import { quantityText } from '../words/quantity.ts'

/** A change of stance, with all that qualifies it: red line, firmness, number and condition. */
export function stanceSentence(
  { party, subject, change, before, after }: StanceChange,
  leader: PositionView | undefined,
  names: Names,
): string {
  const [who, what] = [names.party(party), names.subject(subject)]
  const [was, is] = [before, after].map(({ stance }) => `“${STANCE_WORDS[stance].toLowerCase()}”`)
  const qualified = [
    change === 'basisChanged' ? '' : after.basis,
    leader?.quantity === undefined ? '' : quantityText(leader.quantity),
    firmness(after),
    leader?.condition === undefined ? '' : `on condition: ${leader.condition}`,
  ]
  const how = qualified.filter(Boolean).join(', ')
  switch (change) {
    case 'moved':
      return `${who} moved from ${was} to ${is} on ${what} (${how})`
    case 'firstRecorded':
      return `${who} has a position on ${what} on record for the first time: ${is} (${how})`
    case 'noLongerRecorded':
      return `${who} no longer has a position on ${what} on record; it was ${was}`
    case 'basisChanged':
      return `${who} is still at ${is} on ${what}, now ${after.basis} instead of ${before.basis}${how === '' ? '' : ` (${how})`}`
    case 'firmnessChanged':
      return `${who} is still at ${is} on ${what} (${how}); before it was ${firmness(before) || 'unspecified'}`
  }
}

function firmness({ commitment, redLine }: StanceChange['after']): string {
  const firm = commitment === null || commitment === 'unspecified' ? '' : plain(commitment)
  return [redLine === 'yes' ? 'a red line' : '', firm].filter(Boolean).join(', ')
}
