import type { FastifyInstance } from 'fastify'
import { Id } from '../../../events/envelope.ts'
import { readAsOf } from '../as-of-read.ts'
import {
  SourceReplySchema,
  SourcesReplySchema,
  UnsupportedReplySchema,
} from '../replies/sources.ts'
import type { Service } from '../service.ts'

export function sourcesRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/sources',
    id: 'listSources',
    pageSize: 1000,
    tag: 'Registers',
    reply: SourcesReplySchema,
    summary: 'What facts rest on, and whether it still stands',
    answer: ({ projections, asOf, page }) => ({ sources: page.of(projections.sources.list(asOf)) }),
  })

  readAsOf(app, service, {
    path: '/unsupported',
    id: 'listUnsupported',
    pageSize: 1000,
    tag: 'Registers',
    reply: UnsupportedReplySchema,
    summary: 'The facts that had evidence of which none stands any more',
    answer: ({ projections, asOf, page }) => ({
      facts: page.of(projections.sources.unsupported(asOf)),
    }),
  })

  readAsOf(app, service, {
    path: '/sources/:source',
    id: 'getSource',
    tag: 'Registers',
    reply: SourceReplySchema,
    example: { params: { source: 'desk-note' } },
    summary: 'One source, its text where it is held, and the facts that rest on it',
    params: { source: Id },
    answer: ({ projections, asOf }, { source }) => {
      const found = projections.sources.one(source, asOf)
      if (found === undefined) return undefined
      const text = projections.sources.heldText(source, asOf.revision)
      return text === undefined ? found : { ...found, text }
    },
  })
}
