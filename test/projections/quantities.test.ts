import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areApart, type Bound, rangeOf } from '../../projections/quantities/range.ts'

function told(bound: Bound | null): string | null {
  if (bound === null) return null
  return `${bound.units}/1e${bound.scale}${bound.isOpen ? ' excluded' : ''}`
}

test.each([
  ['exactly', '5', '5/1e0', '5/1e0'],
  ['about', '50', '450/1e1', '550/1e1'],
  ['about', '-0.5', '-55/1e2', '-45/1e2'],
  ['at_least', '1.5', '15/1e1', null],
  ['at_most', '1.5', null, '15/1e1'],
  ['more_than', '5', '5/1e0 excluded', null],
  ['less_than', '5', null, '5/1e0 excluded'],
] as const)('%s %s leaves open %s to %s', (comparator, value, low, high) => {
  const range = rangeOf({ comparator, value })
  expect([told(range.low), told(range.high)]).toEqual([low, high])
})

test('a range leaves open all between its ends, both included', () => {
  const { low, high } = rangeOf({ comparator: 'between', value: '0.5', to: '1.5' })
  expect([told(low), told(high)]).toEqual(['5/1e1', '15/1e1'])
})

test('two quantities are apart exactly where no number in steps of a hundredth is in both', () => {
  const comparator = fc.constantFrom(
    ...(['exactly', 'about', 'at_least', 'at_most', 'more_than', 'less_than'] as const),
  )
  const quantity = fc.record({ comparator, value: fc.integer({ min: -20, max: 20 }) })
  const admits = ({ comparator, value }: { comparator: string; value: number }, n: number) => {
    const at = value * 100
    switch (comparator) {
      case 'exactly':
        return n === at
      case 'about':
        return Math.abs(n - at) * 10 <= Math.abs(at)
      case 'at_least':
        return n >= at
      case 'at_most':
        return n <= at
      case 'more_than':
        return n > at
      default:
        return n < at
    }
  }
  const numbers = Array.from({ length: 6001 }, (_, i) => i - 3000)
  fc.assert(
    fc.property(quantity, quantity, (a, b) => {
      const ranges = [a, b].map(({ comparator, value }) =>
        rangeOf({ comparator, value: String(value) }),
      )
      const shared = numbers.some((n) => admits(a, n) && admits(b, n))
      expect(areApart(ranges[0] as never, ranges[1] as never)).toBe(!shared)
    }),
  )
})
