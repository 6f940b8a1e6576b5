/** Marks that part a name from what is said of it, in brackets. */
const MARKS = /[[\]:：;；]/g

/** A name as it stands in a bracket that says what somebody makes of its words: without such marks. */
export function codeOf(name: string): string {
  return name.replace(MARKS, ' ').replace(/\s+/g, ' ').trim()
}

/** The form under which codes of parties are the same. */
export function codeKey(code: string): string {
  return codeOf(code).toLowerCase()
}

/**
 * A text of the same length in which the codes that have such marks stand with blanks instead, so that
 * the marks that are left are those of brackets.
 */
export function withPlainCodes(text: string, codes: Iterable<string>): string {
  const inner = Array.from(codes, (code) => code.replace(/^[\s:：;；]+|[\s:：;；]+$/g, ''))
  const marked = inner.filter((code) => code.search(MARKS) >= 0)
  if (marked.length === 0) return text
  const escaped = marked
    .sort((a, b) => b.length - a.length)
    .map((code) => code.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+'))
  return text.replace(new RegExp(escaped.join('|'), 'gi'), (code) => code.replace(MARKS, ' '))
}
