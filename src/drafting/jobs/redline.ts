import { fromPortable, type PortableContent } from '../../../projections/drafts/portable-content.ts'
import { type ComparedText, redlineBetween } from '../../../projections/redline/compared-text.ts'
import { redlineHtml } from '../../../projections/redline/redline-html.ts'
import type { Redline } from '../../../projections/redline/redline-reply.ts'
import { redlineText } from '../../../projections/redline/redline-text.ts'

/** A side of a comparison as it is handed to a thread. */
export type PortableText = Omit<ComparedText, 'content'> & { readonly content: PortableContent }

interface Given {
  readonly from: PortableText
  readonly to: PortableText
  /** Undefined: as data. */
  readonly document?:
    | { readonly format: 'text' }
    | { readonly format: 'html'; readonly title: string; readonly language: string | null }
    | undefined
}

/** Compares two texts word by word, and writes the redline as a document where one is asked for. */
export default function redline({ from, to, document }: Given): Redline | string {
  const texts = { from: revived(from), to: revived(to) }
  const redline = redlineBetween(texts)
  if (document === undefined) return redline
  const compared = { ...texts, ...redline }
  return document.format === 'text' ? redlineText(compared) : redlineHtml(compared, document)
}

export function revived({ content, ...text }: PortableText): ComparedText {
  return { ...text, content: fromPortable(content) }
}
