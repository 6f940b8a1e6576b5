import type {
  PartMove,
  StanceChange,
  StanceThen,
} from '../../../projections/changes/stance-changes.ts'
import type { StanceOrNone } from '../../../projections/stances/side.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
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
  const { briefing } = messages
  const { before, after, moves } = change
  const [was, is] = [stanceText(before.stance), stanceText(after.stance)]
  const others = moves.filter(({ part }) => part !== 'stance' && part !== 'conflict').map(partText)
  switch (moveGroup(change)) {
    case 'moved': {
      const from = moves.find(({ part }) => part === 'stance')?.before
      const sides = after.conflict === null ? undefined : sidesText(after.conflict)
      const told = briefing.moved(who, what, stanceText(from as StanceOrNone), is, sides)
      return joined(told, others.length === 0 ? termsOf(after) : others)
    }
    case 'hardened':
      return joined(briefing.hardened(who, what, is), others)
    case 'softened':
      return joined(briefing.softened(who, what, is), others)
    case 'number':
      return joined(briefing.changedNumber(who, what, is), others)
    case 'new':
      return joined(briefing.newOnRecord(who, what, is), termsOf(after))
    case 'withdrawn':
      return after.stance === 'withdrawn'
        ? briefing.withdrew(who, what, was)
        : briefing.noLongerOnRecord(who, what, was)
    case 'unsupported':
      return briefing.noSourceOf(who, what, is)
    case 'terms':
      return joined(briefing.termsOf(who, what, is), groundsText(before, after), others)
  }
}

function stanceText(stance: StanceOrNone): string {
  return messages.terms.quoted(messages.terms.stances[stance].toLowerCase())
}

/** Joins a sentence with the parts that qualify it, but for those that are empty or repeated. */
function joined(told: string, ...parts: readonly (readonly string[])[]): string {
  const all = [...new Set(parts.flat())].filter(Boolean)
  return all.length === 0 ? told : messages.briefing.joined(told, all.join('; '))
}

/** All that qualifies a stance: number, red line, firmness and condition. */
function termsOf({ basis, number, redLine, commitment, condition }: StanceThen): string[] {
  const firm = commitment === null || commitment === 'unspecified' ? '' : plainWords(commitment)
  const terms = [
    basis === null ? '' : plainWords(basis),
    number === null ? '' : quantityText(number),
    redLine === 'yes' ? messages.terms.redLine : '',
    firm,
    condition === null ? '' : messages.briefing.onCondition(condition),
  ]
  return [terms.filter(Boolean).join(', ')]
}

function groundsText({ basis: was }: StanceThen, { basis: is }: StanceThen): string[] {
  if (was === is || is === null) return []
  const before = was === null ? messages.briefing.notOnRecord : plainWords(was)
  return [messages.briefing.fromTo('', before, plainWords(is))]
}

/** A part that moved: "from at most 800,000 soldiers to at most 600,000 soldiers". */
function partText({ part, before, after }: Pick<PartMove, 'part' | 'before' | 'after'>): string {
  const { briefing } = messages
  const told = part === 'condition' ? quotedText : valueText
  return briefing.fromTo(briefing.parts[part], told(before), told(after))
}

/** The words of a condition, which may have a "to" of their own. */
function quotedText(value: PartMove['before']): string {
  return typeof value === 'string' ? messages.terms.quoted(value) : valueText(value)
}

function valueText(value: PartMove['before']): string {
  if (value === null) return messages.briefing.noValue
  if (typeof value === 'string') return plainWords(value)
  return 'unit' in value ? quantityText(value) : messages.briefing.twoSides
}
