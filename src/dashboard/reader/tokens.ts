import { foldLetters } from '../../../projections/text/folded-letters.ts'

/** A stretch of a text, half-open, in UTF-16 units. */
export interface TextStretch {
  readonly start: number
  readonly end: number
}

/** A word or a number of a text, as it is printed and by its letters alone. */
export interface Token extends TextStretch {
  readonly text: string
  readonly folded: string
}

/** In Cyrillic an apostrophe belongs to its word; elsewhere it parts two: `l’Ukraine`, `Umerov’s`. */
const WORD =
  /\p{Script=Cyrillic}+(?:['’ʼ]\p{Script=Cyrillic}+)*|[\p{L}\p{M}]+|\p{N}+(?:st|nd|rd|th|er|го|е)?(?!\p{L})|\p{N}+/gu

/** A word by its letters alone, with one apostrophe for all: what texts, names and lexicons are compared by. */
export function foldToken(word: string): string {
  return foldLetters(word).replace(/[’ʼ]/g, "'")
}

/** The words and numbers of a stretch of a text, with their places in the whole. */
export function tokensIn(text: string, { start, end }: TextStretch): Token[] {
  return Array.from(text.slice(start, end).matchAll(WORD), ({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
    text: word,
    folded: foldToken(word),
  }))
}

/** The places of tokens at which a phrase of folded words begins. */
export function phraseAt(tokens: readonly Token[], phrase: readonly string[]): number[] {
  return tokens.flatMap((_, at) =>
    phrase.every((word, place) => tokens[at + place]?.folded === word) ? [at] : [],
  )
}

export function contains(outer: TextStretch, inner: TextStretch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
