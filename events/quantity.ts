import { z } from 'zod'
import { choice } from './choice.ts'
import { isLess, MAX_DIGITS, normaliseDecimal } from './decimal.ts'
import { Line } from './envelope.ts'
import { plainReason, reasonMessage } from './schema-reasons.ts'

/** The most characters of a decimal that a message shows. */
const SHOWN = 40

/**
 * An exact decimal. A command gives it as text or as a JSON number; it is stored, compared and
 * told as normalised text, since a double holds neither 0.1 nor numbers of twenty digits.
 */
export const Decimal = z
  .union([z.number(), z.string()], { error: plainReason('no_decimal') })
  .transform((given, context) => {
    const normalised = normaliseDecimal(String(given))
    if (normalised !== undefined) return normalised
    const text = String(given).slice(0, SHOWN).toWellFormed()
    const params = { digits: MAX_DIGITS, text }
    const message = reasonMessage({ code: 'not_a_decimal', params })
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
    value: Decimal.meta({
      description:
        'The number, as an exact decimal: text such as "1.5", or a JSON number. Of a range, the least.',
      examples: ['1.5', 600000],
    }),
    to: Decimal.meta({
      description:
        'The greatest number of a range: required if the comparator is `between`, else left out',
      examples: ['800000'],
    }).optional(),
    unit: Line.meta({
      description:
        'What is counted. Numbers are compared only if their units are spelt alike, so use one spelling.',
      examples: ['soldiers', 'cubic metres a second'],
    }),
    comparator: choice('How the number bounds what is meant', {
      exactly: 'The number itself.',
      about: 'Roughly the number: up to a tenth more or less.',
      at_least: 'The number or more.',
      at_most: 'The number or less; also for a cap or a limit.',
      more_than: 'More than the number, which is excluded.',
      less_than: 'Less than the number, which is excluded.',
      between: 'Any number from `value` to `to`, both included.',
    }),
  })
  .refine(({ comparator, to }) => (comparator === 'between') === (to !== undefined), {
    message: plainReason('range_end_misplaced'),
    path: ['to'],
  })
  .refine(({ value, to }) => to === undefined || isLess(value, to), {
    message: plainReason('range_not_rising'),
    path: ['to'],
  })

export type Quantity = z.output<typeof Quantity>
