import type {
  ClauseInText,
  DraftSummary,
  DraftsOnTable,
} from '../../../projections/drafts/draft-reply.ts'
import { oneLine } from '../terminal/width.ts'
import { wrap } from '../terminal/wrap.ts'
import { type Look, view } from './view.ts'

export const draft = view<DraftsOnTable>({
  summary: 'the draft on the table, with its text',
  path: '/draft',
  draw: ({ current, competing }, look) => {
    if (current === null) return 'No draft is on the table yet.'
    const { content } = current
    const missing = content?.contents === 'unknown' || content?.clauses.length === 0
    return [
      head(current, look),
      '',
      ...(content === null || missing
        ? ['The ledger does not have its text.']
        : content.clauses.flatMap((clause) => clauseLines(clause, look))),
      ...(content !== null && !missing && content.contents === 'incomplete'
        ? ['', look.paint('yellow', `More of its text is to come.`)]
        : []),
      ...(competing.length > 0 ? ['', look.paint('bold', 'It competes with')] : []),
      ...competing.map((draft) => `  ${head(draft, look)}`),
    ].join('\n')
  },
})

function head({ title, status, current, proposers }: DraftSummary, look: Look): string {
  const revision = current === null ? '' : `, ${current.kind} revision ${current.revision}`
  const when = current === null ? '' : ` of ${current.fact.occurred.text}`
  const by = proposers.map((party) => oneLine(look.name('party', party))).join(', ')
  const told = `${status.replaceAll('_', ' ')}${revision}${when}${by && `, by ${by}`}`
  return `${look.paint('bold', oneLine(title))}\n${told}`
}

/** A clause with its label, indented by its depth, and what is not agreed about it. */
function clauseLines(clause: ClauseInText, { width, paint }: Look): string[] {
  const indent = ' '.repeat(clause.depth * 2)
  const label = oneLine([clause.label, clause.heading].filter(Boolean).join(' ') || clause.id)
  const marks = [clause.status.replaceAll('_', ' '), ...clause.positions.map(positionTold)]
  const lines = clause.text === '' ? [] : wrap(oneLine(clause.text), width - indent.length - 2)
  return [
    `${indent}${paint('bold', label)} ${paint('dim', `[${marks.join('; ')}]`)}`,
    ...lines.map((line) => `${indent}  ${line}`),
    ...clause.alternatives.map((each) => `${indent}  ${paint('yellow', alternative(each))}`),
  ]
}

function positionTold({ party, stance }: ClauseInText['positions'][number]): string {
  return `${party} ${stance.replaceAll('_', ' ')}`
}

function alternative({ label, text, proposers }: ClauseInText['alternatives'][number]): string {
  const by = proposers.length > 0 ? ` (${proposers.join(', ')})` : ''
  return oneLine(`alternative${label === undefined ? '' : ` ${label}`}${by}: ${text}`)
}
