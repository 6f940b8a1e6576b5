import type { DraftContent, DraftRevision } from '../../../projections/drafts/draft-reply.ts'

/** The text of one draft revision, and what a document says of it. */
export interface Exported {
  readonly negotiation: string
  /** Of the draft. */
  readonly title: string
  /** BCP 47; null where nobody said. */
  readonly language: string | null
  readonly revision: DraftRevision
  readonly content: DraftContent
}

/** What the document is called: the draft, and the revision by its name or id. */
export function titleOf({ title, revision }: Exported): string {
  return `${title}, ${revision.title ?? revision.revision}`
}
