import type { Position } from '../../../events/position.ts'

const COMPARATORS = {
  exactly: 'exactly',
  about: 'about',
  at_least: 'at least',
  at_most: 'at most',
  more_than: 'more than',
  less_than: 'less than',
  between: 'between',
} as const

/** Digits in groups, however many there are: the formatter takes text as the number that it says. */
const GROUPED = new Intl.NumberFormat('en', { maximumFractionDigits: 100 })

/** `{value: '600000', unit: 'soldiers', comparator: 'at_most'}` as "at most 600,000 soldiers". */
export function quantityText({
  value,
  to,
  unit,
  comparator,
}: NonNullable<Position['quantity']>): string {
  const range = to === undefined ? grouped(value) : `${grouped(value)} and ${grouped(to)}`
  return `${COMPARATORS[comparator]} ${range} ${unit}`
}

function grouped(decimal: string): string {
  return GROUPED.format(decimal as Intl.StringNumericLiteral)
}
