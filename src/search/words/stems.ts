import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { arabicStem } from './arabic.ts'
import { folded, lowered } from './fold.ts'
import { ukrainianStems } from './ukrainian.ts'
import type { Word } from './words.ts'

/** Longer ones are compared as they are: no language has such words, and stemming them takes long. */
const LONGEST_STEMMED = 40

/** A language whose inflections are known, and how a word of it loses them. */
interface Inflected {
  readonly language: string
  readonly script: RegExp
  stems(word: Word): readonly string[]
}

const accented = (stem: (word: string) => string) => (word: Word) => [
  folded(stem(lowered(word.written))),
]
const plain = (stem: (form: string) => string) => (word: Word) => [folded(stem(word.form))]

const INFLECTED: readonly Inflected[] = [
  { language: 'en', script: /\p{Script=Latin}/u, stems: plain(english) },
  { language: 'fr', script: /\p{Script=Latin}/u, stems: accented(french) },
  { language: 'es', script: /\p{Script=Latin}/u, stems: accented(spanish) },
  { language: 'ru', script: /\p{Script=Cyrillic}/u, stems: plain(russian) },
  {
    language: 'uk',
    script: /\p{Script=Cyrillic}/u,
    stems: (word) => ukrainianStems(word.form).map(folded),
  },
  { language: 'ar', script: /\p{Script=Arabic}/u, stems: plain(arabicStem) },
]

/** The most words that are remembered, so that the common ones are not stemmed again and again. */
const REMEMBERED = 20_000

const known = new Map<string, readonly string[]>()

/**
 * The stems of a word, each after its language's tag, as in `en:negoti`: in the language of the text
 * where that is one of ours and is written in the word's script, else in each that is. A word of a
 * query has no language.
 *
 * @param language BCP 47
 */
export function stemsOf(word: Word, language?: string): readonly string[] {
  const [primary = ''] = (language ?? '').toLowerCase().split('-')
  const key = `${primary} ${word.written}`
  const found = known.get(key)
  if (found !== undefined) return found
  const stems = stem(word, primary)
  if (known.size >= REMEMBERED) known.clear()
  known.set(key, stems)
  return stems
}

function stem(word: Word, primary: string): string[] {
  if (word.form.length > LONGEST_STEMMED) return []
  const fitting = INFLECTED.filter(({ script }) => script.test(word.form))
  const own = fitting.filter(({ language }) => language === primary)
  return (own.length > 0 ? own : fitting).flatMap(({ language, stems }) =>
    stems(word).map((stem) => `${language}:${stem}`),
  )
}
