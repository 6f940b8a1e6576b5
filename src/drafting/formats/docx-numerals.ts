/** The letters that count in a list, from the first; after the last they are doubled. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['lowerLetter', 'abcdefghijklmnopqrstuvwxyz'],
  ['russianLower', 'абвгдежзиклмнопрстуфхцчшщыэюя'],
  ['arabicAlpha', 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'],
  ['arabicAbjad', 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'],
])

const NUMERALS: ReadonlyMap<string, (number: number) => string | undefined> = new Map([
  ...['none', 'bullet'].map((format) => [format, () => ''] as const),
  ['decimal', String],
  ['decimalZero', (number: number) => String(number).padStart(2, '0')],
  ['lowerRoman', (number: number) => summed(number, ROMAN)],
  ['ordinal', ordinal],
  ['hebrew1', hebrew],
  ['chineseCounting', chinese],
  ['chineseCountingThousand', chinese],
  ['japaneseCounting', chinese],
  ['taiwaneseCountingThousand', chinese],
])

/**
 * A number as a list shows it, in the form of this name (ST_NumberFormat of ECMA-376): 3 is `3`, `c`,
 * `C`, `iii`, `в` or `三`. Undefined where the form, or this number in it, is not known.
 */
export function numeral(number: number, format: string): string | undefined {
  const lower = format.replace(/^upper/, 'lower').replace(/Upper$/, 'Lower')
  const letters = LETTERS.get(lower)
  const written = letters === undefined ? NUMERALS.get(lower)?.(number) : lettered(number, letters)
  return lower === format ? written : written?.toUpperCase()
}

/** The most letters of one number. */
const MOST_LETTERS = 30

function lettered(number: number, letters: string): string | undefined {
  const times = Math.ceil(number / letters.length)
  if (number < 1 || times > MOST_LETTERS) return undefined
  return (letters[(number - 1) % letters.length] as string).repeat(times)
}

type Values = readonly (readonly [number, string])[]

const ROMAN: Values = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
  ] as const),
  ...([
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
]

const HEBREW: Values = [
  ...Array.from('תשרק', (letter, place) => [400 - place * 100, letter] as const),
  ...Array.from('צפעסנמלכ', (letter, place) => [90 - place * 10, letter] as const),
  [10, 'י'],
  ...Array.from('טחזוהדגבא', (letter, place) => [9 - place, letter] as const),
]

/** The largest number that is written as a sum. */
const LARGEST = 5000

function summed(number: number, values: Values): string | undefined {
  if (number < 1 || number > LARGEST) return undefined
  let [left, written] = [number, '']
  for (const [value, digits] of values) {
    for (; left >= value; left -= value) written += digits
  }
  return written
}

/** 15 and 16 are not written with the letters of 10 and 5 or 6. */
function hebrew(number: number): string | undefined {
  const written = number < 500 ? summed(number, HEBREW) : undefined
  return written?.replace('יה', 'טו').replace('יו', 'טז')
}

/** 1 to 99 as Chinese and Japanese count: 十, 十一, 二十. */
function chinese(number: number): string | undefined {
  if (number < 1 || number > 99) return undefined
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const digit = (value: number) => '一二三四五六七八九'[value - 1] ?? ''
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? '十' : ''}${digit(ones)}`
}

function ordinal(number: number): string {
  const isTeen = Math.floor(number / 10) % 10 === 1
  const end = isTeen ? undefined : ['st', 'nd', 'rd'][(number % 10) - 1]
  return `${number}${end ?? 'th'}`
}
