import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import { asAkomaNtoso } from '../../drafting/export/akoma-ntoso.ts'
import type { Exported } from '../../drafting/export/exported.ts'
import { asHtml } from '../../drafting/export/html.ts'
import { asMarkdown } from '../../drafting/export/markdown.ts'
import { asText } from '../../drafting/export/text.ts'
import { readAsOf } from '../as-of-read.ts'
import { contentInWords, DraftContentSchema } from '../replies/drafts.ts'
import type { Service } from '../service.ts'

const formats = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  akn: 'application/akn+xml',
} as const

const WRITERS: Readonly<Record<keyof typeof formats, (exported: Exported) => string>> = {
  text: asText,
  markdown: asMarkdown,
  html: asHtml,
  akn: asAkomaNtoso,
}

const format = z
  .enum(['json', 'text', 'markdown', 'html', 'akn'])
  .default('json')
  .describe('JSON, or a document; akn is Akoma Ntoso 1.0')

/** The text of one revision of a draft, as data and as a document. */
export function draftRevisionRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/drafts/:draft/revisions/:draftRevision',
    id: 'getDraftRevision',
    tag: 'Drafts',
    reply: DraftContentSchema,
    example: { params: { draft: 'us-plan', draftRevision: 'us-plan-geneva' } },
    summary: 'The text of one revision of a draft',
    params: { draft: Id, draftRevision: Id },
    query: { format },
    formats,
    document: ({ projections: { drafts }, negotiation, asOf }, given) => {
      const revision = drafts.revision(given.draftRevision, asOf)
      const content = drafts.content(given.draftRevision, asOf)
      if (given.format === 'json' || revision?.draft !== given.draft) return undefined
      if (content === undefined) return undefined
      const naming = drafts.naming(given.draft, asOf)
      return WRITERS[given.format]({ negotiation, ...naming, revision, content })
    },
    answer: ({ projections, asOf, words }, { draft, draftRevision: revision }) => {
      const content = projections.drafts.content(revision, asOf)
      return content?.draft === draft ? contentInWords(content, words) : undefined
    },
  })
}
