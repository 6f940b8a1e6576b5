import { stemsOf } from './stems.ts'
import { indexedWordsOf, type Word } from './words.ts'

/** A text of a fact: which member of it, and in which language where that is recorded. */
export interface FieldText {
  readonly field: string
  readonly text: string
  readonly language?: string
}

/** A word of a text, with what its inflections have in common. */
export interface AnalysedWord extends Word {
  readonly stems: readonly string[]
}

export function analysed({ text, language }: Pick<FieldText, 'text' | 'language'>): AnalysedWord[] {
  return indexedWordsOf(text).map((word) => ({ ...word, stems: stemsOf(word, language) }))
}
