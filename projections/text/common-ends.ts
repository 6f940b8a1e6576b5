const LETTER = /[\p{L}\p{N}]/u

/**
 * The UTF-16 units that two texts share at their beginning and, of the rest, at their end, each cut
 * back to where a word begins after a blank: there both texts divide into words in the same way.
 */
export function commonEnds(a: string, b: string): { readonly start: number; readonly end: number } {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  if (start === a.length && start === b.length) return { start, end: 0 }
  do start--
  while (start > 0 && !beginsWord(a, start))
  start = Math.max(start, 0)

  let end = 0
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  while (end > 0 && !(beginsWord(a, a.length - end) && beginsWord(b, b.length - end))) end--
  return { start, end }
}

function beginsWord(text: string, at: number): boolean {
  const before = text[at - 1]
  return (before === ' ' || before === '\n') && LETTER.test(text[at] ?? '')
}
