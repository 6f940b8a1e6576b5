import type { ClauseInText } from '../../../projections/drafts/draft-reply.ts'
import type { RedlinedClause } from '../../../projections/redline/redline-reply.ts'
import type { Names } from '../state/use-names.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { markedWords } from './redline-runs.tsx'

/** The clauses that are read, as a table with its heads; bracketed words beside whoever is for them. */
export function clauseRows(
  clauses: readonly ClauseInText[],
  passing: ReadonlySet<string>,
  names: Names,
): string[][] {
  const rows = clauses
    .filter(({ id }) => passing.has(id))
    .map(({ label, heading, status, text, alternatives }) => [
      ...[[label, heading].filter(Boolean).join(' '), plainWords(status), text ?? ''],
      alternatives
        .map(({ text: words, proposers }) => {
          const by = proposers.map((id) => names.party(id)).join(', ')
          return `[${words}]${by === '' ? '' : ` (${by})`}`
        })
        .join(' '),
    ])
  return [[...messages.drafts.heads], ...rows]
}

/** The clauses of two texts that are compared, each with what befell it and its words with their marks. */
export function redlineRows(clauses: readonly RedlinedClause[]): string[][] {
  const rows = clauses.map(({ label, heading, changes, text }) => [
    [label.after ?? label.before, markedWords(heading)].filter(Boolean).join(' '),
    changes.map(plainWords).join(', '),
    markedWords(text),
  ])
  return [[...messages.drafts.changedHeads], ...rows]
}
