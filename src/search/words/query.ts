import { stemsOf } from './stems.ts'
import { indexedWordsOf, type Word } from './words.ts'

/** The most characters of a query. */
export const LONGEST_QUERY = 400

/** Quotes of all kinds; they open and close in turn. */
const QUOTE = /["“”„«»]/u

/** One thing that a text must have to be found. */
export type QueryTerm =
  /** A word, in any inflection that has one of these stems. */
  | { readonly kind: 'word'; readonly form: string; readonly stems: readonly string[] }
  /** A word that begins so. */
  | { readonly kind: 'prefix'; readonly form: string }
  /** These words, one after the other, uninflected. */
  | { readonly kind: 'phrase'; readonly forms: readonly string[] }

/**
 * A search query. Every text is one: words, `begin*`nings of words, and "phrases in
 * quotes" (an end of text closes a quote). What stands together without a gap in a script without
 * blanks is a phrase. All else between words is ignored; a query without a word asks for nothing.
 */
export function parseQuery(text: string): QueryTerm[] {
  const terms = new Map<string, QueryTerm>()
  for (const [place, part] of text.split(QUOTE).entries()) {
    for (const term of place % 2 === 0 ? looseTerms(part) : phraseOf(indexedWordsOf(part))) {
      terms.set(JSON.stringify(term), term)
    }
  }
  return [...terms.values()]
}

function phraseOf(words: readonly Word[]): QueryTerm[] {
  return words.length === 0 ? [] : [{ kind: 'phrase', forms: words.map(({ form }) => form) }]
}

function looseTerms(text: string): QueryTerm[] {
  return runsOf(indexedWordsOf(text)).flatMap((run) => {
    const [word] = run as [Word]
    if (run.length > 1) return phraseOf(run)
    if (text[word.end] === '*') return [{ kind: 'prefix', form: word.form }]
    return [{ kind: 'word', form: word.form, stems: stemsOf(word) }]
  })
}

/** Words that touch are one run. */
function runsOf(words: readonly Word[]): Word[][] {
  const runs: Word[][] = []
  for (const word of words) {
    const last = runs.at(-1)
    if (last?.at(-1)?.end === word.start) last.push(word)
    else runs.push([word])
  }
  return runs
}
