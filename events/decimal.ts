/** The most digits, before and after the point together, that a decimal may have. */
export const MAX_DIGITS = 100

/** Digits without zeros at either end, times a power of ten; no digits for nought. */
interface Decimal {
  readonly isNegative: boolean
  readonly digits: string
  /** The power of ten of the last digit. */
  readonly power: number
}

const WRITTEN = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/

/**
 * Normalises a decimal as people and programs write it: `600000.0`, `6e5` and `600000` are all
 * `600000`. No exponent, no zeros before the digits or after the last decimal, no negative nought.
 *
 * @returns undefined where the text is no decimal, or has more than {@link MAX_DIGITS} digits.
 */
export function normaliseDecimal(text: string): string | undefined {
  const decimal = readDecimal(text)
  if (decimal === undefined) return undefined
  const { isNegative, digits, power } = decimal
  if (digits === '') return '0'
  const size = Math.max(digits.length + Math.max(power, 0), -power)
  if (size > MAX_DIGITS) return undefined
  const padded = power >= 0 ? digits + '0'.repeat(power) : digits.padStart(1 - power, '0')
  const point = padded.length + Math.min(power, 0)
  const fraction = power < 0 ? `.${padded.slice(point)}` : ''
  return `${isNegative ? '-' : ''}${padded.slice(0, point)}${fraction}`
}

/**
 * Tells if two texts are the same decimal, however they are written and however large they are.
 * False where either is no decimal.
 */
export function isSameDecimal(a: string, b: string): boolean {
  const [left, right] = [readDecimal(a), readDecimal(b)]
  if (left === undefined || right === undefined) return false
  return (
    left.digits === right.digits &&
    (left.digits === '' || (left.power === right.power && left.isNegative === right.isNegative))
  )
}

/** Tells if a normalised decimal is less than another. */
export function isLess(a: string, b: string): boolean {
  if (a.startsWith('-')) return b.startsWith('-') ? isLess(b.slice(1), a.slice(1)) : true
  if (b.startsWith('-')) return false
  const [whole = '', fraction = ''] = a.split('.')
  const [otherWhole = '', otherFraction = ''] = b.split('.')
  if (whole.length !== otherWhole.length) return whole.length < otherWhole.length
  return whole === otherWhole ? fraction < otherFraction : whole < otherWhole
}

function readDecimal(text: string): Decimal | undefined {
  const parts = WRITTEN.exec(text)
  if (parts === null) return undefined
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts
  const digits = (whole + fraction).replace(/^0+/, '')
  const significant = withoutTrailingZeros(digits)
  const power = Number(exponent) - fraction.length + (digits.length - significant.length)
  return { isNegative: sign === '-', digits: significant, power }
}

/** A regular expression would try every run of zeros; this looks at the last one alone. */
function withoutTrailingZeros(digits: string): string {
  let end = digits.length
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end -= 1
  return digits.slice(0, end)
}
