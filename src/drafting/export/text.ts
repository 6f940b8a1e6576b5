import { contentsWords } from '../../../projections/drafts/contents-words.ts'
import type { Exported } from './exported.ts'

/**
 * Plain text: clauses apart by a blank line, each with its label, its heading and its words. Of what
 * is known beside the text only this: that it is not whole.
 */
export function asText({ content }: Exported): string {
  const clauses = content.clauses.map(({ label, heading, text }) => {
    if (heading === null) return [label ?? '', text].filter((part) => part !== '').join(' ')
    const first = [label ?? '', heading].filter((part) => part !== '').join(' ')
    return text === '' ? first : `${first}\n${text}`
  })
  return [...contentsWords(content), ...clauses].map((each) => `${each}\n`).join('\n')
}
