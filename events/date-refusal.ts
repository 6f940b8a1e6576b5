/** A text is no date that can be recorded. The message is a sentence its recorder can act on. */
export class UncertainDateError extends Error {
  constructor(text: string, why: string) {
    super(`"${text}" ${why}`)
    this.name = 'UncertainDateError'
  }
}

/**
 * Forms that people and programs write in place of one that is understood, and what to do; the first
 * counts.
 */
const HINTS: readonly (readonly [RegExp, string | ((text: string) => string)])[] = [
  [/^$/, 'is empty: write a date such as 2025-11-30'],
  [/^\s|\s$/, 'has blanks around it: remove them'],
  [/^\.\.$/, 'names no date: where both sides are open, write ../'],
  [/^(?=.*[txyz])[\dTXYZtxyz:.+~?%-]+$/, 'is in lower case: write T, X, Y and Z in capitals'],
  [/[[\]{}]/, 'is EDTF level 2: instead of a set, write an interval such as 2025-11/2025-12'],
  [/^[~?%]|[~?%]-/, 'is EDTF level 2: qualify the whole date, with ~, ? or % at its end'],
  [/[~?%]{2}$/, 'has two qualifiers: write % for both uncertain and approximate'],
  [/^Y?-?\d+[ES]\d/, 'is EDTF level 2: write the year out, without E or S'],
  [/^Y/, 'misuses Y: it goes before a year of more than four digits, and nothing follows'],
  [/^[\dX-]*X[\dX-]*$/, 'is EDTF level 2: only its last digits may be X, as in 201X or 2025-XX'],
  [/^\d{8}(T.*)?$|^\d{6}$/, 'is in the basic format: write hyphens and colons, as in 2025-11-30'],
  [/^-?\d{4}-?W/, 'is a week date: write the days, as in 2025-11-24/2025-11-30'],
  [/^-?\d{4}-\d{3}$/, 'counts the days of the year: write month and day, as in 2025-11-30'],
  [/^\d{9,10}$/, (text) => `looks like seconds since 1970: write ${isoOf(Number(text) * 1000)}`],
  [/^\d{12,13}$/, (text) => `looks like milliseconds since 1970: write ${isoOf(Number(text))}`],
  [/^[+-]?\d{5,}$/, 'has a year of more than four digits: write Y before it'],
  [/^-?\d{4}-\d{1,2}(-\d{1,2})?$/, 'has a month or day of one digit: write two, as in 2025-04-03'],
  [/^\S+ \d\d:/, 'has a blank before its time of day: write T'],
  [/T/, 'has no time of day that is understood: write one such as 14:00-05:00'],
]

/** Makes the refusal of a text that has none of the forms of a date. */
export function dateRefusal(text: string): UncertainDateError {
  const hint = HINTS.find(([form]) => form.test(text))
  const [, what] = hint ?? []
  return new UncertainDateError(
    text,
    (typeof what === 'function' ? what(text) : what) ??
      'is not understood: write a date such as 2025-11-30, or 2025-11',
  )
}

/** Forms of a whole text with several slashes or points, which are no interval. */
const SEPARATED: readonly (readonly [RegExp, (parts: readonly string[]) => string])[] = [
  [
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/,
    ([year, month = '', day = '']) =>
      `has other signs than hyphens: write ${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  ],
  [
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/,
    ([one = '', two = '', year]) => {
      const [first, second] = [one.padStart(2, '0'), two.padStart(2, '0')]
      const dayFirst = Number(second) <= 12 ? [`${year}-${second}-${first}`] : []
      const monthFirst = Number(first) <= 12 ? [`${year}-${first}-${second}`] : []
      const forms = [...new Set([...dayFirst, ...monthFirst])]
      return `does not begin with its year: write ${forms.join(' or ') || '2026-02-01'}`
    },
  ],
]

/** Refuses a date in the order of a country, such as `01/02/2026`; undefined for any other text. */
export function separatedRefusal(text: string): UncertainDateError | undefined {
  for (const [form, hint] of SEPARATED) {
    const [, ...parts] = form.exec(text) ?? []
    if (parts.length > 0) return new UncertainDateError(text, hint(parts))
  }
  return undefined
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z')
}
