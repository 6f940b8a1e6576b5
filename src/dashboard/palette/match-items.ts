import { foldLetters } from '../../../projections/text/folded-letters.ts'
import type { RouteChange } from '../state/route.ts'

/** Somewhere that the palette leads to. */
export interface PaletteItem {
  readonly id: string
  readonly label: string
  readonly detail?: string | undefined
  /** Other words by which it is found. */
  readonly aliases?: readonly string[] | undefined
  readonly to: RouteChange
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Items as they are searched: each name by its letters alone. */
export interface IndexedItem {
  readonly item: PaletteItem
  readonly names: readonly string[]
}

export function indexItems(items: readonly PaletteItem[]): IndexedItem[] {
  return items.map((item) => ({
    item,
    names: [item.label, ...(item.aliases ?? [])].map(foldLetters),
  }))
}

/**
 * The items of which one name has words that begin with every word typed, without regard to case and
 * diacritics; a name that begins so comes first. Scripts without blanks are matched within.
 */
export function matchItems(
  items: readonly IndexedItem[],
  typed: string,
  most: number,
): PaletteItem[] {
  const text = foldLetters(typed).trim()
  if (text === '') return []
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const ranked = items.flatMap(({ item, names }) => {
    const ranks = names.flatMap((name) => rankOf(name, text, words) ?? [])
    return ranks.length === 0 ? [] : [{ item, rank: Math.min(...ranks) }]
  })
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ item }) => item)
}

function rankOf(name: string, text: string, words: readonly string[]): number | undefined {
  if (name === text) return 0
  if (name.startsWith(text)) return 1
  const own = name.split(/[^\p{L}\p{N}]+/u)
  const isThere = (word: string) =>
    UNSPACED.test(word) ? name.includes(word) : own.some((one) => one.startsWith(word))
  return words.every(isThere) ? 2 : undefined
}
