import type { DateReasonParams } from './date-reasons.ts'
import { dateInWords } from './month-names.ts'

/** Codes of the reasons that name the forms which may have been meant. */
type FormsCode = {
  [Code in keyof DateReasonParams]: DateReasonParams[Code] extends {
    readonly forms: readonly string[]
  }
    ? Code
    : never
}[keyof DateReasonParams]

/** A date that may have been meant by a text that is none. */
export interface MeantDate {
  readonly code: FormsCode
  /** The dates, or the interval, as they are to be written. */
  readonly forms: readonly string[]
}

type Parts = readonly string[]

const two = (digits = '') => digits.padStart(2, '0')

const dateOf = (parts: Parts) => parts.map((part) => two(part)).join('-')

/** One date, as the sides of an interval have it. */
const SIDE = String.raw`(\d{4}(?:-\d\d){0,2})`

/** The months of a quarter. */
function quarter([year, number]: Parts): string[] {
  const first = Number(number) * 3 - 2
  return [`${year}-${two(String(first))}/${year}-${two(String(first + 2))}`]
}

/** Both orders of a day and a month, where both can be. */
function dayAndMonth([one = '', other = '', year = '']: Parts): string[] {
  const dayFirst = Number(other) <= 12 ? [dateOf([year, other, one])] : []
  const monthFirst = Number(one) <= 12 ? [dateOf([year, one, other])] : []
  return [...new Set([...dayFirst, ...monthFirst])]
}

/** `20260301T120000Z`, with hyphens and colons. */
function extended([year, month, day, hour, minute, second, offset = '']: Parts): string[] {
  const date = [year, month, day].filter((part) => part !== undefined).join('-')
  const time = [hour, minute, second].filter((part) => part !== undefined).join(':')
  return [time === '' ? date : `${date}T${time}${offset}`]
}

const BASIC = /^(\d{4})(\d\d)(?:(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?)?$/

/** Forms in which people and programs write dates, none of which is understood; the first counts. */
const FORMS: readonly (readonly [RegExp, FormsCode, (parts: Parts) => readonly string[]])[] = [
  [/^(\d{4})[/.−–‐](\d{1,2})[/.−–‐](\d{1,2})$/, 'date_separators', (parts) => [dateOf(parts)]],
  [
    /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(?:(\d{1,2}) ?日)?$/,
    'date_separators',
    (parts) => [dateOf(parts)],
  ],
  [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, 'date_year_last', dayAndMonth],
  [
    /^(\d{1,2})[/.-](\d{4})$/,
    'date_year_last',
    ([month, year = '']) => [dateOf([year, two(month)])],
  ],
  [BASIC, 'date_in_basic_format', extended],
  [/^(\d{4})-?(\d\d)-?(\d\d)$/, 'date_separators', (parts) => [dateOf(parts)]],
  [/^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/, 'date_of_one_digit', (parts) => [dateOf(parts)]],
  [/^(\d{4})-?\s?Q([1-4])$/i, 'date_of_quarter', quarter],
  [
    new RegExp(`^${SIDE}(?:\\.{2,3}| ?[–—] ?| - | to )${SIDE}$`),
    'date_interval_form',
    ([from, to]) => [`${from}/${to}`],
  ],
  [
    new RegExp(`^(?:c\\.?|ca\\.?|circa|about|approx\\.?|~) ?${SIDE}$`, 'i'),
    'date_approximate_form',
    ([date]) => [`${date}~`],
  ],
  [/^(\d{4}-\d\d-\d\d) ?(?:Z|UTC|[+-]\d\d:?\d\d)$/, 'date_day_with_offset', ([day = '']) => [day]],
  [
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?) ?(?:UTC|GMT)$/,
    'date_offset_form',
    ([day, time]) => [`${day}T${time}Z`],
  ],
  [
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)([+-]\d\d)(\d\d)$/,
    'date_offset_form',
    ([time, hours, minutes]) => [`${time}${hours}:${minutes}`],
  ],
]

/**
 * The date that was probably meant by a text in none of the forms that are understood; undefined
 * where there is none.
 */
export function meantDate(text: string): MeantDate | undefined {
  for (const [form, code, formsOf] of FORMS) {
    const [, ...parts] = form.exec(text) ?? []
    if (parts.length === 0) continue
    const given = parts.filter((part) => part !== undefined)
    const forms = formsOf(code === 'date_in_basic_format' ? parts : given)
    if (forms.length > 0) return { code, forms }
  }
  const ascii = asciiDigits(text)
  if (ascii !== text)
    return { code: 'date_other_digits', forms: meantDate(ascii)?.forms ?? [ascii] }
  const inWords = dateInWords(text)
  return inWords === undefined ? undefined : { code: 'date_in_words', forms: [inWords] }
}

/** The text with digits of other scripts, such as Arabic ones, replaced by 0 to 9. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0
    if (point > 0xffff) return digit
    let zero = point
    // The digits of a script stand together, from its nought on.
    while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
    return String(point - zero)
  })
}
