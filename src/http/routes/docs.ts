import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { problemsPage } from '../../problems-page.ts'
import { isHeld } from '../conditional.ts'
import { type Documented, openApiDocument } from '../openapi/document.ts'
import { operation } from '../openapi/operation.ts'
import { referencePage } from '../openapi/page/reference-page.ts'

const problems = operation({
  id: 'getProblems',
  tag: 'Service',
  summary: 'Every problem that a reply can report, and what to do about it',
  replies: { 200: { description: 'A page in Markdown', mediaType: 'text/markdown' } },
  problems: [],
  examples: [{}],
})

const described = operation({
  id: 'getOpenApi',
  tag: 'Service',
  summary: 'This document: the API in OpenAPI 3.1',
  headers: ['If-None-Match'],
  replies: {
    200: { description: 'The document', headers: ['ETag'], schema: z.looseObject({}) },
    304: { description: 'The client holds it', headers: ['ETag'] },
  },
  problems: [],
  examples: [{}],
})

const reference = operation({
  id: 'getReference',
  tag: 'Service',
  summary: 'This document as a page to read',
  replies: { 200: { description: 'A page without scripts', mediaType: 'text/html' } },
  problems: [],
  examples: [{}],
})

/**
 * The documentation, which the service makes of what its routes say of themselves.
 *
 * @param routes those that are documented; may still grow until the first request
 */
export function docs(app: FastifyInstance, routes: readonly Documented[]): void {
  const made = once(() => {
    const document = openApiDocument(routes)
    const json = JSON.stringify(document)
    return { json, etag: `"${hash('sha256', json, 'base64url')}"`, page: referencePage(document) }
  })

  app.get('/docs/problems', problems, async (_, reply) =>
    reply.type('text/markdown; charset=utf-8').send(problemsPage()),
  )

  app.get('/openapi.json', described, async (request, reply) => {
    const { json, etag } = made()
    if (isHeld(request, reply, etag)) return reply.code(304).send()
    return reply.type('application/json; charset=utf-8').send(json)
  })

  app.get('/docs/api', reference, async (_, reply) => {
    const { html, contentSecurityPolicy } = made().page
    reply.header('content-security-policy', contentSecurityPolicy)
    return reply.type('text/html; charset=utf-8').send(html)
  })
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
