import type { ReasonParams } from '../decide/reasons.ts'
import { english } from './en/english.ts'
import { reasons as englishReasons } from './en/reasons.ts'
import type { Language } from './language.ts'
import { reasons as ukrainianReasons } from './uk/reasons.ts'
import { ukrainian } from './uk/ukrainian.ts'
import type { Sentences, Words } from './words.ts'

/** The reasons of refusals in every language. */
export const REASONS: Readonly<Record<Language, Sentences<ReasonParams>>> = {
  en: englishReasons,
  uk: ukrainianReasons,
}

/** The words of every language. */
export const WORDS: Readonly<Record<Language, Words>> = { en: english, uk: ukrainian }
