import type { ReaderLexicon } from './lexicon.ts'
import { type Quotation, trimmed } from './quotations.ts'
import { type TextStretch, tokensIn } from './tokens.ts'

/** Words that a full stop follows within a sentence, in the languages that are read. */
const SHORTENED = new Set(
  'mr mrs ms dr st prof gen col sen gov no art vs etc a.m p.m m mme mm рр ст ім вул див'.split(' '),
)

/** So early in a sentence stands the verb that tells of a quotation that ended before it. */
const EARLY = 4

/**
 * The sentences of a text. One ends with a paragraph, or at `.`, `!`, `?` or `…` before a blank, unless
 * it is within a quotation, after a shortened word, an initial or the number of a paragraph. A sentence that is all quotation
 * is one with the next if that one tells by its first words who said it.
 */
export function sentencesIn(
  text: string,
  quotations: readonly Quotation[],
  { speech }: Pick<ReaderLexicon, 'speech'>,
): TextStretch[] {
  const pieces: TextStretch[] = []
  let start = 0
  const close = (end: number) => {
    const sentence = trimmed(text, { start, end })
    if (sentence.start < sentence.end) pieces.push(sentence)
    start = end
  }
  for (const { 0: mark, index } of text.matchAll(/\n\s*\n|[.!?…]+["”»“]?(?=\s|$)|[。！？]/gu)) {
    const end = index + mark.length
    if (mark.startsWith('\n')) close(index)
    else if (isEnd(text, start, index, end, quotations)) close(end)
  }
  close(text.length)
  return joined(text, pieces, quotations, speech)
}

function isEnd(
  text: string,
  start: number,
  at: number,
  end: number,
  quotations: readonly Quotation[],
): boolean {
  if (quotations.some((one) => one.start < at && end < one.end)) return false
  if (text[at] !== '.') return true
  // The number of a paragraph.
  if (/^\s*\p{N}{1,3}$/u.test(text.slice(start, at))) return false
  const last = /[\p{L}\p{M}.]+$/u.exec(text.slice(start, at))?.[0] ?? ''
  return !SHORTENED.has(last.toLowerCase()) && !/^\p{Lu}$/u.test(last)
}

function joined(
  text: string,
  pieces: readonly TextStretch[],
  quotations: readonly Quotation[],
  speech: ReadonlySet<string>,
): TextStretch[] {
  const out: TextStretch[] = []
  for (const piece of pieces) {
    const before = out.at(-1)
    const isSaid =
      before !== undefined &&
      !text.slice(before.end, piece.start).includes('\n\n') &&
      quotations.some(({ start, end }) => start === before.start && end === before.end) &&
      !quotations.some(({ start }) => start === piece.start) &&
      tokensIn(text, piece)
        .slice(0, EARLY)
        .some(({ folded }) => speech.has(folded))
    if (isSaid) out[out.length - 1] = { start: before.start, end: piece.end }
    else out.push(piece)
  }
  return out
}
