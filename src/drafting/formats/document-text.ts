import type { LeftOut } from '../../../projections/text/left-out.ts'

/** A change or remark that somebody made in a document. */
export interface ProposedText {
  readonly kind: 'insertion' | 'deletion' | 'comment'
  readonly author: string
  /** As the document gives it, ISO 8601 in most; null where it gives none. */
  readonly date: string | null
  readonly text: string
}

/** The text of a document of whatever format, and what was proposed in it. */
export interface DocumentText {
  readonly text: string
  readonly proposals: readonly ProposedText[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * The bytes cannot be read as a document of their format. The message is a clause that says what is
 * wrong and what to do.
 */
export class NotADocument extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'NotADocument'
  }
}
