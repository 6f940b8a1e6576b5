import { fromPortable, type PortableContent } from '../../../projections/drafts/portable-content.ts'
import { redlineBetween } from '../../../projections/redline/compare.ts'
import type { ComparedText } from '../../../projections/redline/compared-text.ts'
import { redlineHtml } from '../../../projections/redline/redline-html.ts'
import type { Redline } from '../../../projections/redline/redline-reply.ts'
import { redlineText } from '../../../projections/redline/redline-text.ts'

/** A side of a comparison as it is handed to a thread. */
export type PortableText = Omit<ComparedText, 'content'> & { readonly content: PortableContent }

interface Given {
  readonly from: PortableText
  readonly to: PortableText
  /** Leaves out the clauses that stand as they stood. */
  readonly only?: 'changes' | undefined
  /** Undefined: as data. */
  readonly document?:
    | { readonly format: 'text' }
    | { readonly format: 'html'; readonly title: string; readonly language: string | null }
    | undefined
}

/** Compares two texts word by word, and writes the redline as a document where one is asked for. */
export default function redline({ from, to, only, document }: Given): Redline | string {
  const texts = { from: revived(from), to: revived(to) }
  const whole = redlineBetween(texts)
  const redline = only === 'changes' ? onlyChanges(whole) : whole
  if (document === undefined) return redline
  const compared = { ...texts, ...redline }
  return document.format === 'text' ? redlineText(compared) : redlineHtml(compared, document)
}

function onlyChanges({ counts, clauses }: Redline): Redline {
  return { counts, clauses: clauses.filter(({ changes }) => changes.length > 0) }
}

export function revived({ content, ...text }: PortableText): ComparedText {
  return { ...text, content: fromPortable(content) }
}
