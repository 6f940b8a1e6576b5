import { datesIn } from './dates.ts'
import { lexiconOf, type ReaderLexicon } from './lexicon.ts'
import { type Token, tokensIn } from './tokens.ts'

const words = (text: string) => new Set(text.split(' '))

/** Small words by which a text in Latin letters is told to be in a language. */
const SMALL: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words('the of and to in that is was for with'),
  fr: words('le la les des et du dans que est une'),
  de: words('der die das und den von zu mit ist ein'),
  es: words('el los las y del que en una por con'),
}

/** Letters by which a text in another script is told to be in a language; the first that fits. */
const LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['uk', /[іїєґ]/giu],
  ['ru', /[ыэъё]/giu],
  ['ar', /\p{Script=Arabic}/gu],
  ['zh', /\p{Script=Han}/gu],
]

/** The least number of small words, or of letters of a script, that decides. */
const ENOUGH = 5

/** The most characters of a report by which its language is told. */
const SAMPLE = 4000

/** The language that a report is in, by its letters and small words; undefined if that is not clear. */
export function guessLanguage(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE)
  const byLetters = LETTERS.find(([, letters]) => (sample.match(letters)?.length ?? 0) >= ENOUGH)
  if (byLetters !== undefined) return byLetters[0]
  const said = tokensIn(sample, { start: 0, end: sample.length }).map(({ text: word }) =>
    word.toLowerCase(),
  )
  const counts = Object.entries(SMALL)
    .map(([language, small]) => ({ language, count: said.filter((one) => small.has(one)).length }))
    .sort((one, other) => other.count - one.count)
  const [first, second] = counts
  return first !== undefined && first.count >= ENOUGH && first.count > 2 * (second?.count ?? 0)
    ? first.language
    : undefined
}

/** Words beside the date on which a text was published or agreed. */
const SAYING = words(
  'published updated released issued dated date done signed publie publiee fait communique mis опубліковано оновлено дата',
)

/** Small words beside such a date. */
const BETWEEN = words('on at of the from for le la du de a jour від р року')

/** The number of lines at the beginning and at the end that are searched for the date of a report. */
const FIRST = 6
const LAST = 3

/**
 * The day that a report gives as its own, `2026-03-01`: beside a place at the beginning of a line, as
 * agencies print it, beside a word that says so, or in a line by itself; among the first lines and the
 * last. Never a day after today. Undefined if it gives none.
 */
export function reportDay(text: string, language: string, today: string): string | undefined {
  const lexicon = lexiconOf(language) ?? (lexiconOf('en') as ReaderLexicon)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  for (const line of [...lines.slice(0, FIRST), ...lines.slice(FIRST).slice(-LAST)]) {
    const day = dayOfLine(line, lexicon, today)
    if (day !== undefined) return day
  }
  return undefined
}

/** The day at the beginning of a line, if before it stand names and words for dates alone. */
function dayOfLine(line: string, lexicon: ReaderLexicon, today: string): string | undefined {
  const tokens = tokensIn(line, { start: 0, end: line.length })
  const dates = datesIn(line, tokens, lexicon, { published: today, isPlan: false, isOwn: true })
  // A weekday goes with a day; by itself it is that of something told.
  const found = dates.find(({ start, end }) => /\d/.test(line.slice(start, end)))
  if (found === undefined || !/^\d{4}-\d\d-\d\d$/.test(found.date)) return undefined
  if (found.date > today) return undefined
  const before = tokens.filter(({ start }) => start < found.start)
  const after = line.slice(found.end).replace(/^\s*р(оку|\.)/u, '')
  const isAlone = /^[\s\d:.,]*$/.test(after)
  const isTold = isAlone || before.some((token) => isName(token) || SAYING.has(token.folded))
  const isAtMark = isAlone || /^\s*(?:[.,—–:(/]|-\s)/.test(after)
  return isTold && isAtMark && before.every((token) => goesWithDate(token, lexicon))
    ? found.date
    : undefined
}

function isName({ text, folded }: Token): boolean {
  return /^\p{Lu}/u.test(text) && !BETWEEN.has(folded)
}

function goesWithDate(token: Token, { weekdays }: ReaderLexicon): boolean {
  const { text, folded } = token
  const isWord = SAYING.has(folded) || BETWEEN.has(folded) || weekdays.flat().includes(folded)
  return isWord || isName(token) || /^\d/.test(text)
}
