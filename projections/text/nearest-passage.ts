import type { FoldedSpan } from './folded-text.ts'
import { wordsWithin } from './tokens.ts'

/** A passage with fewer of the words than this share is near by chance alone. */
const LEAST = 0.5

/**
 * The passage of a text, as many words long as the words that are looked for, that has most of them,
 * in whatever order: what a recorder may have meant.
 *
 * @returns undefined if no passage has at least half of the words
 */
export function nearestPassage(text: string, words: string): FoldedSpan | undefined {
  const wanted = new Map<string, number>()
  const asked = wordsWithin(words)
  for (const { word } of asked) wanted.set(word, (wanted.get(word) ?? 0) + 1)
  const held = wordsWithin(text)
  let shared = 0
  let best: FoldedSpan | undefined
  let most = Math.max(1, Math.ceil(asked.length * LEAST)) - 1
  for (const [last, { word, end }] of held.entries()) {
    const left = wanted.get(word)
    if (left !== undefined) {
      wanted.set(word, left - 1)
      if (left > 0) shared += 1
    }
    const gone = held[last - asked.length]
    if (gone !== undefined) {
      const before = wanted.get(gone.word)
      if (before !== undefined) {
        wanted.set(gone.word, before + 1)
        if (before >= 0) shared -= 1
      }
    }
    if (shared <= most) continue
    most = shared
    best = { start: (held[Math.max(0, last - asked.length + 1)] as FoldedSpan).start, end }
  }
  return best
}
