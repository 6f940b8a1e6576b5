import type { BesideText, DateReason, DateReasonParams } from './date-reasons.ts'

/** Codes whose sentences need the text alone. */
export type PlainDateCode = {
  [Code in keyof DateReasonParams]: object extends BesideText<Code> ? Code : never
}[keyof DateReasonParams]

/** A text is no date that can be recorded. The reason is data, of which a sentence is made. */
export class UncertainDateError extends Error {
  readonly reason: DateReason
  constructor(reason: DateReason) {
    super(`${JSON.stringify(reason.params.text)}: ${reason.code}`)
    this.name = 'UncertainDateError'
    this.reason = reason
  }
}

/** Refuses a text for a reason that needs the text alone. */
export function refusedDate(text: string, code: PlainDateCode): UncertainDateError {
  return new UncertainDateError({ code, params: { text } } as DateReason)
}

/** Words that stand for another day each time they are read. */
const RELATIVE =
  /^(now|today|tonight|yesterday|tomorrow|(last|this|next) \w+|\d+ \w+ ago|-?\d+[mhdw]|зараз|сьогодні|у?вчора|завтра)$/i

/**
 * Forms that people and programs write in place of one that is understood, and the reason against
 * each; the first counts.
 */
const HINTS: readonly (readonly [RegExp, PlainDateCode | ((text: string) => DateReason)])[] = [
  [/^$/, 'date_empty'],
  [/^\s|\s$/, 'date_in_blanks'],
  [/^\.\.$/, 'date_open_on_both_sides'],
  [/^(?=.*\d)(?=.*[txyz])[\dTXYZtxyz:.+~?%-]+$/, 'date_in_lower_case'],
  [/[[\]{}]/, 'date_set'],
  [/^[~?%]|[~?%]-/, 'date_part_qualified'],
  [/[~?%]{2}$/, 'date_qualified_twice'],
  [RELATIVE, 'date_relative'],
  [/^Y?-?\d+[ES]\d/, 'date_with_exponent'],
  [/^Y/, 'date_y_misused'],
  [/^[\dX-]*X[\dX-]*$/, 'date_digits_unspecified'],
  [/^-?\d{4}-?W/, 'date_of_week'],
  [/^-?\d{4}-\d{3}$/, 'date_of_day_in_year'],
  [
    /^\d{9,10}$/,
    (text) => ({
      code: 'date_in_seconds',
      params: { text, instant: isoOf(Number(text) * 1000) },
    }),
  ],
  [
    /^\d{12,13}$/,
    (text) => ({ code: 'date_in_milliseconds', params: { text, instant: isoOf(Number(text)) } }),
  ],
  [/^[+-]?\d{5,}$/, 'date_of_long_year'],
  [/^\d\d[-.]\d\d?[-.]\d\d?$|^\d\d?[-.]\d\d?[-.]\d\d$/, 'date_short_year'],
  [/^\S+ \d\d:/, 'date_blank_before_time'],
  [/T/, 'date_time_unknown'],
]

/** Makes the refusal of a text that has none of the forms of a date. */
export function dateRefusal(text: string): UncertainDateError {
  const hint = HINTS.find(([form]) => form.test(text))
  const [, reason = 'date_not_understood'] = hint ?? []
  if (typeof reason === 'string') return refusedDate(text, reason)
  return new UncertainDateError(reason(text))
}

/** Reasons against a whole text with slashes, which is no interval. */
const WITH_SLASHES: readonly (readonly [RegExp, PlainDateCode])[] = [
  [/^\d\d?\/\d\d?\/\d\d$/, 'date_short_year'],
  [/T.*[A-Z][a-z]+\/[A-Z]/, 'date_zone_name'],
]

/** Refuses a text with slashes that is no interval; undefined for any other text. */
export function slashedRefusal(text: string): UncertainDateError | undefined {
  const code = WITH_SLASHES.find(([form]) => form.test(text))?.[1]
  return code && refusedDate(text, code)
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z')
}
