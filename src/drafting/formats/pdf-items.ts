import type { ContentMark } from './pdf-actual-text.ts'

/** Words as the library finds them, or a mark that begins or ends there. */
export interface PageItem {
  readonly type?: string
  readonly tag?: string | null
  readonly str?: string
  readonly dir?: string
  readonly width?: number
  readonly transform?: readonly number[]
}

/** Characters that the file does not name: it only draws them. */
const UNKNOWN = /(?!\s)[\p{Cc}\ufffd\uf020-\uf0ff]/gu

/** Stands for one of these in the words of a page. */
export const UNKNOWN_GLYPH = '\ufffd'

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/**
 * The words of a page. Letters that the file only draws have the text that a mark around them says
 * (ActualText, ISO 32000-1, 14.9.4), else a character that stands for those that are not known.
 *
 * @param marks reads the marks of the page, in the order in which they begin
 */
export function wordItems(items: readonly PageItem[], marks: () => ContentMark[]): PageItem[] {
  const words = items.filter(({ str }) => str !== undefined)
  if (!words.some(({ str = '' }) => str.search(UNKNOWN) >= 0)) return words
  const begun = items.filter(({ type }) => type?.startsWith('begin'))
  const known = marks()
  const isSame =
    known.length === begun.length && known.every(({ tag }, at) => tag === begun[at]?.tag)
  return named(items, isSame ? known : [])
}

function named(items: readonly PageItem[], marks: readonly ContentMark[]): PageItem[] {
  const found: PageItem[] = []
  const open: number[] = []
  /** The place of the words of each mark that has been said. */
  const said = new Map<number, number>()
  let begun = 0
  for (const item of items) {
    const { type = '', str } = item
    if (type.startsWith('begin')) open.push(begun++)
    else if (type.startsWith('end')) open.pop()
    else if (str === undefined || str.search(UNKNOWN) < 0) found.push(item)
    else {
      const mark = open.findLast((at) => marks[at]?.actual !== undefined)
      const before = mark === undefined ? undefined : said.get(mark)
      const actual = mark === undefined ? undefined : marks[mark]?.actual
      if (before !== undefined) found[before] = joined(found[before] as PageItem, item)
      else if (mark === undefined || actual === undefined) {
        found.push({ ...item, str: str.replace(UNKNOWN, UNKNOWN_GLYPH) })
      } else {
        said.set(mark, found.length)
        found.push({ ...item, str: actual, dir: RIGHT_TO_LEFT.test(actual) ? 'rtl' : 'ltr' })
      }
    }
  }
  return found
}

/** The room of two items, with the words of the first. */
function joined(first: PageItem, item: PageItem): PageItem {
  const from = first.transform?.[4] ?? 0
  const until = (item.transform?.[4] ?? 0) + (item.width ?? 0)
  return { ...first, width: Math.max(first.width ?? 0, until - from) }
}
