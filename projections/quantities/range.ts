import type { Quantity } from '../../events/quantity.ts'
import { compareDecimals, decimalOf, type ExactDecimal, tenthAround } from './decimal.ts'

/** The place at which a range of values ends; itself no longer in the range where it is open. */
export interface Bound extends ExactDecimal {
  readonly isOpen: boolean
}

/** The values that a quantity leaves open; without end on a side where that is null. */
export interface Range {
  readonly low: Bound | null
  readonly high: Bound | null
}

/** The range of a quantity: a tenth either way for `about`. */
export function rangeOf({ value, to, comparator }: Omit<Quantity, 'unit'>): Range {
  const named = decimalOf(value)
  const [closed, open] = [
    { ...named, isOpen: false },
    { ...named, isOpen: true },
  ]
  switch (comparator) {
    case 'exactly':
      return { low: closed, high: closed }
    case 'about': {
      const [low, high] = tenthAround(named)
      return { low: { ...low, isOpen: false }, high: { ...high, isOpen: false } }
    }
    case 'at_least':
      return { low: closed, high: null }
    case 'at_most':
      return { low: null, high: closed }
    case 'more_than':
      return { low: open, high: null }
    case 'less_than':
      return { low: null, high: open }
    case 'between':
      return { low: closed, high: { ...decimalOf(to ?? value), isOpen: false } }
  }
}

/** Tells if no value is in both ranges. */
export function areApart(a: Range, b: Range): boolean {
  return isAbove(a.low, b.high) || isAbove(b.low, a.high)
}

/** Tells if whatever a lower bound admits lies above all that an upper bound admits. */
export function isAbove(low: Bound | null, high: Bound | null): boolean {
  if (low === null || high === null) return false
  const order = compareDecimals(low, high)
  return order > 0 || (order === 0 && (low.isOpen || high.isOpen))
}

/** The lower bound that admits less: null admits all. */
export function greaterLow(a: Bound | null, b: Bound | null): Bound | null {
  if (a === null || b === null) return a ?? b
  return isNarrower(compareDecimals(a, b), a) ? a : b
}

/** The upper bound that admits less: null admits all. */
export function lesserHigh(a: Bound | null, b: Bound | null): Bound | null {
  if (a === null || b === null) return a ?? b
  return isNarrower(compareDecimals(b, a), a) ? a : b
}

/** @param order positive where the bound admits less than the other, 0 where both are equal */
function isNarrower(order: number, { isOpen }: Bound): boolean {
  return order > 0 || (order === 0 && isOpen)
}
