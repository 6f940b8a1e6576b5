import { contentsWords } from '../../../projections/drafts/contents-words.ts'
import { type Exported, titleOf } from './exported.ts'

/**
 * Markdown (CommonMark): the title, then each clause under a heading of its level, six at most. Of
 * what is known beside the text only this: that it is not whole.
 */
export function asMarkdown(exported: Exported): string {
  const notices = contentsWords(exported.content).map((words) => `> ${words}`)
  const clauses = exported.content.clauses.map(({ depth, label, heading, text }) => {
    const title = [label, heading].filter((part) => part !== null).join(' ')
    const marks = '#'.repeat(Math.min(depth + 2, 6))
    const parts = [title === '' ? '' : `${marks} ${escaped(title)}`, escaped(text)]
    return parts.filter((part) => part !== '').join('\n\n')
  })
  return `${[`# ${escaped(titleOf(exported))}`, ...notices, ...clauses].join('\n\n')}\n`
}

/** A text that reads in Markdown as it stands. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_<]/g, '\\$&')
    .replace(/^(\s*)([#>+-]|=+|~~~)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
}
