import { noteHtml } from '../drafts/note-html.ts'
import { escaped, OWN_WORDS, page } from '../text/html.ts'
import { nestedSections, type TextSection } from '../text/sections.ts'
import type { DiffRun } from '../text/word-diff.ts'
import { changeWords } from './change-words.ts'
import { type ComparedRedline, comparedWords } from './compared-words.ts'
import { noteChanges } from './note-changes.ts'
import type { RedlinedClause } from './redline-reply.ts'
import { withShownDepths } from './shown-depths.ts'

/** The names that the page gives the texts that it compares. */
interface Naming {
  readonly title: string
  /** BCP 47 tag of the texts, null where it is not known. */
  readonly language: string | null
}

/**
 * A redline as a page of HTML, with a section for each clause within that in which it stands:
 * `<ins>` and `<del>` whose bounds are also told in hidden words, since most screen readers say
 * nothing of either element; each text has the direction of its own script.
 */
export function redlineHtml(redline: ComparedRedline, { title, language }: Naming): string {
  const notices = comparedWords(redline).map((words) => `<p ${OWN_WORDS}>${escaped(words)}</p>`)
  const sections = withShownDepths(redline.clauses).map((clause) => section(clause, language))
  return page({ title, language, body: [...notices, nestedSections(sections)].join('\n') })
}

function section(clause: RedlinedClause, language: string | null): TextSection {
  const words = changeWords(clause)
  const label = clause.label.after ?? clause.label.before
  const heading = [label === null ? '' : escaped(label), runs(clause.heading)]
  const notes = noteChanges(clause).map(
    ({ kind, note }) => `<li>${marked(kind, noteHtml(note, language))}</li>`,
  )
  return {
    depth: clause.depth,
    attributes: `data-clause="${escaped(clause.clause)}" data-changes="${clause.changes.join(' ')}"`,
    heading: heading.filter((part) => part !== '').join(' '),
    parts: [
      words === '' ? '' : `<p class="changes" ${OWN_WORDS}>${escaped(words)}</p>`,
      clause.text.length === 0 ? '' : `<p class="text" dir="auto">${runs(clause.text)}</p>`,
      notes.length === 0 ? '' : `<ul class="notes" ${OWN_WORDS}>\n${notes.join('\n')}\n</ul>`,
    ],
  }
}

function runs(all: readonly DiffRun[]): string {
  return all.map(({ kind, text }) => marked(kind, escaped(text))).join('')
}

function marked(kind: DiffRun['kind'], html: string): string {
  if (kind === 'same') return html
  const [tag, name] = kind === 'inserted' ? ['ins', 'insertion'] : ['del', 'deletion']
  const hidden = (words: string) => `<span class="hidden" ${OWN_WORDS}> [${words}] </span>`
  return `<${tag}>${hidden(`${name} begins`)}${html}${hidden(`${name} ends`)}</${tag}>`
}
