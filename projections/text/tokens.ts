import type { FoldedSpan } from './folded-text.ts'

/**
 * Unicode word boundaries (UAX 29), with dictionaries for the scripts that put no blanks between
 * words. They do not depend on the language; naming one keeps the machine's settings out of it.
 */
const WORDS = new Intl.Segmenter('en', { granularity: 'word' })

/** Tokens of a comparison: words, blanks and marks, which together are the text exactly. */
export function tokensOf(text: string): string[] {
  return Array.from(WORDS.segment(text), ({ segment }) => segment)
}

/** The words of a text alone, so that case, composition and soft hyphens make no difference. */
export function wordsOf(text: string): string[] {
  return wordsWithin(text).map(({ word }) => word)
}

/** The same with where they stand in the text. */
export function wordsWithin(text: string): (FoldedSpan & { readonly word: string })[] {
  const words: (FoldedSpan & { readonly word: string })[] = []
  for (const { segment, isWordLike, index: start } of WORDS.segment(text)) {
    if (!isWordLike) continue
    const word = segment
      .replace(/\p{Cf}/gu, '')
      .normalize('NFKC')
      .toLowerCase()
    words.push({ word, start, end: start + segment.length })
  }
  return words
}

/** Tells if a token is or has a word or number: anything else only stands between words. */
export function hasWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token)
}
