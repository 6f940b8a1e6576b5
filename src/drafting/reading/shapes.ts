import { ARTICLE, divisionName, divisionOf, foldWord, INSERTED, ordinalOf } from './lexicon.ts'
import {
  digitsValue,
  hanValue,
  insertedValue,
  letterValue,
  partsValue,
  romanValue,
  type Value,
} from './values.ts'

/**
 * Begins words that are those of a clause, though a label or a heading could stand there: the
 * character WORD JOINER, which is not shown. What is exported as plain text has it where it is needed.
 */
export const WORDS_MARK = '\u2060'

/** Begins the words after a heading, of which the line before would not be read as one. Not shown. */
export const HEADING_END = '\u2063'

/**
 * Characters without width that may stand in a label or before it, as a class: soft hyphens, blanks
 * without width, and marks of direction; not joiners, which change how letters look.
 */
export const UNSEEN = '[\\u00ad\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]'
const UNSEEN_ONE = new RegExp(UNSEEN)
/** Blanks of other widths, which stand for the usual ones. */
const BLANKS = /[\u2000-\u200a\u202f\u205f]/g
const UNUSUAL = new RegExp(`${UNSEEN}|${BLANKS.source}`)
/** Labels end before it, in UTF-16 units. */
const LONGEST_HEAD = 120

/** One way to understand a label: (i) is a letter or a roman number. */
export interface LabelReading {
  /** Labels of one list are alike in style. */
  readonly style: string
  readonly value: Value
}

/** A printed number or letter at the beginning of a line, and what follows it there. */
export interface Shape {
  readonly label: string
  readonly rest: string
  readonly readings: readonly LabelReading[]
  /** The word for the division: a listed one, one that is not listed (null), or a mark alone. */
  readonly division: { readonly rank: number } | 'annex' | null | undefined
}

const DIGITS = '[\\d٠-٩۰-۹０-９]{1,6}'
const ORDINAL = '(?:er|re|ère)(?!\\p{L})'
const PART = `(?:${DIGITS}|[IVXLCDM]{1,9}(?=${ORDINAL}|\\P{L}|$)|\\p{Lu}{1,3}(?![\\p{L}]))`
/** The letter of a part of a French code, as in `L. 211-1`. */
const CODE = '(?:[LRDA]\\*?\\.[ \\u00a0]?(?=\\d{1,4}-\\d))?'
const MARK = '(?:\\.?[º°ª]|(?:er|re|ère|ère|ro|ra)(?!\\p{L}))?'
const SUFFIX = '(?:(?<=\\d)(?:\\p{L}{1,2}(?![\\p{L}\\d])|[¹²³⁰⁴-⁹]{1,3}))?'
const INSERTED_WORD = `(?:${[...INSERTED, ...INSERTED.map((word) => word.toUpperCase())].join('|')}|مكرر[اة]?)`
/** `bis` before a number is the German word for `to`, as in `§§ 6 bis 8`. */
const ADVERB = `(?:[ \\u00a0-]{0,2}${INSERTED_WORD}(?![\\p{L}]|[ \\u00a0]\\d))?`
/** The end of a range after `§§`. */
const RANGE = /^[ \u00a0](?:bis|und|u\.|to|and|[-–])[ \u00a0]\d{1,4}\p{Ll}?(?!\p{L})/u
const NUMBER = new RegExp(
  `^(?:\\(${DIGITS}\\)|${CODE}${PART}(?:[.–-]${PART}){0,8})${MARK}${SUFFIX}(?:[-–]\\p{Lu}{1,2}(?!\\p{L}))?(?:\\(${DIGITS}\\))?${ADVERB}\\.?(?=$|[\\s:：—–\\])}.,-])`,
  'u',
)
const WORD = /^(?:(§§?)[ \u00a0]?|(\p{L}[\p{L}\p{M}’']{0,24}\.?)(?=[\s(:：]|$))/u
/** A short code and a number, as preambular and operative paragraphs have: `PP1`, `OP2 bis`. */
const GLUED = new RegExp(`^(\\p{Lu}\\p{L}{0,3})(\\d{1,3}${ADVERB}\\.?)(?=\\s|$)`, 'u')
const HAN_DIGITS = '[〇零一二三四五六七八九十百千\\d]{1,12}'
const HAN = new RegExp(
  `^(?:第(${HAN_DIGITS})(编|編|部分|章|节|節|条|條)(?:[之の](${HAN_DIGITS}))?|제(\\d{1,6})(편|장|절|조)(?:의(\\d{1,3}))?)`,
  'u',
)
const HAN_RANKS: Readonly<Record<string, number>> = {
  ...{ 编: 0, 編: 0, 편: 0, 部分: 1, 章: 3, 장: 3, 节: 4, 節: 4, 절: 4 },
  ...{ 条: ARTICLE, 條: ARTICLE, 조: ARTICLE },
}
const HAN_ANNEX = new RegExp(`^(?:附件|附录|附表)(${HAN_DIGITS})?(?=$|[\\s：:])`, 'u')

/** Labels that are a number or letter between marks: what matches, and how it is understood. */
const BARE: readonly (readonly [pattern: RegExp, readings: (found: string[]) => LabelReading[]])[] =
  [
    [
      new RegExp(`^\\d{1,4}${INSERTED_WORD}?(?:\\.\\d{1,4}){1,8}${ADVERB}\\.?(?=\\s|$)`, 'u'),
      ([label = '']) => {
        const value = partsValue(label)
        const parts = label.match(/\d+/g)?.length
        return [{ style: `dotted ${parts}`, value }]
      },
    ],
    [
      new RegExp(
        `^(${DIGITS})(\\p{L}{1,2}|[-–]\\d{1,3}|${ADVERB})([.)．）])(?=\\s|\\p{Script=Han}|$)`,
        'u',
      ),
      ([, digits = '', more = '', mark = '']) => [
        {
          style: `number ${mark.normalize('NFKC')}`,
          value: [digitsValue(digits), ...partsValue(more)],
        },
      ],
    ],
    [
      new RegExp(`^\\((${DIGITS})(\\p{L}{0,2}|${ADVERB})\\)(?=\\s|$)`, 'u'),
      ([, digits = '', more = '']) => [
        { style: 'number ()', value: [digitsValue(digits), ...partsValue(more)] },
      ],
    ],
    [
      new RegExp(`^(${DIGITS}|[IVXLC]{1,9})[ \\u00a0]?[-–—](?=\\s)`, 'u'),
      ([, number = '']) => [
        { style: /^[IVXLC]/.test(number) ? 'roman -' : 'number -', value: partsValue(number) },
      ],
    ],
    [
      /^(\d{1,3})[°º](?=\s)/u,
      ([, digits = '']) => [{ style: 'degree', value: [digitsValue(digits)] }],
    ],
    [
      new RegExp(
        `^([(（]?)([\\p{Ll}\\p{Lo}]{1,9}|\\p{Lu}{1,9})([ \\u00a0-]${INSERTED_WORD})?([.)）])(?=\\s|\\p{Script=Han}|$)`,
        'u',
      ),
      ([, open = '', letters = '', more = '', mark = '']) =>
        letterReadings(letters, `${open}${mark}`.normalize('NFKC')).map(({ style, value }) => ({
          style,
          value: more === '' ? value : [...value, insertedValue(more.slice(1))],
        })),
    ],
    [new RegExp(`^（(${HAN_DIGITS})）`, 'u'), ([, digits = '']) => hanReadings(digits, '（）')],
    [
      new RegExp(`^(${HAN_DIGITS}|[甲乙丙丁戊己庚辛壬癸])、`, 'u'),
      ([, digits = '']) => hanReadings(digits, '、'),
    ],
    [
      /^([０-９]{1,3}|[一二三四五六七八九十]{1,3})(?=\u3000)/u,
      ([, digits = '']) =>
        /^[０-９]/.test(digits)
          ? [{ style: 'number full-width', value: [digitsValue(digits)] }]
          : hanReadings(digits, 'alone'),
    ],
    [
      /^(\d{1,3})(\p{Lu}{0,2})(?=\s+\p{Lu}|$)/u,
      ([, digits = '', more = '']) => [
        { style: 'plain', value: [digitsValue(digits), ...partsValue(more)] },
      ],
    ],
  ]

/** True of the label of a paragraph, as `PP1` and `OP2 bis`: paragraphs have words and no heading. */
export function isGlued(label: string): boolean {
  return /^\p{Lu}\p{L}{0,3}\d/u.test(label)
}

/**
 * The label with which a line may begin; undefined of a line that begins with none. Characters that
 * have no width, in the label or before it, are no part of it.
 */
export function shapeOf(line: string): Shape | undefined {
  const head = line.slice(0, LONGEST_HEAD)
  if (!UNUSUAL.test(head)) return plainShape(line)
  const places: number[] = []
  for (let at = 0; at < head.length; at++) if (!UNSEEN_ONE.test(head.charAt(at))) places.push(at)
  const seen = places.map((at) => head.charAt(at)).join('')
  const shape = plainShape(seen.replace(BLANKS, '\u00a0') + line.slice(head.length))
  if (shape === undefined) return undefined
  const { label, rest } = shape
  const end = line.length - rest.length + (places.length - head.length)
  return {
    ...shape,
    label: seen.slice(0, label.length),
    rest: rest === '' ? '' : line.slice(places[end] ?? end + head.length - places.length),
  }
}

function plainShape(line: string): Shape | undefined {
  return hanShape(line) ?? wordShape(line) ?? bareShape(line)
}

/**
 * True of a label by its own words: a number alone before words, or a word that calls nothing known,
 * may be part of a sentence or heading.
 */
export function isSureLabel({ division, readings }: Shape): boolean {
  return division !== null && readings.some(({ style }) => style !== 'plain')
}

function bareShape(line: string): Shape | undefined {
  for (const [pattern, understand] of BARE) {
    const found = pattern.exec(line)
    if (found === null) continue
    const readings = understand(found)
    if (readings.length === 0) continue
    const label = found[0]
    return { label, rest: line.slice(label.length).trimStart(), readings, division: undefined }
  }
  return undefined
}

function hanShape(line: string): Shape | undefined {
  const annex = HAN_ANNEX.exec(line)
  if (annex !== null)
    return divided(line, annex[0], '附件', [hanValue(annex[1] ?? '一') ?? 1], 'annex')
  const found = HAN.exec(line)
  if (found === null) return undefined
  const [label, han, hanUnit, hanInserted, korean, koreanUnit, koreanInserted] = found
  const [digits, unit] = [han ?? korean ?? '', hanUnit ?? koreanUnit ?? '']
  const inserted = hanInserted ?? koreanInserted
  const value = [digits, ...(inserted === undefined ? [] : [inserted])].map(
    (each) => (/^\d+$/.test(each) ? Number(each) : hanValue(each)) ?? 0,
  )
  return divided(line, label, unit, value, { rank: HAN_RANKS[unit] as number })
}

function wordShape(line: string): Shape | undefined {
  const found = WORD.exec(line) ?? GLUED.exec(line)
  if (found === null) return undefined
  const word = (found[1] ?? found[2]) as string
  const division = divisionOf(word)
  const glued = division === undefined ? GLUED.exec(line) : null
  if (glued !== null) {
    const [label, code = '', number = ''] = glued
    return divided(line, label, foldWord(code), namedValue(number), null)
  }
  const after = line.slice(found[0].length)
  const blank = (/^[ \u00a0\t]{0,3}/.exec(after) as RegExpExecArray)[0].length
  const token = NUMBER.exec(after.slice(blank))?.[0]
  const number = token === undefined || ordinalOf(token) === undefined ? token : undefined
  const style = divisionName(word)
  if (number !== undefined && (division !== undefined || isCapital(word))) {
    const end = found[0].length + blank + number.length
    const range = word === '§§' ? (RANGE.exec(line.slice(end))?.[0] ?? '') : ''
    const label = line.slice(0, end + range.length)
    return divided(line, label, style, namedValue(number), division ?? null)
  }
  const next = /^[ \u00a0\t]{0,3}([\p{L}\p{M}]{1,20})\.?(?=$|[\s:：.,—–-])/u.exec(after)
  const nextWord = next?.[1] as string
  if (division !== undefined && next !== null) {
    const counted = ordinalOf(nextWord)
    const label = line.slice(0, found[0].length + next[0].length)
    if (counted !== undefined) return divided(line, label, style, [counted], division)
  }
  const counted = ordinalOf(word)
  const following = next === null ? undefined : divisionOf(nextWord)
  if (counted !== undefined && following !== undefined && following !== 'annex') {
    const label = line.slice(0, found[0].length + (next as RegExpExecArray)[0].length)
    return divided(line, label, divisionName(nextWord), [counted], following)
  }
  return division === 'annex' ? annexAlone(line, word) : undefined
}

/** An annex without a number stands on a line of its own, perhaps with its heading after a mark. */
function annexAlone(line: string, word: string): Shape | undefined {
  const rest = line.slice(word.length)
  const isAlone = /^\s*$|^\s*[:—–]/u.test(rest) && isCapital(word)
  return isAlone ? divided(line, word, foldWord(word), [1], 'annex') : undefined
}

function divided(
  line: string,
  label: string,
  style: string,
  value: Value,
  division: Shape['division'],
): Shape {
  const rest = line.slice(label.length).trimStart()
  return { label, rest, readings: [{ style: `called ${style}`, value }], division }
}

function namedValue(number: string): Value {
  const adverb = new RegExp(`${INSERTED_WORD}\\.?$`, 'u').exec(number)
  const main = adverb === null ? number : number.slice(0, adverb.index)
  const parts = partsValue(main.replace(/(?<=[\dIVXLC])(?:er|re|ère|ro|ra)(?!\p{L})|[º°ª]/gu, ''))
  return adverb === null ? parts : [...parts, insertedValue(adverb[0].replace('.', ''))]
}

function letterReadings(letters: string, marks: string): LabelReading[] {
  const isUpper = /^\p{Lu}/u.test(letters)
  const readings: LabelReading[] = []
  const kind = `${isUpper ? 'upper' : 'lower'} ${marks}`
  const letter = letterValue(letters)
  const script = /\p{Script=Cyrillic}/u.test(letters) ? 'cyrillic' : 'letter'
  if (letter !== undefined && !(marks === '.' && !isUpper && letters.length > 1)) {
    readings.push({ style: `${script} ${kind}`, value: [letter] })
    const single = Array.from(letters).length === 2 ? letterValue(letters.slice(1)) : undefined
    if (single !== undefined) readings.push({ style: `double ${kind}`, value: [single] })
  }
  const roman = romanValue(letters)
  if (roman !== undefined && roman > 0) readings.push({ style: `roman ${kind}`, value: [roman] })
  return readings
}

function hanReadings(digits: string, marks: string): LabelReading[] {
  const value = /^\d+$/.test(digits) ? Number(digits) : hanValue(digits)
  return value === undefined ? [] : [{ style: `han ${marks}`, value: [value] }]
}

function isCapital(word: string): boolean {
  return /^[\p{Lu}\p{Lo}\p{Script=Georgian}§]/u.test(word)
}
