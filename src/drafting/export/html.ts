import { clauseNotes } from '../../../projections/drafts/clause-words.ts'
import { contentsWords } from '../../../projections/drafts/contents-words.ts'
import type { ClauseInText } from '../../../projections/drafts/draft-reply.ts'
import { noteHtml } from '../../../projections/drafts/note-html.ts'
import { escaped, OWN_WORDS, page } from '../../../projections/text/html.ts'
import { nestedSections } from '../../../projections/text/sections.ts'
import { type Exported, titleOf } from './exported.ts'

/**
 * A page of HTML: a section for each clause, within that of the clause in which it stands, with
 * notes of its status, its rival wordings and what parties say of it.
 */
export function asHtml(exported: Exported): string {
  const { language, content } = exported
  const sections = content.clauses.map((clause) => ({
    depth: clause.depth,
    attributes: `id="${escaped(clause.id)}" data-status="${clause.status}"`,
    heading: escaped([clause.label, clause.heading].filter((part) => part !== null).join(' ')),
    parts: partsOf(clause, language),
  }))
  const notices = contentsWords(content).map((words) => `<p ${OWN_WORDS}>${words}</p>`)
  const body = [...notices, nestedSections(sections)].join('\n')
  return page({ title: titleOf(exported), language, body })
}

function partsOf(clause: ClauseInText, language: string | null): string[] {
  const notes = clauseNotes(clause).map((note) => `<li>${noteHtml(note, language)}</li>`)
  return [
    clause.text === '' ? '' : `<p class="text" dir="auto">${escaped(clause.text)}</p>`,
    notes.length === 0 ? '' : `<ul class="notes" ${OWN_WORDS}>\n${notes.join('\n')}\n</ul>`,
  ]
}
