import { INSERTED } from './lexicon.ts'

/** The value of a number, from its widest part to what was inserted: 71A is [71, 1]. */
export type Value = readonly number[]

/** The relation of a number to the one before it of its kind. */
export type Relation = 'next' | 'later' | 'same' | 'earlier'

const ROMAN: Readonly<Record<string, number>> = {
  ...{ i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 },
}

/** Alphabets by which lists are lettered; letters that some languages leave out are in capitals. */
const ALPHABETS = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгҐдеЁЄжзиІЇЙклмнопрстуфхцчшщЪЫЬэюя',
  'ابجدهوزحطيكلمنسعفصقرشت',
  'αβγδεζηθικλμνξοπρστυφχψω',
]
const HAN = '〇一二三四五六七八九'
const STEMS = '甲乙丙丁戊己庚辛壬癸'

/** The value of a roman number; undefined of what is not written as one. */
export function romanValue(letters: string): number | undefined {
  const digits = letters.toLowerCase()
  if (!/^(?=.)m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(digits))
    return undefined
  const values = Array.from(digits, (digit) => ROMAN[digit] as number)
  return values.reduce((sum, each, at) => sum + (each < (values[at + 1] ?? 0) ? -each : each), 0)
}

/** The place of a letter in its alphabet from 1; a doubled one, as in (aa), goes on after the last. */
export function letterValue(letters: string): number | undefined {
  const [first = '', ...more] = Array.from(letters.toLowerCase().replace('أ', 'ا'))
  if (more.length > 1 || (more.length === 1 && more[0] !== first)) return undefined
  for (const alphabet of ALPHABETS) {
    const place = alphabet.toLowerCase().indexOf(first)
    if (place >= 0) return place + 1 + more.length * alphabet.length
  }
  return undefined
}

/** The value of a Chinese number: 十二, 一百零三, or digits in a row. */
export function hanValue(digits: string): number | undefined {
  if (STEMS.includes(digits)) return STEMS.indexOf(digits) + 1
  let [total, digit] = [0, 0]
  for (const each of digits.replaceAll('零', '〇')) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[each]
    if (unit !== undefined) {
      total += (digit || 1) * unit
      digit = 0
    } else if (HAN.includes(each)) digit = digit * (total === 0 ? 10 : 0) + HAN.indexOf(each)
    else return undefined
  }
  return total + digit
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The value of digits of any script. */
export function digitsValue(digits: string): number {
  if (RAISED.includes(digits.charAt(0))) {
    return Number(Array.from(digits, (digit) => RAISED.indexOf(digit)).join(''))
  }
  return Number(
    digits.replace(/[٠-٩۰-۹０-９]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15)),
  )
}

/** The value of `bis`, `ter` and the like, put after a number. */
export function insertedValue(word: string): number {
  const place = INSERTED.indexOf(word.toLowerCase())
  return place < 0 ? 2 : place + 2
}

/** The value of the parts of a number such as `QQ.E.1`, `5-A`, `12(2)`, `IV` or `71A`. */
export function partsValue(number: string): Value {
  const parts = number.match(/[\d٠-٩۰-۹０-９]+|[⁰¹²³⁴-⁹]+|\p{L}+/gu) ?? []
  return parts.map((part, at) => {
    if (/^[\d٠-٩۰-۹０-９⁰¹²³⁴-⁹]/.test(part)) return digitsValue(part)
    if (INSERTED.includes(part.toLowerCase())) return insertedValue(part)
    const roman = at === 0 && parts.length === 1 ? romanValue(part) : undefined
    return roman ?? letterValue(part) ?? codeValue(part)
  })
}

function codeValue(letters: string): number {
  return Array.from(letters).reduce((sum, each) => sum * 64 + ((each.codePointAt(0) ?? 0) & 63), 0)
}

/** True if a number begins a series. */
export function isFirst(value: Value): boolean {
  return (value.at(-1) as number) <= 1
}

/** The relation of `value` to `before`: `71A` and `72` are both next after `71`. */
export function relationOf(before: Value, value: Value): Relation {
  const length = Math.min(before.length, value.length)
  let at = 0
  while (at < length && before[at] === value[at]) at += 1
  if (at === length) {
    if (value.length > before.length) return 'next'
    return value.length === before.length ? 'same' : 'earlier'
  }
  const [was, is] = [before[at] as number, value[at] as number]
  if (is < was) return 'earlier'
  return is === was + 1 && value.slice(at + 1).every((part) => part <= 1) ? 'next' : 'later'
}

/** The same of letters of alphabets from which languages leave some out. */
export function letterRelation(before: Value, value: Value): Relation {
  const relation = relationOf(before, value)
  if (relation !== 'later') return relation
  const [was, is] = [before[0] as number, value[0] as number]
  const skipped = (ALPHABETS[1] as string).slice(was, is - 1)
  return skipped !== '' && skipped === skipped.toUpperCase() ? 'next' : 'later'
}
