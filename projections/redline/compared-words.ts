import { contentsWords } from '../drafts/contents-words.ts'
import type { ComparedText } from './compared-text.ts'
import type { Redline } from './redline-reply.ts'

type Side = Omit<ComparedText, 'content'>

/** A redline with what we have of either text. */
export interface ComparedRedline extends Redline {
  readonly from: Side
  readonly to: Side
}

/** Sentences that a reader must know of the two texts before a redline of them. */
export function comparedWords({ from, to }: ComparedRedline): string[] {
  const words = (when: string, side: Side) =>
    contentsWords(side).map((each) => `${when}, ${side.draftRevision}: ${each}`)
  const isUnknown = from.contents === 'unknown' || to.contents === 'unknown'
  return [
    ...words('Before', from),
    ...words('After', to),
    ...(isUnknown ? ['So nothing is compared.'] : []),
  ]
}
