import { escaped } from '../text/html.ts'
import type { ClauseNote } from './clause-words.ts'

/**
 * A note of a clause as HTML, for an element that holds the page's own words.
 *
 * @param language BCP 47 tag of the draft, null where it is not known
 */
export function noteHtml({ words, text }: ClauseNote, language: string | null): string {
  if (text === null) return escaped(words)
  const quoted = `<span lang="${escaped(language ?? '')}" dir="auto">${escaped(text)}</span>`
  return `${escaped(words)}: “${quoted}”`
}
