const QUOTE = 0x22
const BACKSLASH = 0x5c

/** The end of the JSON string that begins at `start`: behind its quote, or at the text's end. */
export function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === QUOTE) return i + 1
    if (unit === BACKSLASH) i += 1
  }
  return text.length
}

/** The text of a JSON string, quotes and all; empty if it is not valid. */
export function readString(literal: string): string {
  if (!literal.includes('\\')) return literal.slice(1, -1)
  try {
    return JSON.parse(literal)
  } catch {
    return ''
  }
}
