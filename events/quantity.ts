import { z } from 'zod'
import { isLess, MAX_DIGITS, normaliseDecimal } from './decimal.ts'
import { Line } from './envelope.ts'

/** How many texts of a decimal are shown in a message. */
const SHOWN = 40

/**
 * An exact decimal. A command gives it as text or as a JSON number; it is stored, compared and
 * told as normalised text, since a double holds neither 0.1 nor numbers of twenty digits.
 */
export const Decimal = z
  .union([z.number(), z.string()], { error: 'must be a decimal, such as "1.5" or 600000' })
  .transform((given, context) => {
    const normalised = normaliseDecimal(String(given))
    if (normalised !== undefined) return normalised
    const shown = String(given).slice(0, SHOWN).toWellFormed()
    const message = `must be a decimal of at most ${MAX_DIGITS} digits, such as "1.5" or "600000", with a point and no separators: "${shown}" is none`
    context.addIssue({ code: 'custom', message, input: given })
    return z.NEVER
  })
  .pipe(
    z
      .string()
      .regex(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/)
      .describe('An exact decimal, as normalised text'),
  )

/** A number with its unit, or a range of numbers. */
export const Quantity = z
  .strictObject({
    value: Decimal.describe(
      'An exact decimal: text such as "1.5", or a JSON number; the least of a range',
    ),
    to: Decimal.optional().describe('The greatest of a range, where the comparator is "between"'),
    unit: Line,
    comparator: z
      .enum(['exactly', 'about', 'at_least', 'at_most', 'more_than', 'less_than', 'between'])
      .describe('"between" is a range from value to to, both included'),
  })
  .refine(({ comparator, to }) => (comparator === 'between') === (to !== undefined), {
    message: 'is given exactly where the comparator is "between"',
    path: ['to'],
  })
  .refine(({ value, to }) => to === undefined || isLess(value, to), {
    message: 'must be greater than the value: a range goes from value to to',
    path: ['to'],
  })

export type Quantity = z.output<typeof Quantity>
