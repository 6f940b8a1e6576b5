import type { FastifyInstance } from 'fastify'
import { Id } from '../../../events/envelope.ts'
import { readAsOf } from '../as-of-read.ts'
import { MeetingReplySchema, MeetingsReplySchema } from '../replies/meetings.ts'
import type { Service } from '../service.ts'
import { meetingsTable } from '../tables/meetings-table.ts'
import { formatQuery } from '../tables/table.ts'

export function meetingsRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/meetings',
    id: 'listMeetings',
    pageSize: 1000,
    tag: 'Story',
    reply: MeetingsReplySchema,
    summary: 'Meetings, in the order in which they took place or are to',
    query: formatQuery,
    *table({ projections, asOf, page }) {
      return meetingsTable(page.of(yield* projections.meetings.listing(asOf)))
    },
    *answer({ projections, asOf, page }) {
      return { meetings: page.of(yield* projections.meetings.listing(asOf)) }
    },
  })

  readAsOf(app, service, {
    path: '/meetings/:meeting',
    id: 'getMeeting',
    tag: 'Story',
    reply: MeetingReplySchema,
    example: { params: { meeting: 'geneva' } },
    summary: 'One meeting, with what became of it',
    params: { meeting: Id },
    answer: ({ projections, asOf }, { meeting }) => projections.meetings.one(meeting, asOf),
  })
}
