import type { FastifyInstance } from 'fastify'
import { Id } from '../../../events/envelope.ts'
import { readAsOf } from '../as-of-read.ts'
import {
  DraftReplySchema,
  DraftsOnTableReplySchema,
  DraftsReplySchema,
  draftInWords,
} from '../replies/drafts.ts'
import type { Service } from '../service.ts'
import { httpDate, linksOf } from './memento.ts'

export function draftsRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/draft',
    id: 'getDraftOnTable',
    tag: 'Drafts',
    reply: DraftsOnTableReplySchema,
    summary: 'The draft on the table, with its text, and those it competes with',
    answer: ({ projections, asOf, words }) => {
      const { current, competing } = projections.drafts.current(asOf)
      return { current: current && draftInWords(current, words), competing }
    },
  })

  readAsOf(app, service, {
    path: '/drafts',
    id: 'listDrafts',
    pageSize: 1000,
    tag: 'Drafts',
    reply: DraftsReplySchema,
    summary: 'Every draft, with its current revision',
    answer: ({ projections, asOf, page }) => ({ drafts: page.of(projections.drafts.list(asOf)) }),
  })

  readAsOf(app, service, {
    path: '/drafts/:draft',
    id: 'getDraft',
    tag: 'Drafts',
    reply: DraftReplySchema,
    example: { params: { draft: 'us-plan' } },
    summary: 'One draft with all its revisions',
    params: { draft: Id },
    replyHeaders: ['Link', 'Memento-Datetime'],
    headers: ({ negotiation, asOf, asked, ledger }, { draft }) => ({
      link: linksOf({ negotiation, draft }),
      ...(asked.revision !== undefined && {
        'memento-datetime': httpDate(ledger.recordedAt(asOf.revision)),
      }),
    }),
    answer: ({ projections, asOf, words }, { draft }) => {
      const found = projections.drafts.one(draft, asOf)
      return found && draftInWords(found, words)
    },
  })
}
