import { type BuiltRevision, contentsOf } from '../drafts/built-revision.ts'
import { type Content, EMPTY } from '../drafts/clause.ts'
import type { Contents } from '../drafts/draft-reply.ts'
import { type DraftDistance, distance } from './distance.ts'
import { likelyPairs } from './likely-pairs.ts'
import { redline } from './redline.ts'
import type { Redline } from './redline-reply.ts'

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

/** The two sides; where the text of either is unknown, nothing is compared. */
interface Compared {
  readonly from: ComparedText
  readonly to: ComparedText
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

/** The changes. Within one draft ids tell what is the same, and nothing is guessed. */
export function redlineBetween({ from, to }: Compared): Redline {
  if (isUnknown(from) || isUnknown(to)) return { counts: [], clauses: [] }
  const alike = from.draft === to.draft ? undefined : likelyPairs
  return redline(from.content, to.content, alike)
}

/** The distance between the texts; null where that cannot be told. */
export function distanceBetween({ from, to }: Compared): DraftDistance {
  if (isUnknown(from) || isUnknown(to)) return NOT_TOLD
  return distance(from.content, to.content)
}

const NOT_TOLD: DraftDistance = {
  wordsBefore: null,
  wordsAfter: null,
  wordsInCommon: null,
  distance: null,
  clauses: [],
}

function isUnknown({ contents }: ComparedText): boolean {
  return contents === 'unknown'
}
