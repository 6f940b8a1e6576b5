import type { Position } from '../../../events/statement.ts'

const COMPARATORS = {
  exactly: 'exactly',
  about: 'about',
  at_least: 'at least',
  at_most: 'at most',
  more_than: 'more than',
  less_than: 'less than',
} as const

/** `{value: 600000, unit: 'soldiers', comparator: 'at_most'}` as "at most 600,000 soldiers". */
export function quantityText({
  value,
  unit,
  comparator,
}: NonNullable<Position['quantity']>): string {
  return `${COMPARATORS[comparator]} ${value.toLocaleString('en')} ${unit}`
}
