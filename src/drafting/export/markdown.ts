import { type Exported, titleOf } from './exported.ts'

/** Markdown (CommonMark): the title, then each clause under a heading of its level, six at most. */
export function asMarkdown(exported: Exported): string {
  const clauses = exported.content.clauses.map(({ depth, label, heading, text }) => {
    const title = [label, heading].filter((part) => part !== null).join(' ')
    const marks = '#'.repeat(Math.min(depth + 2, 6))
    const parts = [title === '' ? '' : `${marks} ${escaped(title)}`, escaped(text)]
    return parts.filter((part) => part !== '').join('\n\n')
  })
  return `${[`# ${escaped(titleOf(exported))}`, ...clauses].join('\n\n')}\n`
}

/** A text that reads in Markdown as it stands. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_<]/g, '\\$&')
    .replace(/^(\s*)([#>+-]|=+|~~~)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
}
