import type { Content } from '../../../projections/drafts/clause.ts'
import { type ComparedText, redlineBetween } from '../../../projections/redline/compared-text.ts'
import type { Redline } from '../../../projections/redline/redline-reply.ts'

interface Kept {
  readonly from: ComparedText
  readonly to: ComparedText
  readonly found: Redline
}

/** The last comparison of each text with one before it. */
const kept = new WeakMap<Content, Kept>()

/** The changes between two texts: the same object for as long as the same two are compared. */
export function keptRedline(texts: Pick<Kept, 'from' | 'to'>): Redline {
  const { from, to } = texts
  const last = kept.get(to.content)
  if (last !== undefined && isSame(last.from, from) && isSame(last.to, to)) return last.found
  const found = redlineBetween(texts)
  kept.set(to.content, { from, to, found })
  return found
}

function isSame(a: ComparedText, b: ComparedText): boolean {
  return a.content === b.content && a.contents === b.contents && a.draft === b.draft
}
