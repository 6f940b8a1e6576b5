import { contentsWords } from '../../../projections/drafts/contents-words.ts'
import { LONGEST_HEADING } from '../markdown.ts'
import { escapedHeading, escapedMarkdown, markOf, TITLE_MARK, titled } from '../markdown-marks.ts'
import { type Exported, titleOf } from './exported.ts'

/** The deepest clause that a heading of CommonMark can stand for, below that of the title. */
const DEEPEST = 4

/**
 * Markdown (CommonMark): the title, then each clause under a heading of its level, six at most. Where
 * that is not enough to read the same clause back, a comment says the rest. Of what is known beside
 * the text only this: that it is not whole.
 */
export function asMarkdown(exported: Exported): string {
  const notices = contentsWords(exported.content).map((words) => `> ${words}`)
  const clauses = exported.content.clauses.map(({ depth, label, heading, text }) => {
    const title = [label, heading].filter((part) => part !== null).join(' ')
    const marks = '#'.repeat(Math.min(depth, DEEPEST) + 2)
    const read = titled(title)
    const isSame = read.label === label && read.heading === heading && read.text === ''
    const isPlain = title !== '' && isSame
    const parts = [
      isPlain && depth <= DEEPEST && isShort(title) ? '' : markOf({ label, heading, depth }),
      title === '' ? '' : `${marks} ${escapedHeading(title)}`,
      escapedMarkdown(text),
    ]
    return parts.filter((part) => part !== '').join('\n\n')
  })
  const title = titleOf(exported)
  const read = titled(title)
  const isPlain = read.label === null && read.text === '' && isShort(title)
  const lines = [...(isPlain ? [] : [TITLE_MARK]), `# ${escapedHeading(title)}`]
  return `${[...lines, ...notices, ...clauses].join('\n\n')}\n`
}

function isShort(title: string): boolean {
  return escapedHeading(title).length <= LONGEST_HEADING
}
