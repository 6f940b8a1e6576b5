import type { ClauseInText } from '../../../projections/drafts/draft-reply.ts'
import { escaped, page } from '../../../projections/text/html.ts'
import { type Exported, titleOf } from './exported.ts'

/** A page of HTML: a section for each clause, within that of the clause in which it stands. */
export function asHtml(exported: Exported): string {
  let open = 0
  const parts: string[] = []
  for (const clause of exported.content.clauses) {
    for (; open > clause.depth; open--) parts.push('</section>')
    parts.push(section(clause))
    open = clause.depth + 1
  }
  for (; open > 0; open--) parts.push('</section>')
  return page({ title: titleOf(exported), language: exported.language, body: parts.join('\n') })
}

/** A clause without the end of its section. */
function section({ id, depth, label, heading, text, status, alternatives }: ClauseInText): string {
  const title = [label, heading].filter((part) => part !== null).join(' ')
  const level = Math.min(depth + 2, 6)
  const parts = [
    `<section id="${escaped(id)}" data-status="${status}">`,
    title === '' ? '' : `<h${level} dir="auto">${escaped(title)}</h${level}>`,
    text === '' ? '' : `<p class="text" dir="auto">${escaped(text)}</p>`,
    alternatives.length === 0 ? '' : list(alternatives),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function list(alternatives: ClauseInText['alternatives']): string {
  const items = alternatives.map(({ label, text, proposers, opponents }) => {
    const sides = [
      ...(proposers.length > 0 ? [`proposed by ${proposers.join(', ')}`] : []),
      ...(opponents.length > 0 ? [`opposed by ${opponents.join(', ')}`] : []),
    ]
    const who = sides.length === 0 ? '' : ` <small lang="en">(${escaped(sides.join('; '))})</small>`
    const name = label === undefined ? '' : `${escaped(label)}: `
    return `<li dir="auto">${name}${escaped(text)}${who}</li>`
  })
  return `<ul>\n${items.join('\n')}\n</ul>`
}
