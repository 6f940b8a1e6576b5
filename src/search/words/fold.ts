import { foldLetters } from '../../../projections/text/folded-letters.ts'

/** The compared part of a longer word: its beginning. */
const LONGEST = 64

/** The letters and digits of a word in lower case, its accents kept: what stemming starts from. */
export function lowered(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]|ʼ/gu, '')
    .normalize('NFC')
}

/** The form under which words are the same: their letters alone count (`foldLetters`). */
export function folded(word: string): string {
  return foldLetters(lowered(word)).slice(0, LONGEST).toWellFormed()
}
