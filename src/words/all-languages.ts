import { english } from './en/english.ts'
import type { Language } from './language.ts'
import { ukrainian } from './uk/ukrainian.ts'
import type { Words } from './words.ts'

/** The words of every language. */
export const WORDS: Readonly<Record<Language, Words>> = { en: english, uk: ukrainian }
