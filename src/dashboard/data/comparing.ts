import { blameOf } from '../../../projections/blame/blame.ts'
import type { Content } from '../../../projections/drafts/clause.ts'
import { clauseHistory } from '../../../projections/redline/clause-history.ts'
import { distanceBetween, redlineBetween } from '../../../projections/redline/compare.ts'
import type { ComparedText } from '../../../projections/redline/compared-text.ts'
import type { Redline } from '../../../projections/redline/redline-reply.ts'
import type { Texts } from '../../reads/read.ts'
import { compareBy } from './readings.ts'

interface Kept {
  readonly from: ComparedText
  readonly to: ComparedText
  readonly found: Redline
}

/** The last comparison of each text with one before it. */
const kept = new WeakMap<Content, Kept>()

/** The changes between two texts: the same object for as long as the same two are compared. */
function keptRedline(texts: Pick<Kept, 'from' | 'to'>): Redline {
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

/** All that compares texts, and finds where their words come from. */
export const comparing: Texts = {
  redline: keptRedline,
  distance: distanceBetween,
  blame: blameOf,
  clauseHistory,
}

compareBy(comparing)
