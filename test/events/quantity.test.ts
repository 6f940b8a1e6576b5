import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLess, isSameDecimal, normaliseDecimal } from '../../events/decimal.ts'
import { Quantity } from '../../events/quantity.ts'
import { readAs } from '../../events/schema-faults.ts'
import { upcast } from '../../events/upcast.ts'
import { whatOf } from '../words/in-english.ts'

describe('a decimal is kept as text, in one form', () => {
  test.each<[unknown, string]>([
    [600000, '600000'],
    ['600000', '600000'],
    ['600000.0', '600000'],
    ['6e5', '600000'],
    [6e5, '600000'],
    [1.5, '1.5'],
    ['1.50', '1.5'],
    [0.7, '0.7'],
    ['0.1', '0.1'],
    [1e-7, '0.0000001'],
    ['007', '7'],
    ['-0', '0'],
    ['-0.50', '-0.5'],
    ['12345678901234567890.123', '12345678901234567890.123'],
  ])('%j is %s', (value, text) => {
    expect(Quantity.parse({ value, unit: '°C', comparator: 'exactly' }).value).toBe(text)
  })

  test.each(['', ' 1', '1,5', '600,000', '600 000', '.5', '5.', '+1', '1e', 'NaN', '٣', '1e101'])(
    '%j is refused, and says what would be right',
    (value) => {
      const { faults } = readAs(Quantity, { value, unit: '°C', comparator: 'exactly' })
      const [fault] = faults ?? []
      expect(fault?.path).toEqual(['value'])
      expect(fault && whatOf(fault.what)).toContain('such as "1.5" or "600000"')
    },
  )
})

describe('a range goes from its value to a greater one', () => {
  const parse = (value: string, to?: string, comparator = 'between') =>
    Quantity.safeParse({ value, ...(to && { to }), unit: '°C', comparator })

  test('between both of them', () => {
    expect(parse('1.5', '2.0').data).toMatchObject({ value: '1.5', to: '2' })
  })

  test.each([
    ['2', '1.5', 'between'],
    ['2', '2.0', 'between'],
    ['2', undefined, 'between'],
    ['1', '2', 'exactly'],
  ])('from %s to %s, %s, is refused at its end', (value, to, comparator) => {
    expect(parse(value, to, comparator).error?.issues[0]?.path).toEqual(['to'])
  })
})

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(20))
  .map(([units, scale]) => ({ units, scale, text: `${units}e-${scale}` }))

test('the form that is kept has the value that was given, in the order of values', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      const [left, right] = [normaliseDecimal(a.text) as string, normaliseDecimal(b.text) as string]
      expect(isSameDecimal(a.text, left)).toBe(true)
      expect(normaliseDecimal(left)).toBe(left)
      const difference = a.units * 10n ** BigInt(b.scale) - b.units * 10n ** BigInt(a.scale)
      expect(isLess(left, right)).toBe(difference < 0n)
      expect(left === right).toBe(difference === 0n)
    }),
  )
})

test('a statement of an older ledger, with integers, is read with decimals', () => {
  const quantity = { value: 600000, unit: 'soldiers', comparator: 'at_most' }
  const old = { statement: 's', positions: [{ party: 'russia', quantity }, { party: 'usa' }] }
  const positions = [
    { party: 'russia', quantity: { ...quantity, value: '600000' } },
    { party: 'usa' },
  ]
  expect(upcast('statement.recorded', 1, old)).toEqual({ statement: 's', positions })
  const replacement = { type: 'statement.recorded', schema: 1, body: old }
  expect(upcast('entry.corrected', 1, { replacement })).toMatchObject({
    replacement: { schema: 2, body: { positions } },
  })
})
