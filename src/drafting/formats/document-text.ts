import type { LeftOut } from '../../../projections/text/left-out.ts'
import { LimitExceeded } from '../../workers/job.ts'

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

/** The most characters that the text of a file and all that is told beside it have together. */
const MOST_CHARACTERS = 4_000_000

/** @throws {LimitExceeded} so many characters are more than are read. */
export function boundCharacters(found: number): void {
  if (found <= MOST_CHARACTERS) return
  throw new LimitExceeded(`the document has more than ${MOST_CHARACTERS} characters`)
}
