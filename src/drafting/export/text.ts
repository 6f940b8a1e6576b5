import type { Exported } from './exported.ts'

/** Plain text: clauses apart by a blank line, each with its label, its heading and its words. */
export function asText({ content }: Exported): string {
  return content.clauses
    .map(({ label, heading, text }) => {
      if (heading === null) return [label ?? '', text].filter((part) => part !== '').join(' ')
      const first = [label ?? '', heading].filter((part) => part !== '').join(' ')
      return text === '' ? first : `${first}\n${text}`
    })
    .map((clause) => `${clause}\n`)
    .join('\n')
}
