import {
  alternativeNote,
  noteLine,
  positionNote,
  spaced,
  UNPLACED,
} from '../../../projections/drafts/clause-words.ts'
import { contentsWords } from '../../../projections/drafts/contents-words.ts'
import type {
  ClauseInText,
  Draft,
  DraftContent,
  DraftRevision,
  DraftSummary,
  Signature,
} from '../../../projections/drafts/draft-reply.ts'
import { table } from '../terminal/table.ts'
import { oneLine } from '../terminal/width.ts'
import { wrap } from '../terminal/wrap.ts'
import {
  addressOfDraft,
  addressOfRevision,
  askedDraft,
  draftOption,
  draftRevisionOption,
} from './asked-draft.ts'
import { type Look, view } from './view.ts'

/** Shows the draft on the table, one draft with its revisions, or the text of one revision. */
export const showDraft = view<'table' | 'draft' | 'revision'>('table', {
  summary: 'the draft on the table, or another, with its text',
  options: [draftOption(), draftRevisionOption()],
  path: async (asked) => {
    const { draft, draftRevision } = asked.options
    if (draftRevision !== undefined) {
      const { address, query } = await askedDraft(asked)
      return { path: `${address}${addressOfRevision(draftRevision)}`, query }
    }
    return { path: draft === undefined ? '/draft' : addressOfDraft(draft), query: asked.moment }
  },
  draw: (reply, look) => {
    if ('clauses' in reply) return [titleOf(reply, look), '', ...textLines(reply, look)].join('\n')
    if ('revisions' in reply)
      return [...draftLines(reply, look), ...revisions(reply, look)].join('\n')
    const { onTable, competing } = reply
    if (onTable === null) return 'No draft is on the table yet.'
    return [
      ...draftLines(onTable, look),
      ...(competing.length > 0 ? ['', look.paint('bold', 'It competes with')] : []),
      ...competing.map((draft) => `  ${head(draft, look)}`),
    ].join('\n')
  },
})

function titleOf({ draft, draftRevision: revision }: ShownText, { name, paint }: Look): string {
  return paint('bold', oneLine(`${name('draft', draft)}, ${revision}`))
}

type ShownText = Omit<DraftContent, 'ineffective' | 'displaced'>

type WithText = DraftSummary & { readonly content: ShownText | null }

function draftLines(draft: WithText, look: Look): string[] {
  const text = draft.content === null ? ['It has no text yet.'] : textLines(draft.content, look)
  return [head(draft, look), ...draft.signatures.map((one) => signature(one, look)), '', ...text]
}

/** The line of one signature: party, person, day, meeting and revision. */
function signature(signed: Signature, { name }: Look): string {
  const { manner, party, person, signedRevision, meeting, fact } = signed
  const words = [
    `${manner} by ${name('party', party)}`,
    person === null ? '' : ` (${name('person', person)})`,
    ` on ${fact.occurred.text}`,
    meeting === null ? '' : `, at ${name('meeting', meeting)}`,
    signedRevision === null ? '' : `, revision ${signedRevision}`,
    fact.possibly === true ? ', possibly' : '',
  ]
  return oneLine(words.join(''))
}

function head(draft: DraftSummary, look: Look): string {
  const { title, status, possibly, orElse, current, proposers } = draft
  const revision = current === null ? '' : `, ${current.kind} revision ${current.draftRevision}`
  const when = current === null ? '' : ` of ${current.fact.occurred.text}`
  const by = partiesOf(proposers, look)
  const marks = `${possibly ? ', possibly' : ''}${orElse ? `, or else ${spaced(orElse)}` : ''}`
  const told = `${spaced(status)}${marks}${revision}${when}${by && `, by ${by}`}`
  return `${look.paint('bold', oneLine(title))}\n${told}`
}

function partiesOf(parties: readonly string[], { name }: Look): string {
  return parties.map((party) => oneLine(name('party', party))).join(', ')
}

function textLines(content: ShownText, look: Look): string[] {
  return [
    ...contentsWords(content).map((words) => look.paint('yellow', words)),
    ...content.clauses.flatMap((clause) => clauseLines(clause, look)),
  ]
}

/** A clause with its label, indented by its depth, and what is not agreed about it. */
function clauseLines(clause: ClauseInText, { width, paint, name }: Look): string[] {
  const indent = ' '.repeat(clause.depth * 2)
  const label = oneLine([clause.label, clause.heading].filter(Boolean).join(' ') || clause.id)
  const party = (id: string) => name('party', id)
  const notes = [
    ...(clause.unplaced ? [UNPLACED] : []),
    ...clause.alternatives.map((each) => alternativeNote(each, party)),
    ...clause.positions.map((each) => positionNote(each, party)),
  ]
  const within = (text: string) =>
    text === '' ? [] : wrap(oneLine(text), width - indent.length - 2)
  return [
    `${indent}${paint('bold', label)} ${paint('dim', `[${spaced(clause.status)}]`)}`,
    ...within(clause.text).map((line) => `${indent}  ${line}`),
    ...notes.flatMap((note) =>
      within(noteLine(note)).map((line) => `${indent}  ${paint('yellow', line)}`),
    ),
  ]
}

function revisions({ revisions }: Pick<Draft, 'revisions'>, look: Look): string[] {
  if (revisions.length === 0) return []
  const titles = ['Revision', 'Title', 'Of', 'Kind', 'Made from', 'By']
  const rows = revisions.map((each) => cellsOf(each, look))
  return [
    '',
    table(
      titles.map((title) => ({ title })),
      rows,
      look,
    ),
  ]
}

function cellsOf(revision: DraftRevision, look: Look): string[] {
  return [
    revision.draftRevision,
    revision.title ?? '-',
    dateOf(revision),
    [revision.kind, revision.contents === 'incomplete' ? 'incomplete' : '']
      .filter(Boolean)
      .join(', '),
    revision.basis.join(', ') || '-',
    partiesOf(revision.proposers, look) || '-',
  ]
}

/** Its own date, and that of the text it is made from where it counts only from then. */
function dateOf({ fact, countsFrom }: DraftRevision): string {
  const later = countsFrom === null ? '' : `, counts from ${countsFrom.occurred.text}`
  return `${fact.occurred.text}${later}`
}
