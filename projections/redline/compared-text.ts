import { type BuiltRevision, contentsOf } from '../drafts/built-revision.ts'
import { type Content, EMPTY } from '../drafts/clause.ts'
import type { Contents } from '../drafts/draft-reply.ts'

/** One side of a comparison: the text of a draft revision, as far as we have it. */
export interface ComparedText {
  readonly draft: string
  /** The draft revision; null where the draft had none, and so no text. */
  readonly draftRevision: string | null
  readonly contents: Contents
  /** Present if the text that it was made from is not known. */
  readonly basisUnknown?: true
  readonly content: Content
}

export function comparedText(built: BuiltRevision): ComparedText {
  const { draft, revision } = built.opening.body
  return {
    draft,
    draftRevision: revision,
    contents: contentsOf(built),
    ...(built.basisUnknown ? { basisUnknown: true } : {}),
    content: built.content,
  }
}

/** The side of a draft that had no revision then: that it said nothing is known. */
export function noText(draft: string): ComparedText {
  return { draft, draftRevision: null, contents: 'known', content: EMPTY }
}

/** A side of which nothing is known but the name of the revision. */
export function unknownText(draft: string, revision: string): ComparedText {
  return { draft, draftRevision: revision, contents: 'unknown', content: EMPTY }
}
