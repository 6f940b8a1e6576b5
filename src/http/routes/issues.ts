import type { FastifyInstance } from 'fastify'
import { Id } from '../../../events/envelope.ts'
import { readAsOf } from '../as-of-read.ts'
import { IssueSchema, IssuesReplySchema } from '../replies/issues.ts'
import type { Service } from '../service.ts'

export function issuesRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/issues',
    id: 'listIssues',
    pageSize: 1000,
    tag: 'Registers',
    reply: IssuesReplySchema,
    summary: 'The contested points',
    read: ({ projections, asOf, page }) => ({ issues: page.of(projections.issues.list(asOf)) }),
  })

  readAsOf(app, service, {
    path: '/issues/:issue',
    id: 'getIssue',
    tag: 'Registers',
    reply: IssueSchema,
    example: { params: { issue: 'army-cap' } },
    summary: 'One contested point, and how it was put and settled',
    params: { issue: Id },
    read: ({ projections, asOf }, { issue }) => projections.issues.one(issue, asOf),
  })
}
