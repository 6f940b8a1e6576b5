import { escaped, page } from '../text/html.ts'
import type { Run } from '../text/word-diff.ts'
import { changeWords } from './change-words.ts'
import type { Redline, RedlinedClause } from './redline-reply.ts'

/**
 * A redline as a page of HTML: `<ins>` and `<del>` whose bounds are also told in hidden words, since
 * most screen readers say nothing of either element; each text has the direction of its own script.
 *
 * @param title text of the heading
 * @param language BCP 47 tag of the texts, null where it is not known
 */
export function redlineHtml(
  { clauses }: Redline,
  { title, language }: { readonly title: string; readonly language: string | null },
): string {
  return page({ title, language, body: clauses.map(section).join('\n') })
}

function section(clause: RedlinedClause): string {
  const words = changeWords(clause)
  const changes = clause.changes.join(' ')
  const label = clause.label.after ?? clause.label.before
  const parts = [
    `<section data-clause="${escaped(clause.clause)}" data-changes="${changes}" data-depth="${clause.depth}">`,
    heading(label, clause.heading),
    words === '' ? '' : `<p class="changes">${escaped(words)}</p>`,
    clause.text.length === 0 ? '' : `<p class="text" dir="auto">${runs(clause.text)}</p>`,
    '</section>',
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function heading(label: string | null, title: readonly Run[]): string {
  const parts = [label === null ? '' : escaped(label), runs(title)].filter((part) => part !== '')
  return parts.length === 0 ? '' : `<h2 dir="auto">${parts.join(' ')}</h2>`
}

function runs(all: readonly Run[]): string {
  return all.map(run).join('')
}

function run({ kind, text }: Run): string {
  if (kind === 'same') return escaped(text)
  const [tag, name] = kind === 'inserted' ? ['ins', 'insertion'] : ['del', 'deletion']
  const hidden = (words: string) => `<span class="hidden" dir="ltr" lang="en"> [${words}] </span>`
  const begins = hidden(`${name} begins`)
  return `<${tag}>${begins}${escaped(text)}${hidden(`${name} ends`)}</${tag}>`
}
