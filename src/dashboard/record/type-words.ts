import { foldLetters } from '../../../projections/text/folded-letters.ts'
import { typeTitle } from '../words/labels.ts'
import { messages } from '../words/messages.ts'

/**
 * The types whose name or telling words have every word typed, or words that begin so: those with the
 * most whole words first, and of these those found by their name.
 */
export function typesByWords(types: ReadonlyMap<string, unknown>, typed: string): string[] {
  if (types.has(typed.trim())) return [typed.trim()]
  const words = wordsOf(typed)
  const tellingWords: Readonly<Record<string, string>> = messages.types.tellingWords
  const found = [...types.keys()].flatMap((type, place) => {
    const texts = [typeTitle(type), tellingWords[type] ?? ''].map(wordsOf)
    const ranks = words.map((word) =>
      texts.findIndex((text) => text.some((one) => one.startsWith(word))),
    )
    if (ranks.includes(-1)) return []
    const begun = words.filter((word) => !texts.some((text) => text.includes(word)))
    return [{ type, place, rank: begun.length * 2 + Math.max(0, ...ranks) }]
  })
  return found.sort((a, b) => a.rank - b.rank || a.place - b.place).map(({ type }) => type)
}

function wordsOf(text: string): string[] {
  return foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
