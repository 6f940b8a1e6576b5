/** A change or remark that somebody made in a document. */
export interface Proposal {
  readonly kind: 'insertion' | 'deletion' | 'comment'
  readonly author: string
  /** As the document gives it, ISO 8601 in most; null where it gives none. */
  readonly date: string | null
  readonly text: string
}

/** Words of a document that stand in none of its clauses, or that were guessed. */
export interface LeftOut {
  /** The page where they stand first, from 1; null where the format has no pages. */
  readonly page: number | null
  readonly why: (typeof REASONS)[number]
  readonly text: string
}

export const REASONS = [
  'running_head',
  'page_number',
  'footnote',
  'text_box',
  'rotated',
  'hyphen',
  'page_without_text',
  'damaged',
] as const

/** The text of a document of whatever format, and what was proposed in it. */
export interface DocumentText {
  readonly text: string
  readonly proposals: readonly Proposal[]
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
