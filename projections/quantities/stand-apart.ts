import type { Quantity } from '../../events/quantity.ts'
import { compareDecimals, decimalOf } from './decimal.ts'
import { areApart, rangeOf } from './range.ts'

/**
 * True where parties that are for these quantities stand apart: they are of one unit, and either the
 * same is said of other values, or no value satisfies both. Two that are `about` a value are apart
 * where they differ by more than a tenth of the greater.
 */
export function standApart(a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit) return false
  if (a.comparator !== b.comparator) return areApart(rangeOf(a), rangeOf(b))
  if (a.comparator === 'about') {
    const [x, y] = [exactly(a.value), exactly(b.value)]
    return areApart(x, rangeOf(b)) && areApart(rangeOf(a), y)
  }
  return compareValues(a.value, b.value) !== 0 || compareValues(a.to ?? '0', b.to ?? '0') !== 0
}

/** The order of two normalised decimals: negative where the first is less. */
export function compareValues(a: string, b: string): number {
  return compareDecimals(decimalOf(a), decimalOf(b))
}

function exactly(value: string) {
  return rangeOf({ comparator: 'exactly', value })
}
