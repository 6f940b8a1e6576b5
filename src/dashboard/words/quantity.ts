import type { Position } from '../../../events/position.ts'
import { messages } from './messages.ts'

/** By language and decimals. */
const formatters = new Map<string, Intl.NumberFormat>()

/** `{value: '600000', unit: 'soldiers', comparator: 'at_most'}` as "at most 600,000 soldiers". */
export function quantityText({
  value,
  to,
  unit,
  comparator,
}: NonNullable<Position['quantity']>): string {
  const { terms } = messages
  const range = to === undefined ? grouped(value) : terms.range(grouped(value), grouped(to))
  return `${terms.comparators[comparator]} ${range} ${unit}`
}

/** Digits in groups, however many there are: the formatter takes text as the number that it says. */
function grouped(decimal: string): string {
  return formatterWith(0, 100).format(decimal as Intl.StringNumericLiteral)
}

/** A share or a distance with two decimals: "0.50", or "0,50" where the language has it so. */
export function hundredthsText(value: number): string {
  return formatterWith(2, 2).format(value)
}

function formatterWith(least: number, most: number): Intl.NumberFormat {
  const { language } = messages
  const key = `${language} ${least} ${most}`
  const kept = formatters.get(key)
  if (kept !== undefined) return kept
  const made = new Intl.NumberFormat(language, {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  })
  formatters.set(key, made)
  return made
}
