import type { FastifyInstance } from 'fastify'
import { TextWork } from '../../drafting/text-work.ts'
import { bodyOf } from '../body-of.ts'
import { DocumentRequest, notADocument } from '../document-contract.ts'
import { leavingOf } from '../leaving.ts'
import { operation } from '../openapi/operation.ts'
import { BODY, BOUNDED_WORK } from '../openapi/problem-sets.ts'
import { DocumentReplySchema } from '../replies/document.ts'
import type { Service } from '../service.ts'

const DESCRIBED = operation({
  id: 'readDocument',
  tag: 'Recording',
  summary: 'Read the text of a file',
  description:
    'Reads the text of a Word document or a PDF, as the matching of a draft does, and answers with it, the digest of the bytes, and what stands beside the text. Nothing is written: record the text and the digest as a source.',
  body: [{ schema: DocumentRequest }],
  replies: { 200: { description: 'The text', schema: DocumentReplySchema } },
  problems: [...BODY, 'workers_busy', ...BOUNDED_WORK],
  examples: [{ status: 400, body: { format: 'pdf', document: 'QXJ0aWNsZSAx' } }],
})

/** Reads the text of files for those who record it. */
export function documentReadingRoutes(app: FastifyInstance, service: Service): void {
  app.post('/v1/document-text', DESCRIBED, async (request, reply) => {
    const given = bodyOf(DocumentRequest, request.body)
    const work = new TextWork(service.workers, request.principal.id, leavingOf(reply))
    const read = await work.read(given)
    if ('noDocument' in read) throw notADocument(given.format, read.noDocument)
    reply.header('cache-control', 'no-store')
    return read
  })
}
