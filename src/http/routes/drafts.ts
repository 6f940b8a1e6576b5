import type { FastifyInstance } from 'fastify'
import { Id } from '../../../events/envelope.ts'
import { readAsOf } from '../as-of-read.ts'
import { DraftContent, DraftReply, DraftsOnTableReply, DraftsReply } from '../replies/drafts.ts'
import type { Service } from '../service.ts'

export function drafts(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/draft',
    id: 'getDraftOnTable',
    tag: 'Drafts',
    reply: DraftsOnTableReply,
    summary: 'The draft on the table, with its text, and those it competes with',
    read: ({ projections, asOf }) => projections.drafts.current(asOf),
  })

  readAsOf(app, service, {
    path: '/drafts',
    id: 'listDrafts',
    tag: 'Drafts',
    reply: DraftsReply,
    summary: 'Every draft, with its current revision',
    read: ({ projections, asOf }) => ({ drafts: projections.drafts.list(asOf) }),
  })

  readAsOf(app, service, {
    path: '/drafts/:draft',
    id: 'getDraft',
    tag: 'Drafts',
    reply: DraftReply,
    example: { params: { draft: 'us-plan' } },
    summary: 'One draft with all its revisions',
    params: { draft: Id },
    read: ({ projections, asOf }, { draft }) => projections.drafts.one(draft, asOf),
  })

  readAsOf(app, service, {
    path: '/drafts/:draft/revisions/:draftRevision',
    id: 'getDraftRevision',
    tag: 'Drafts',
    reply: DraftContent,
    example: { params: { draft: 'us-plan', draftRevision: 'us-plan-geneva' } },
    summary: 'The text of one revision of a draft',
    params: { draft: Id, draftRevision: Id },
    read: ({ projections, asOf }, { draft, draftRevision }) => {
      const content = projections.drafts.content(draftRevision, asOf)
      return content?.draft === draft ? content : undefined
    },
  })
}
