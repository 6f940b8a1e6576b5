import type { Position } from '../../../events/position.ts'
import { messages } from './messages.ts'

/** By language. */
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
  const { language } = messages
  const formatter =
    formatters.get(language) ?? new Intl.NumberFormat(language, { maximumFractionDigits: 100 })
  formatters.set(language, formatter)
  return formatter.format(decimal as Intl.StringNumericLiteral)
}
