/**
 * Yields every offset at which `words` begins in `text`, overlapping ones too, by the algorithm of
 * Knuth, Morris and Pratt: linear, whatever the two repeat.
 */
export function* occurrences(text: string, words: string): Generator<number, undefined> {
  if (words === '' || words.length > text.length) return undefined
  const fallback = fallbacks(words)
  let matched = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    while (matched > 0 && words.charCodeAt(matched) !== unit) {
      matched = fallback[matched - 1] as number
    }
    if (words.charCodeAt(matched) === unit) matched += 1
    if (matched === words.length) {
      yield at - matched + 1
      matched = fallback[matched - 1] as number
    }
  }
  return undefined
}

/** For each beginning of the words, the length of the longest shorter one with which it ends. */
function fallbacks(words: string): Uint32Array {
  const fallback = new Uint32Array(words.length)
  let matched = 0
  for (let at = 1; at < words.length; at++) {
    const unit = words.charCodeAt(at)
    while (matched > 0 && words.charCodeAt(matched) !== unit) {
      matched = fallback[matched - 1] as number
    }
    if (words.charCodeAt(matched) === unit) matched += 1
    fallback[at] = matched
  }
  return fallback
}
