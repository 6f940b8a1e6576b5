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

/**
 * Forms that people and programs write in place of one that is understood, and the reason against
 * each; the first counts.
 */
const HINTS: readonly (readonly [RegExp, PlainDateCode | ((text: string) => DateReason)])[] = [
  [/^$/, 'date_empty'],
  [/^\s|\s$/, 'date_in_blanks'],
  [/^\.\.$/, 'date_open_on_both_sides'],
  [/^(?=.*[txyz])[\dTXYZtxyz:.+~?%-]+$/, 'date_in_lower_case'],
  [/[[\]{}]/, 'date_set'],
  [/^[~?%]|[~?%]-/, 'date_part_qualified'],
  [/[~?%]{2}$/, 'date_qualified_twice'],
  [/^Y?-?\d+[ES]\d/, 'date_with_exponent'],
  [/^Y/, 'date_y_misused'],
  [/^[\dX-]*X[\dX-]*$/, 'date_digits_unspecified'],
  [/^\d{8}(T.*)?$|^\d{6}$/, 'date_in_basic_format'],
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
  [/^-?\d{4}-\d{1,2}(-\d{1,2})?$/, 'date_of_one_digit'],
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

/** Forms of a whole text with several slashes or points, which are no interval. */
const SEPARATED: readonly (readonly [
  RegExp,
  'date_separators' | 'date_year_last',
  (parts: readonly string[]) => readonly string[],
])[] = [
  [
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/,
    'date_separators',
    ([year, month = '', day = '']) => [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`],
  ],
  [
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/,
    'date_year_last',
    ([one = '', two = '', year]) => {
      const [first, second] = [one.padStart(2, '0'), two.padStart(2, '0')]
      const dayFirst = Number(second) <= 12 ? [`${year}-${second}-${first}`] : []
      const monthFirst = Number(first) <= 12 ? [`${year}-${first}-${second}`] : []
      const forms = [...new Set([...dayFirst, ...monthFirst])]
      return forms.length > 0 ? forms : ['2026-02-01']
    },
  ],
]

/** Refuses a date in the order of a country, such as `01/02/2026`; undefined for any other text. */
export function separatedRefusal(text: string): UncertainDateError | undefined {
  for (const [form, code, formsOf] of SEPARATED) {
    const [, ...parts] = form.exec(text) ?? []
    if (parts.length > 0)
      return new UncertainDateError({ code, params: { text, forms: formsOf(parts) } })
  }
  return undefined
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z')
}
