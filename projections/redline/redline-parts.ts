import { noteLine, type PartyName } from '../drafts/clause-words.ts'
import type { DiffRun } from '../text/word-diff.ts'
import { changeWords } from './change-words.ts'
import { noteChanges } from './note-changes.ts'
import type { Redline, RedlinedClause } from './redline-reply.ts'
import { withShownDepths } from './shown-depths.ts'

/** A heading, a paragraph or a note of a redlined clause, in words with marks for what changed. */
export interface RedlinePart {
  readonly kind: 'heading' | 'changes' | 'text' | 'note'
  /** Of the clause, 0 at the top level. */
  readonly depth: number
  /** Together they are the part; those that were inserted or deleted are in marks. */
  readonly runs: readonly DiffRun[]
}

/** Marks that need no colour, those of wdiff. */
const MARKS: { readonly [K in DiffRun['kind']]: (text: string) => string } = {
  same: (text) => text,
  inserted: (text) => `{+${text}+}`,
  deleted: (text) => `[-${text}-]`,
}

/**
 * A redline clause by clause, for plain text without markup.
 *
 * @param name what a party is called; by default its id
 */
export function redlineParts({ clauses }: Redline, name?: PartyName): RedlinePart[][] {
  return withShownDepths(clauses).map((clause) => partsOf(clause, name))
}

function partsOf(clause: RedlinedClause, name: PartyName | undefined): RedlinePart[] {
  const { depth } = clause
  const label = clause.label.after ?? clause.label.before ?? ''
  const title = clause.heading.map(marked)
  const before = label !== '' && title.length > 0 ? `${label} ` : label
  const words = changeWords(clause)
  const notes = noteChanges(clause, name).map(
    ({ kind, note }) =>
      ({ kind: 'note', depth, runs: [marked({ kind, text: noteLine(note) })] }) as const,
  )
  const parts: RedlinePart[] = [
    { kind: 'heading', depth, runs: [...same(before), ...title] },
    { kind: 'changes', depth, runs: same(words === '' ? '' : `(${words})`) },
    { kind: 'text', depth, runs: clause.text.map(marked) },
    ...notes,
  ]
  return parts.filter(({ runs }) => runs.length > 0)
}

function same(text: string): DiffRun[] {
  return text === '' ? [] : [{ kind: 'same', text }]
}

function marked({ kind, text }: DiffRun): DiffRun {
  return { kind, text: MARKS[kind](text) }
}
