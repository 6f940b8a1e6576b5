/**
 * The items of two lists that are not the same objects in the same places, as counted from the
 * beginning or from the end: of a list in which one item came, that item alone.
 */
export function differing<T>(before: readonly T[] = [], after: readonly T[] = []): readonly T[] {
  if (before === after) return []
  const length = Math.min(before.length, after.length)
  let begin = 0
  while (begin < length && before[begin] === after[begin]) begin += 1
  let end = 0
  while (end < length - begin && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return [...before.slice(begin, before.length - end), ...after.slice(begin, after.length - end)]
}
