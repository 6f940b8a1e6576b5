/**
 * Unicode word boundaries (UAX 29), with dictionaries for the scripts that put no blanks between
 * words. They do not depend on the language; naming one keeps the machine's settings out of it.
 */
const WORDS = new Intl.Segmenter('en', { granularity: 'word' })

/** What a text is compared by: its words, blanks and marks, which together are the text exactly. */
export function tokensOf(text: string): string[] {
  return Array.from(WORDS.segment(text), ({ segment }) => segment)
}

/** The words of a text alone, so that case and composition make no difference. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of WORDS.segment(text)) {
    if (isWordLike) words.push(segment.normalize('NFKC').toLowerCase())
  }
  return words
}

/** Whether a token is or has a word or number: anything else only stands between words. */
export function hasWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token)
}
