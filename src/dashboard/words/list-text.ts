import { messages } from './messages.ts'

/** Parts as one text: "a, b and c", or "a, b or c". */
export function listText(parts: readonly string[], joint: 'and' | 'or' = 'and'): string {
  return [parts.slice(0, -1).join(', '), parts.at(-1)]
    .filter(Boolean)
    .join(` ${messages.terms[joint]} `)
}
