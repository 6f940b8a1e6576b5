import type { TextStretch } from './tokens.ts'

/** Words in quotation marks: `inner` is without the marks. */
export interface Quotation extends TextStretch {
  readonly inner: TextStretch
}

/** Marks that open a quotation, by those that may close it. */
const CLOSING: Readonly<Record<string, string>> = {
  ...{ '“': '”', '«': '»', '„': '“”', '"': '"', '「': '」' },
}

/** The quotations of a text that are closed within their paragraph, those within others left out. */
export function quotationsIn(text: string): Quotation[] {
  const found: Quotation[] = []
  for (let at = 0; at < text.length; at++) {
    const closing = CLOSING[text[at] as string]
    if (closing === undefined) continue
    const end = closingAt(text, at, closing)
    if (end === undefined) continue
    const words = trimmed(text, { start: at + 1, end })
    // The comma belongs to the sentence around it, wherever printers set it.
    const inner = text[words.end - 1] === ',' ? { ...words, end: words.end - 1 } : words
    if (inner.start < inner.end) found.push({ start: at, end: end + 1, inner })
    at = end
  }
  return found
}

function closingAt(text: string, opening: number, closing: string): number | undefined {
  let depth = 0
  for (let at = opening + 1; at < text.length; at++) {
    const mark = text[at] as string
    if (mark === '\n' && text[at + 1] === '\n') return undefined
    if (mark === text[opening] && !closing.includes(mark)) depth += 1
    else if (closing.includes(mark)) {
      if (depth === 0) return at
      depth -= 1
    }
  }
  return undefined
}

/** A stretch without the blanks at its ends. */
export function trimmed(text: string, { start, end }: TextStretch): TextStretch {
  const words = text.slice(start, end)
  const first = start + (words.length - words.trimStart().length)
  return { start: first, end: Math.max(first, end - (words.length - words.trimEnd().length)) }
}
