import { folded } from './fold.ts'

/** A word of a text. */
export interface Word {
  /** As it stands in the text, from `start` up to, not including, `end` (UTF-16 units). */
  readonly written: string
  readonly start: number
  readonly end: number
  /** The form under which it is compared. */
  readonly form: string
}

/** One character of a script that puts no blanks between words, with its marks: a word of its own. */
const CHARACTER =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]'

/**
 * Letters, and what may stand unseen among them: soft hyphens, joiners, marks of direction. Only the
 * blank of no width divides words.
 */
const LETTER = `[[\\p{L}\\p{N}\\p{M}\\p{Cf}]--\\u200b--${CHARACTER}]`

/** In Ukrainian the apostrophe is part of a word; elsewhere it divides two. */
const APOSTROPHE = "(?<=\\p{Script=Cyrillic})['’](?=\\p{Script=Cyrillic})"

const WORD = new RegExp(`${CHARACTER}[\\p{M}]*|(?:${LETTER}|${APOSTROPHE})+`, 'gv')

/** The words of a text, in order; what has no letter and no digit is between words. */
export function indexedWordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: written, index: start } of text.matchAll(WORD)) {
    const form = folded(written)
    if (form !== '') words.push({ written, start, end: start + written.length, form })
  }
  return words
}
