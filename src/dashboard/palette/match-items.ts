import { foldLetters } from '../../../projections/text/folded-letters.ts'
import type { Messages } from '../../words/messages.ts'
import type { RouteChange } from '../state/route.ts'
import { messages } from '../words/messages.ts'

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

/** A group of what the palette offers, the closest first. */
export interface RankedGroup {
  readonly title: string
  readonly options: readonly PaletteItem[]
}

/** The groups of what has a name. */
export type GroupName = keyof Messages['palette']['groups']

/** Titles of reports, whose words are about everything else: after what is called so itself. */
const REPORTS: GroupName = 'sources'

/** The groups in which something is called as is typed: that with the closest name first. */
export function matchGroups(
  groups: Partial<Record<GroupName, readonly IndexedItem[]>>,
  typed: string,
  most: number,
): RankedGroup[] {
  return (Object.entries(groups) as [GroupName, readonly IndexedItem[]][])
    .map(([name, items]) => ({ name, ranked: rankItems(items, typed).slice(0, most) }))
    .filter(({ ranked }) => ranked.length > 0)
    .sort(
      (a, b) =>
        Number(a.name === REPORTS) - Number(b.name === REPORTS) ||
        (a.ranked[0]?.rank ?? 0) - (b.ranked[0]?.rank ?? 0),
    )
    .map(({ name, ranked }) => ({
      title: messages.palette.groups[name],
      options: ranked.map(({ item }) => item),
    }))
}

/**
 * The items of which one name has words that begin with every word typed, without regard to case and
 * diacritics; a name that is so comes first, then one that begins so. Scripts without blanks are matched within.
 */
function rankItems(items: readonly IndexedItem[], typed: string) {
  const text = foldLetters(typed).trim()
  if (text === '') return []
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const ranked = items.flatMap(({ item, names }) => {
    const ranks = names.flatMap((name, at) => rankOf(name, text, words, at > 0) ?? [])
    return ranks.length === 0 ? [] : [{ item, rank: Math.min(...ranks) }]
  })
  return ranked.sort((a, b) => a.rank - b.rank)
}

/** Articles, which a name begins with and nobody types. */
const ARTICLE = /^(?:the|an?) /

/** The distance of a name from what is typed; an alias comes just after a name as near. */
function rankOf(
  name: string,
  text: string,
  words: readonly string[],
  isAlias: boolean,
): number | undefined {
  const rank = distanceOf(name.replace(ARTICLE, ''), text.replace(ARTICLE, ''), words)
  return rank === undefined ? undefined : rank + (isAlias ? 0.5 : 0)
}

function distanceOf(name: string, text: string, words: readonly string[]): number | undefined {
  if (name === text) return 0
  if (name.startsWith(text)) return 1
  const own = name.split(/[^\p{L}\p{N}]+/u)
  const isThere = (word: string) =>
    UNSPACED.test(word) ? name.includes(word) : own.some((one) => one.startsWith(word))
  return words.every(isThere) ? 2 : undefined
}
