import type { WordedOperation } from '../../events/clause-operation.ts'
import type { Opening, RevisionPart } from '../drafts/built-revision.ts'

/** The origin of words in a draft: an entry, as part of a revision, and the parties that own them. */
export interface WordOrigin {
  readonly opening: Opening
  readonly part: RevisionPart
  readonly proposers: readonly string[]
}

/**
 * The origin of the words that an entry gives a clause: they are the words of those that it names as
 * their proposers, else of those that proposed the revision. What the same parties bring in by one
 * entry has one origin.
 */
export function originsOf(
  opening: Opening,
  part: RevisionPart,
): (wording: WordedOperation) => WordOrigin {
  const origins = new Map<string, WordOrigin>()
  return ({ proposers: own = [] }) => {
    const proposers = own.length > 0 ? own : proposersOf(opening)
    const key = proposers.join(' ')
    const origin = origins.get(key) ?? { opening, part, proposers }
    origins.set(key, origin)
    return origin
  }
}

/** Those that proposed a draft revision; of one that was only heard of, nobody is known to have. */
export function proposersOf({ type, body }: Opening): readonly string[] {
  return type === 'draft.revised' ? body.proposers : []
}
