import type {
  PartMove,
  StanceChange,
  StanceThen,
} from '../../../projections/changes/stance-changes.ts'
import type { PositionView } from '../../../projections/stances/position-view.ts'
import type { StanceOrNone } from '../../../projections/stances/side.ts'
import type { Names } from '../state/use-names.ts'
import { plainWords, STANCE_WORDS } from '../words/labels.ts'
import { quantityText } from '../words/quantity.ts'

/** A change of stance, with all that qualifies it: red line, firmness, number and condition. */
export function stanceSentence(
  { party, subject, change, before, after, moves }: StanceChange,
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
    case 'moved': {
      const from = moves.find(({ part }) => part === 'stance')?.before
      const others = moves.filter(({ part }) => part !== 'stance').map(partText)
      const sides = sidesText(after)
      if (from === undefined) return [`${who} is still at ${is} on ${what}`, ...others].join('; ')
      const told = `${who} moved from “${STANCE_WORDS[from as StanceOrNone].toLowerCase()}” to ${is}`
      return [`${told}${sides} on ${what} (${how})`, ...others].join('; ')
    }
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

const PART_WORDS: { readonly [P in PartMove['part']]: string } = {
  stance: 'stance',
  number: 'number',
  condition: 'condition',
  fit: 'fit of the words',
  commitment: 'commitment',
  redLine: 'red line',
  conflict: 'conflict',
  support: 'support',
}

/** A part of an answer that moved: "number: at most 800,000 soldiers, now at most 600,000 soldiers". */
function partText({ part, before, after }: PartMove): string {
  return `${PART_WORDS[part]}: ${valueText(before)}, now ${valueText(after)}`
}

function valueText(value: PartMove['before']): string {
  if (value === null) return 'none'
  if (typeof value === 'string') return plainWords(value)
  return 'unit' in value ? quantityText(value) : 'two sides against each other'
}

/** Both sides, where an answer is conflicting. */
function sidesText({ conflict }: StanceThen): string {
  if (conflict === null) return ''
  const sides = conflict.map(({ stance, layer }) => `${layer} “${plainWords(stance)}”`)
  return `: ${sides.join(' against ')},`
}

function firmness({ commitment, redLine }: StanceChange['after']): string {
  const firm = commitment === null || commitment === 'unspecified' ? '' : plainWords(commitment)
  return [redLine === 'yes' ? 'a red line' : '', firm].filter(Boolean).join(', ')
}
