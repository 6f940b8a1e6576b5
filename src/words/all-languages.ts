import type { ProblemCode } from '../problems/problems.ts'
import { allReasons as englishReasons } from './en/all-reasons.ts'
import { demoPeople as englishPeople } from './en/demo-people.ts'
import { details as englishDetails } from './en/details.ts'
import { english } from './en/english.ts'
import { requestParts as englishParts } from './en/request-parts.ts'
import { terminal as englishTerminal } from './en/terminal.ts'
import type { Language } from './language.ts'
import type { AnyReasonParams } from './reason.ts'
import { allReasons as ukrainianReasons } from './uk/all-reasons.ts'
import { demoPeople as ukrainianPeople } from './uk/demo-people.ts'
import { details as ukrainianDetails } from './uk/details.ts'
import { PROBLEM_TITLES } from './uk/problem-titles.ts'
import { requestParts as ukrainianParts } from './uk/request-parts.ts'
import { terminal as ukrainianTerminal } from './uk/terminal.ts'
import { ukrainian } from './uk/ukrainian.ts'
import type { Sentences, Words } from './words.ts'

/** The reasons of refusals in every language. */
export const REASONS: Readonly<Record<Language, Sentences<AnyReasonParams>>> = {
  en: englishReasons,
  uk: ukrainianReasons,
}

/** The details of problems in every language. */
export const DETAILS: Readonly<Record<Language, typeof englishDetails>> = {
  en: englishDetails,
  uk: ukrainianDetails,
}

/** The titles of problems in every language but English, in which the problems themselves have them. */
export const TITLES: Readonly<
  Record<Exclude<Language, 'en'>, Readonly<Record<ProblemCode, string>>>
> = { uk: PROBLEM_TITLES }

/** The names of parts of a request in every language. */
export const REQUEST_PARTS: Readonly<Record<Language, typeof englishParts>> = {
  en: englishParts,
  uk: ukrainianParts,
}

/** The people of the demo in every language. */
export const DEMO_PEOPLE: Readonly<Record<Language, typeof englishPeople>> = {
  en: englishPeople,
  uk: ukrainianPeople,
}

/** The words of every language. */
export const WORDS: Readonly<Record<Language, Words>> = { en: english, uk: ukrainian }

export type TerminalWords = typeof englishTerminal

/** The words of the terminal in every language. */
export const TERMINAL: Readonly<Record<Language, TerminalWords>> = {
  en: englishTerminal,
  uk: ukrainianTerminal,
}
