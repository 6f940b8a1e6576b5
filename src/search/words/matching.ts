import { type AnalysedWord, analysed, type FieldText } from './analysed.ts'
import type { QueryTerm } from './query.ts'

/** A run of words of a text that a term asks for: places in its list of words, the last included. */
export interface WordMatch {
  /** The term of the query. */
  readonly term: number
  readonly first: number
  readonly last: number
}

/** Every match of the terms in a text, in the order of the text. */
export function matchesIn(
  words: readonly AnalysedWord[],
  terms: readonly QueryTerm[],
): WordMatch[] {
  return words.flatMap((_, first) =>
    terms.flatMap((term, index): WordMatch[] => {
      const length = lengthOf(term, words, first)
      return length === 0 ? [] : [{ term: index, first, last: first + length - 1 }]
    }),
  )
}

/** Tells if every term, of which there is at least one, is in one of the texts. */
export function isFoundIn(texts: readonly FieldText[], terms: readonly QueryTerm[]): boolean {
  const fields = texts.map(analysed)
  return (
    terms.length > 0 &&
    terms.every((term) => fields.some((words) => matchesIn(words, [term]).length > 0))
  )
}

/** The number of words from `first` on are what the term asks for; 0 where they are not. */
function lengthOf(term: QueryTerm, words: readonly AnalysedWord[], first: number): number {
  const word = words[first] as AnalysedWord
  switch (term.kind) {
    case 'word':
      return word.form === term.form || word.stems.some((s) => term.stems.includes(s)) ? 1 : 0
    case 'prefix':
      return word.form.startsWith(term.form) ? 1 : 0
    case 'phrase': {
      const isThere = term.forms.every((form, i) => words[first + i]?.form === form)
      return isThere ? term.forms.length : 0
    }
  }
}
