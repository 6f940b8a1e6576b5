import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import { type FactType, facts } from '../../../events/facts.ts'
import { AttributionLevel } from '../../../events/statement.ts'
import type { TimelineQuery } from '../../../projections/timeline/timeline.ts'
import type { Served } from '../../reads/read.ts'
import { readAsOf } from '../as-of-read.ts'
import { type TimelineLine, TimelineReplySchema, timelineLine } from '../replies/timeline.ts'
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

export function timelineRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/timeline',
    id: 'getTimeline',
    tag: 'Story',
    reply: TimelineReplySchema,
    pageSize: 100,
    example: { query: { party: 'russia', limit: '10' } },
    summary: 'The whole story in valid-time order, with plans where they are to happen',
    query: {
      ...filterQuery,
      ...formatQuery,
      order: z
        .enum(['earliest_first', 'latest_first'])
        .default('earliest_first')
        .describe('In valid-time order, or the other way round'),
    },
    table: (reading, given) => {
      const items = itemsOf(reading, queryOf(given))
      // A page is filled before the headers are sent, which say where the next begins.
      return timelineTable(Number.isFinite(reading.page.limit) ? [...items] : items)
    },
    answer: (reading, given) => ({ items: [...itemsOf(reading, queryOf(given))] }),
  })
}

type Given = z.output<z.ZodObject<typeof filterQuery>> & Pick<TimelineQuery, 'order'>

function queryOf({
  draftRevision,
  order,
  ...named
}: Given): Pick<TimelineQuery, 'filter' | 'order'> {
  const { party, person, issue, clause, draft, meeting, statement, source } = named
  const mentions = { party, person, issue, clause, draft, meeting, statement, source }
  const { type, level, layer } = named
  const filter = { ...mentions, draft_revision: draftRevision, type, level, layer }
  return { filter, ...(order && { order }) }
}

/** The number of items that are looked up at once. */
const SLICE = 1000

/** The items of the page that is asked for: of a table all there are, if no limit is given. */
function* itemsOf(
  { projections, asOf, page, words }: Served,
  query: Pick<TimelineQuery, 'filter' | 'order'>,
): Generator<TimelineLine> {
  let { after } = page
  for (let left = page.limit; ; left -= SLICE) {
    const limit = Math.min(left, SLICE)
    const { items, next } = projections.timeline.page(asOf, { ...query, after, limit })
    if (next !== null && left <= SLICE) page.endAt(next)
    for (const item of items) yield timelineLine(item, words)
    if (next === null || left <= SLICE) return
    after = next
  }
}
