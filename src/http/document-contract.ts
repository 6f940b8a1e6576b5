import { z } from 'zod'
import type { DocumentFormat } from '../drafting/formats/read-document.ts'
import { type Problem, problemAt } from '../problems/problem.ts'
import { reason } from '../words/reason.ts'

export const DOCUMENT_FORMATS = ['docx', 'pdf'] as const satisfies readonly DocumentFormat[]

/** A file as a request carries it. */
export const Document = z.base64().max(12_000_000)

/** A file whose text is to be read. */
export const DocumentRequest = z
  .strictObject({
    document: Document.describe('The file, in base64'),
    format: z.enum(DOCUMENT_FORMATS).describe('What the file is'),
  })
  .meta({ id: 'DocumentRequest', description: 'A file whose text is to be read' })

export function isDocumentFormat(format: string): format is DocumentFormat {
  return DOCUMENT_FORMATS.some((known) => known === format)
}

/** The refusal of a file that is not what its format says, or has no text. */
export function notADocument(format: string, why: string): Problem {
  const what = reason('not_a_document', { format, why })
  return problemAt('malformed', [{ pointer: '/document', what }])
}
