import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import { type FactType, facts } from '../../../events/facts.ts'
import { AttributionLevel } from '../../../events/statement.ts'
import type { TimelinePage } from '../../../projections/timeline/timeline.ts'
import { Problem } from '../../problem.ts'
import { readAsOf } from '../as-of-read.ts'
import { pageQuery } from '../contract.ts'
import { TimelineReply } from '../replies/timeline.ts'
import type { Service } from '../service.ts'

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
      order: z.enum(['earliest_first', 'latest_first']).default('earliest_first'),
    },
    read: ({ projections, asOf, linkNext }, given) => {
      const { limit, cursor, order, draftRevision, ...named } = given
      const { party, person, issue, clause, draft, meeting, statement, source } = named
      const mentions = { party, person, issue, clause, draft, meeting, statement, source }
      const { type, level, layer } = named
      const filter = { ...mentions, draft_revision: draftRevision, type, level, layer }
      const page = pageOf(() =>
        projections.timeline.page(asOf, { filter, order, after: cursor, limit }),
      )
      if (page.next !== null) linkNext(page.next)
      return { items: page.items, nextCursor: page.next }
    },
  })
}

function pageOf(read: () => TimelinePage): TimelinePage {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const errors = [{ parameter: 'cursor', detail: 'is no cursor of a timeline' }]
    throw new Problem('parameter_invalid', 'In the query: cursor is no cursor of a timeline.', {
      errors,
    })
  }
}
