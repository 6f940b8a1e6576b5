import type { WordedOperation } from '../../events/clause-operation.ts'
import type { Opening, RevisionPart } from '../drafts/built-revision.ts'

/**
 * The origin of words in a draft. There is one object for each, by whose identity runs of words are
 * joined.
 */
export interface WordOrigin {
  /** The fact that brought the revision into being. */
  readonly opening: Opening
  /** The entry that has the operation: that fact, or a later one with more operations of the revision. */
  readonly part: RevisionPart
  /** The parties that own the words. */
  readonly proposers: readonly string[]
}

/**
 * The origins of the words that an entry gives clauses, by its operations: words belong to the parties
 * that the operation names as their proposers, else to those that proposed the revision. What the same
 * parties bring in by one entry, in whatever order they are named, has one origin.
 */
export function originsOf(
  opening: Opening,
  part: RevisionPart,
): (wording: WordedOperation) => WordOrigin {
  const origins = new Map<string, WordOrigin>()
  return ({ proposers: named = [] }) => {
    const proposers = named.length > 0 ? named : proposersOf(opening)
    const key = proposers.toSorted().join(' ')
    const origin = origins.get(key) ?? { opening, part, proposers }
    origins.set(key, origin)
    return origin
  }
}

/** Those that proposed a draft revision; of one that was only heard of, nobody is known to have. */
export function proposersOf({ type, body }: Opening): readonly string[] {
  return type === 'draft.revised' ? body.proposers : []
}
