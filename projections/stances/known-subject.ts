import type { Subject } from '../../events/position.ts'
import type { Drafts } from '../drafts/drafts.ts'
import type { AsOf } from '../time/standing-fact.ts'
import type { Stances } from './stances.ts'

/**
 * True of an issue and of all that somebody has taken a position on, and of a draft, a clause that a
 * current text has or had, and a wording by then, whether or not anybody has.
 */
export function isKnownSubject(
  { kind, id }: Subject,
  { stances, drafts }: { readonly stances: Stances; readonly drafts: Drafts },
  asOf: AsOf,
): boolean {
  const { revision } = asOf
  if (stances.subjects(revision).some((one) => one.kind === kind && one.id === id)) return true
  switch (kind) {
    case 'draft':
      return drafts.exists(id, { revision, validTime: Number.POSITIVE_INFINITY })
    case 'clause':
      return drafts.wordings
        .currentTexts(asOf)
        .some(({ content }) => content.clauses.get(id) !== undefined)
    case 'wording':
      return drafts.wordings.one(id, asOf) !== undefined
    case 'issue':
      return false
  }
}
