import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import { type FactType, facts } from '../../../events/facts.ts'
import { AttributionLevel } from '../../../events/statement.ts'
import type { TimelinePage, TimelineQuery } from '../../../projections/timeline/timeline.ts'
import { type Reading, readAsOf } from '../as-of-read.ts'
import { PageSize, pageQuery, wrongCursor } from '../contract.ts'
import { TimelineReply } from '../replies/timeline.ts'
import type { Service } from '../service.ts'
import { formatQuery } from '../tables/table.ts'
import { timelineTable } from '../tables/timeline-table.ts'

/** Conditions on the facts shown: all that are given must hold. */
const filterQuery = {
  party: Id.optional().describe('Facts that name this party or grouping'),
  person: Id.optional().describe('Facts that name this person'),
  issue: Id.optional().describe('Facts that name this issue'),
  clause: Id.optional().describe('Facts that name this clause'),
  draft: Id.optional().describe('Facts that name this draft'),
  draftRevision: Id.optional().describe('Facts that name this revision of a draft'),
  meeting: Id.optional().describe('Facts that name this meeting'),
  statement: Id.optional().describe('Facts that name this statement'),
  source: Id.optional().describe('Facts that rest on this source or name it'),
  type: z
    .enum(Object.keys(facts) as [FactType])
    .optional()
    .describe('Facts of this type'),
  level: AttributionLevel.optional().describe('Statements attributed in this way'),
  layer: z.enum(['declared', 'reported']).optional().describe('Statements of this layer'),
}

export function timeline(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/timeline',
    id: 'getTimeline',
    tag: 'Story',
    reply: TimelineReply,
    paged: true,
    example: { query: { party: 'russia', limit: '10' } },
    summary: 'The whole story in valid-time order, with plans where they are to happen',
    query: {
      ...filterQuery,
      ...pageQuery,
      limit: PageSize.optional().describe('The most items in a page: 100, as CSV all there are'),
      ...formatQuery,
      order: z
        .enum(['earliest_first', 'latest_first'])
        .default('earliest_first')
        .describe('In valid-time order, or the other way round'),
    },
    table: (reading, { limit, ...given }) => {
      const query = { ...queryOf(given), limit: limit ?? 1000 }
      const { items, next } = pageOf(reading, query)
      if (limit === undefined) return timelineTable(everyItem(reading, query, { items, next }))
      if (next !== null) reading.linkNext(next)
      return timelineTable(items)
    },
    read: (reading, { limit = 100, ...given }) => {
      const { items, next } = pageOf(reading, { ...queryOf(given), limit })
      if (next !== null) reading.linkNext(next)
      return { items, nextCursor: next }
    },
  })
}

type Given = z.output<z.ZodObject<typeof filterQuery>> &
  Pick<TimelineQuery, 'order'> & { readonly cursor?: string | undefined }

function queryOf({ draftRevision, cursor, order, ...named }: Given): Omit<TimelineQuery, 'limit'> {
  const { party, person, issue, clause, draft, meeting, statement, source } = named
  const mentions = { party, person, issue, clause, draft, meeting, statement, source }
  const { type, level, layer } = named
  const filter = { ...mentions, draft_revision: draftRevision, type, level, layer }
  return { filter, ...(order && { order }), after: cursor }
}

/** The items of a page, and of all pages after it. */
function* everyItem(reading: Reading, query: TimelineQuery, first: TimelinePage) {
  for (let page = first; ; page = pageOf(reading, { ...query, after: page.next })) {
    yield* page.items
    if (page.next === null) return
  }
}

function pageOf({ projections, asOf }: Reading, query: TimelineQuery): TimelinePage {
  try {
    return projections.timeline.page(asOf, query)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw wrongCursor()
  }
}
