import { hash } from 'node:crypto'
import type { Tell } from '../../workers/job.ts'
import { boundCharacters, type DocumentText, NotADocument } from './document-text.ts'
import { readDocx } from './docx.ts'
import { readPdf } from './pdf.ts'

/** Formats of files whose text is read, each by one reader. */
const READERS = { docx: readDocx, pdf: readPdf } satisfies Record<
  string,
  (bytes: Uint8Array, tell: Tell) => DocumentText | Promise<DocumentText>
>

export type DocumentFormat = keyof typeof READERS

/** A file as it was read, and the digest of its bytes: `sha-256:` and base64url without padding. */
export interface ReadDocument extends DocumentText {
  readonly digest: string
}

/** A file that does not have its format: what is wrong, and what to do. */
export interface NoDocument {
  readonly noDocument: string
}

/**
 * The text of a file. Called in a worker thread: it takes time and memory in proportion to the file.
 *
 * @param document the file, in base64
 * @param tell hears how many pages are read
 * @throws {LimitExceeded} the file is larger than what is read.
 */
export async function readDocument(
  document: string,
  format: DocumentFormat,
  tell: Tell,
): Promise<ReadDocument | NoDocument> {
  const bytes = Buffer.from(document, 'base64')
  try {
    const read = await READERS[format](bytes, tell)
    const parts = [read, ...read.proposals, ...read.leftOut]
    boundCharacters(parts.reduce((sum, { text }) => sum + text.length, 0))
    return { ...read, digest: `sha-256:${hash('sha256', bytes, 'base64url')}` }
  } catch (error) {
    if (error instanceof NotADocument) return { noDocument: error.message }
    throw error
  }
}
