import { analysed, type FieldText } from './analysed.ts'
import type { QueryTerm } from './query.ts'

/**
 * The form in which words go into a full-text table of two columns, and are asked for there. Each term begins with
 * a letter of its own kind, so that none is ever an operator or another kind's term, and consists of
 * what SQLite's `ascii` tokenizer leaves as it is.
 */
export interface Columns {
  /** The forms of the words in their order, with a break between texts that no phrase spans. */
  readonly forms: string
  /** Their stems, in no order that means anything. */
  readonly stems: string
}

const BREAK = 'b'

export function columnsOf(texts: readonly FieldText[]): Columns {
  const fields = texts.map(analysed)
  return {
    forms: fields
      .map((words) => words.map(({ form }) => ofForm(form)).join(' '))
      .join(` ${BREAK} `),
    stems: fields.flatMap((words) => words.flatMap(({ stems }) => stems.map(ofStem))).join(' '),
  }
}

/**
 * The FTS5 expression that asks for all of these terms, of which there is at least one. It holds
 * nothing of the query but letters and digits within string literals.
 */
export function expressionOf(terms: readonly QueryTerm[]): string {
  return terms.map((term) => `(${oneOf(term)})`).join(' AND ')
}

/** The same, of words as they are written alone; undefined if that is no other expression. */
export function writtenExpressionOf(terms: readonly QueryTerm[]): string | undefined {
  const written = expressionOf(
    terms.map((term) => (term.kind === 'word' ? { ...term, stems: [] } : term)),
  )
  return written === expressionOf(terms) ? undefined : written
}

function oneOf(term: QueryTerm): string {
  if (term.kind === 'phrase') return `forms : "${term.forms.map(ofForm).join(' ')}"`
  if (term.kind === 'prefix') return `forms : "${ofForm(term.form)}" *`
  const stems = term.stems.map((stem) => ` OR stems : "${ofStem(stem)}"`)
  return `forms : "${ofForm(term.form)}"${stems.join('')}`
}

function ofForm(form: string): string {
  return `f${form}`
}

/** `en:negoti` as one token. */
function ofStem(stem: string): string {
  return `s${stem.replace(':', '')}`
}
