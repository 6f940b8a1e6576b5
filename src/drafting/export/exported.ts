import type {
  DraftContent,
  DraftNaming,
  DraftRevision,
} from '../../../projections/drafts/draft-reply.ts'

/** The text of one draft revision, and what a document says of it and of its draft. */
export interface Exported extends DraftNaming {
  readonly negotiation: string
  readonly revision: DraftRevision
  readonly content: DraftContent
}

/** The name of the document: the draft, and the revision by its name or id. */
export function titleOf({ title, revision }: Exported): string {
  return `${title}, ${revision.title ?? revision.draftRevision}`
}
