import { shifted } from './raised.ts'

/** Words at a place of a page, in points from its upper left corner. */
export interface Fragment {
  readonly words: string
  readonly left: number
  readonly right: number
  /** The line on which the letters stand. */
  readonly base: number
  readonly size: number
  readonly isRightToLeft: boolean
}

/** Longer words are not raised or lowered, but a line beside a large initial. */
const LONGEST = 12

/** Smaller letters than this share of those beside them may be raised or lowered. */
const SMALL = 0.9

/** The most by which they are, and the most by which they are apart, as shares of the size of those. */
const MOST_RAISED = 0.7
const BESIDE = 0.3

/** The least by which they are. */
const LEAST_RAISED = 0.08

/**
 * Fragments that stand on one line, from left to right. Small ones beside larger ones, raised or
 * lowered, are on the line of those.
 */
export function fragmentRows(fragments: readonly Fragment[]): Fragment[][] {
  const sorted = [...fragments].sort((a, b) => a.base - b.base)
  const hosts = hostsOf(sorted)
  const rows: Fragment[][] = []
  const rowOf = new Map<Fragment, Fragment[]>()
  for (const fragment of sorted) {
    if (hosts.has(fragment)) continue
    const [first] = rows.at(-1) ?? []
    if (first === undefined || !isNear(first, fragment)) rows.push([])
    const row = rows.at(-1) as Fragment[]
    row.push(fragment)
    rowOf.set(fragment, row)
  }
  for (const [fragment, host] of hosts) {
    rowOf.get(host)?.push({ ...fragment, words: shiftedWords(fragment, host) })
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left))
}

export function isNear(a: Fragment, b: Fragment): boolean {
  return Math.abs(a.base - b.base) < Math.max(a.size, b.size) / 2
}

/** The larger fragment beside which each small one stands, of those that stand beside one. */
function hostsOf(sorted: readonly Fragment[]): Map<Fragment, Fragment> {
  const hosts = new Map<Fragment, Fragment>()
  const largest = Math.max(0, ...sorted.map(({ size }) => size))
  let from = 0
  for (const fragment of sorted) {
    while (fragment.base - (sorted[from] as Fragment).base > largest * MOST_RAISED) from += 1
    let nearest = Number.POSITIVE_INFINITY
    for (let at = from; at < sorted.length; at++) {
      const other = sorted[at] as Fragment
      if (other.base - fragment.base > largest * MOST_RAISED) break
      const apart = apartOf(fragment, other)
      if (apart >= nearest) continue
      nearest = apart
      hosts.set(fragment, other)
    }
  }
  // A small one beside a small one beside a large one is on the line of the large one.
  for (const [fragment, host] of hosts) hosts.set(fragment, hosts.get(host) ?? host)
  return hosts
}

/** The blank between a small fragment and a larger one beside it; infinite of others. */
function apartOf(small: Fragment, large: Fragment): number {
  const raised = Math.abs(large.base - small.base)
  if (small.words.trim().length > LONGEST) return Infinity
  if (small.size >= large.size * SMALL || raised > large.size * MOST_RAISED) return Infinity
  const after = Math.abs(small.left - large.right)
  const before = Math.abs(large.left - small.right)
  const apart = Math.min(after, before)
  return apart < large.size * BESIDE ? apart : Infinity
}

/** The words of a small fragment, raised or lowered as they are. */
function shiftedWords({ words, base }: Fragment, host: Fragment): string {
  const by = (host.base - base) / host.size
  return Math.abs(by) < LEAST_RAISED ? words : shifted(words, by > 0 ? 'raised' : 'lowered')
}

/** A line of fragments from left to right, in the order in which they are read. */
export function lineOf(row: readonly Fragment[]): Fragment {
  const isRightToLeft = isMostlyRightToLeft(row)
  const ordered = isRightToLeft ? [...row].reverse() : row
  let words = ''
  let before: Fragment | undefined
  for (const fragment of ordered) {
    const gap =
      before === undefined
        ? 0
        : isRightToLeft
          ? before.left - fragment.right
          : fragment.left - before.right
    const isApart =
      gap > fragment.size * 0.15 && !/\s$/u.test(words) && !/^\s/u.test(fragment.words)
    words += (isApart ? ' ' : '') + fragment.words
    before = fragment
  }
  const largest = row.reduce((most, each) => (each.words.length > most.words.length ? each : most))
  return {
    words: words.trim().replace(FORMS, (form) => form.normalize('NFKC')),
    left: Math.min(...row.map((each) => each.left)),
    right: Math.max(...row.map((each) => each.right)),
    base: largest.base,
    size: largest.size,
    isRightToLeft,
  }
}

/** Forms of Arabic letters at the ends and in the middle of words. */
const FORMS = /[\ufb50-\ufbff\ufc00-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc]/g

export function isMostlyRightToLeft(fragments: readonly Fragment[]): boolean {
  const lengths = { all: 0, rightToLeft: 0 }
  for (const { words, isRightToLeft } of fragments) {
    lengths.all += words.length
    if (isRightToLeft) lengths.rightToLeft += words.length
  }
  return lengths.rightToLeft * 2 > lengths.all
}
