import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { toMarkdown } from '../../reference/page.ts'
import { pages } from '../../reference/pages.ts'
import { isHeld } from '../conditional.ts'
import { wantsHtml } from '../dashboard-page.ts'
import { type Documented, openApiDocument } from '../openapi/document.ts'
import { PRECONDITIONS } from '../openapi/headers.ts'
import { type Operation, operation } from '../openapi/operation.ts'
import { documentPage } from '../openapi/page/document-page.ts'
import { referencePage } from '../openapi/page/reference-page.ts'

/** The operation of a generated page. */
function page(id: string, summary: string): Operation {
  return {
    id,
    tag: 'Service',
    summary,
    description: 'HTML for a browser, or whoever else asks for text/html; Markdown for the rest.',
    replies: {
      200: {
        description: 'The page',
        mediaType: 'text/markdown',
        also: { mediaType: 'text/html' },
      },
    },
    problems: [],
    examples: [{}],
  }
}

const DESCRIBED: Readonly<Record<keyof typeof pages, Operation>> = {
  events: page(
    'getEventTypes',
    'What can be recorded: every type of event and each of its members',
  ),
  glossary: page('getGlossary', 'The terms used here, each with its one meaning'),
  problems: page('getProblems', 'Every problem that a reply can report, and what to do about it'),
  warnings: page(
    'getWarningKinds',
    'Every warning that an entry can raise, and what to do about it',
  ),
}

const described = operation({
  id: 'getOpenApi',
  tag: 'Service',
  summary: 'This document: the API in OpenAPI 3.1',
  headers: PRECONDITIONS,
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
export function docsRoutes(app: FastifyInstance, routes: readonly Documented[]): void {
  const document = once(() => openApiDocument(routes))
  const written = once(async () => {
    const json = JSON.stringify(await document())
    return { json, etag: `"${hash('sha256', json, 'base64url')}"` }
  })
  const page = once(async () => referencePage(await document()))

  for (const name of Object.keys(pages) as (keyof typeof pages)[]) {
    const both = once(() => {
      const page = pages[name]()
      return { markdown: toMarkdown(page), ...documentPage(page) }
    })
    app.get(`/docs/${name}`, operation(DESCRIBED[name]), async (request, reply) => {
      const { markdown, html, contentSecurityPolicy } = both()
      reply.header('vary', 'accept')
      if (!wantsHtml(request)) return reply.type('text/markdown; charset=utf-8').send(markdown)
      reply.header('content-security-policy', contentSecurityPolicy)
      return reply.type('text/html; charset=utf-8').send(html)
    })
  }

  app.get('/openapi.json', described, async (request, reply) => {
    const { json, etag } = await written()
    if (isHeld(request, reply, etag)) return reply.code(304).send()
    return reply.type('application/json; charset=utf-8').send(json)
  })

  for (const path of ['/docs', '/docs/']) {
    app.get(path, { schema: { hide: true } as object }, async (_, reply) =>
      reply.redirect('/docs/api'),
    )
  }

  app.get('/docs/api', reference, async (_, reply) => {
    const { html, contentSecurityPolicy } = await page()
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
