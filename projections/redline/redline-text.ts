import type { Run } from '../text/word-diff.ts'
import { changeWords } from './change-words.ts'
import type { Redline, RedlinedClause } from './redline-reply.ts'

/** How a terminal shows each part of a redline: given plain text, what is written for it. */
export interface Paint {
  inserted(text: string): string
  deleted(text: string): string
  heading(text: string): string
  changes(text: string): string
}

/** Marks that need no colour, those of wdiff. */
export const MARKS: Paint = {
  inserted: (text) => `{+${text}+}`,
  deleted: (text) => `[-${text}-]`,
  heading: (text) => text,
  changes: (text) => `(${text})`,
}

/** A redline as lines of text, clauses apart by a blank line and indented by their depth. */
export function redlineText({ clauses }: Redline, paint: Paint = MARKS): string {
  return clauses.map((clause) => `${clauseText(clause, paint)}\n`).join('\n')
}

function clauseText(clause: RedlinedClause, paint: Paint): string {
  const label = clause.label.after ?? clause.label.before ?? ''
  const title = [label, painted(clause.heading, paint)].filter((part) => part !== '').join(' ')
  const words = changeWords(clause)
  const lines = [
    title === '' ? '' : paint.heading(title),
    words === '' ? '' : paint.changes(words),
    painted(clause.text, paint),
  ]
  const indent = '  '.repeat(clause.depth)
  return lines
    .filter((line) => line !== '')
    .flatMap((line) => line.split('\n'))
    .map((line) => indent + line)
    .join('\n')
}

function painted(runs: readonly Run[], paint: Paint): string {
  return runs.map(({ kind, text }) => (kind === 'same' ? text : paint[kind](text))).join('')
}
