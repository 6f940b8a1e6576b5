import type {
  PartMove,
  StanceChange,
  StanceThen,
} from '../../../projections/changes/stance-changes.ts'
import type { StanceOrNone } from '../../../projections/stances/side.ts'
import { capital, plainWords, STANCE_WORDS } from '../words/labels.ts'
import { quantityText } from '../words/quantity.ts'
import { sidesText } from '../words/sides.ts'
import { moveGroup } from './move-group.ts'

/**
 * A change of stance in a sentence, in words that suit one party and several.
 *
 * @param who the party, or all parties of which it holds
 * @param what the name of the subject
 */
export function moveSentence(change: StanceChange, who: string, what: string): string {
  const { before, after, moves } = change
  const [was, is] = [stanceText(before.stance), stanceText(after.stance)]
  const others = moves.filter(({ part }) => part !== 'stance' && part !== 'conflict').map(partText)
  switch (moveGroup(change)) {
    case 'moved': {
      const from = moves.find(({ part }) => part === 'stance')?.before
      const sides = after.conflict === null ? '' : `: ${sidesText(after.conflict)}`
      const told = `${who} moved from ${stanceText(from as StanceOrNone)} to ${is} on ${what}${sides}`
      return joined(told, others.length === 0 ? termsOf(after) : others)
    }
    case 'hardened':
      return joined(`${who} hardened ${is} on ${what}`, others)
    case 'softened':
      return joined(`${who} softened ${is} on ${what}`, others)
    case 'number':
      return joined(`${who} changed the number of ${is} on ${what}`, others)
    case 'new':
      return joined(`${who} came on record on ${what} with ${is}`, termsOf(after))
    case 'withdrawn':
      return after.stance === 'withdrawn'
        ? `${who} withdrew ${was} on ${what}`
        : `${capital(was)} of ${who} on ${what} is no longer on record`
    case 'unsupported':
      return `No source of ${is} of ${who} on ${what} stands any more`
    case 'terms':
      return joined(`${is} of ${who} on ${what}`, groundsText(before, after), others)
  }
}

function stanceText(stance: StanceOrNone): string {
  return `“${STANCE_WORDS[stance].toLowerCase()}”`
}

/** "A: b; c", without what is empty or told already. */
function joined(told: string, ...parts: readonly (readonly string[])[]): string {
  const all = [...new Set(parts.flat())].filter(Boolean)
  return all.length === 0 ? told : `${told}: ${all.join('; ')}`
}

/** All that qualifies a stance: number, red line, firmness and condition. */
function termsOf({ basis, number, redLine, commitment, condition }: StanceThen): string[] {
  const firm = commitment === null || commitment === 'unspecified' ? '' : plainWords(commitment)
  const terms = [
    basis ?? '',
    number === null ? '' : quantityText(number),
    redLine === 'yes' ? 'a red line' : '',
    firm,
    condition === null ? '' : `on condition: ${condition}`,
  ]
  return [terms.filter(Boolean).join(', ')]
}

function groundsText({ basis: was }: StanceThen, { basis: is }: StanceThen): string[] {
  return was === is || is === null ? [] : [`from ${was ?? 'not on record'} to ${is}`]
}

const PART_WORDS: { readonly [P in PartMove['part']]: string } = {
  stance: 'stance',
  number: '',
  condition: 'condition',
  fit: 'fit of the words',
  commitment: 'commitment',
  redLine: 'red line',
  conflict: 'conflict',
  support: 'evidence',
}

/** A part that moved: "from at most 800,000 soldiers to at most 600,000 soldiers". */
function partText({ part, before, after }: Pick<PartMove, 'part' | 'before' | 'after'>): string {
  const name = PART_WORDS[part]
  const told = part === 'condition' ? quotedText : valueText
  return `${name === '' ? '' : `${name} `}from ${told(before)} to ${told(after)}`
}

/** The words of a condition, which may have a "to" of their own. */
function quotedText(value: PartMove['before']): string {
  return typeof value === 'string' ? `“${value}”` : valueText(value)
}

function valueText(value: PartMove['before']): string {
  if (value === null) return 'none'
  if (typeof value === 'string') return plainWords(value)
  return 'unit' in value ? quantityText(value) : 'two sides against each other'
}
