import type { Tell } from '../../workers/job.ts'
import {
  type DocumentFormat,
  type NoDocument,
  type ReadDocument,
  readDocument,
} from '../formats/read-document.ts'

interface Given {
  /** A file of that format, in base64. */
  readonly document: string
  readonly format: DocumentFormat
}

/** Reads the text of a file. */
export default function read(given: Given, tell: Tell): Promise<ReadDocument | NoDocument> {
  return readDocument(given.document, given.format, tell)
}
