import type { DocumentText } from './document-text.ts'
import { readDocx } from './docx.ts'

/** Formats of files whose text is read, each by one reader. */
const READERS = { docx: readDocx } satisfies Record<string, (bytes: Uint8Array) => DocumentText>

export type DocumentFormat = keyof typeof READERS

/**
 * The text of a file. Called in a worker thread: it takes time and memory in proportion to the file.
 *
 * @throws {NotADocument} the bytes are no file of that format.
 * @throws {LimitExceeded} the file is larger than what is read.
 */
export function readDocument(bytes: Uint8Array, format: DocumentFormat): DocumentText {
  return READERS[format](bytes)
}
