import { z } from 'zod'
import { choice } from '../../events/choice.ts'
import { Id, UncertainDate } from '../../events/envelope.ts'
import { type FactType, facts } from '../../events/facts.ts'
import { AttributionLevel } from '../../events/statement.ts'
import type { Headline, HeadlineCode } from '../../projections/timeline/headline.ts'
import type * as Mentions from '../../projections/timeline/mentions.ts'
import type * as Told from '../../projections/timeline/timeline.ts'
import type { TimelineQuery } from '../../projections/timeline/timeline.ts'
import { ParamsSchema, ShownFactSchema } from '../http/replies/common.ts'
import { sameAs } from '../http/replies/same-as.ts'
import { formatQuery, type TableCell, written } from '../http/tables/table.ts'
import { renderHeadline, type Words } from '../words/words.ts'
import { defineRead, type ReadContext } from './read.ts'

const Mention = sameAs<Mentions.Mention>()(
  z
    .strictObject({
      kind: choice('The sort of thing that is mentioned', {
        party: 'Somebody who takes part, a grouping included.',
        person: 'Somebody by name.',
        issue: 'A contested point.',
        clause: 'A part of a draft.',
        wording: 'Words in brackets in a draft.',
        source: 'A report or document.',
        statement: 'Words that somebody said.',
        draft: 'A text on the table.',
        draft_revision: 'One state of such a text.',
        meeting: 'A session or round as well.',
      }),
      id: z.string().describe('Its id in this ledger'),
    })
    .meta({ id: 'Mention', description: 'Something that a fact names' }),
)

/** An item as the API answers with it: its headline rendered, and as data. */
export interface TimelineLine extends Omit<Told.TimelineItem, 'code' | 'params'> {
  readonly headline: string
  readonly code: HeadlineCode
  readonly params: Readonly<Record<string, unknown>>
}

function timelineLine({ code, params, ...item }: Told.TimelineItem, words: Words): TimelineLine {
  const headline = renderHeadline(words, { code, params } as Headline)
  return { ...item, headline, code, params: { ...params } }
}

/** The types of facts, and of what else the timeline shows. */
export const HeadlineCodeSchema = z.enum([...Object.keys(facts), 'meeting.planned'] as [
  HeadlineCode,
])

const TimelineItem = sameAs<TimelineLine>()(
  z
    .strictObject({
      kind: choice('Tells apart what happened from what is planned', {
        fact: 'Something reported to have happened.',
        plan: 'A meeting that is to take place, at its planned date.',
      }),
      at: UncertainDate.describe('The date that gives it its place'),
      headline: z.string().describe('The entry in one line, in the language asked for'),
      code: HeadlineCodeSchema.describe(
        'The sentence that the headline is: the type of the fact, or that of a plan',
      ),
      params: ParamsSchema,
      mentions: z.array(Mention).describe('All that the fact names'),
      corrected: z.literal(true).exactOptional().describe('There if the entry was corrected since'),
      fact: ShownFactSchema.describe('The fact behind the line'),
    })
    .meta({ id: 'TimelineItem', description: 'One line of the story' }),
)

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

export const timelineRead = defineRead({
  path: '/timeline',
  id: 'getTimeline',
  tag: 'Story',
  summary: 'The whole story in valid-time order, with plans where they are to happen',
  list: 'items',
  pageSize: 100,
  query: {
    ...filterQuery,
    ...formatQuery,
    order: z
      .enum(['earliest_first', 'latest_first'])
      .default('earliest_first')
      .describe('In valid-time order, or the other way round'),
  },
  example: { query: { party: 'russia', limit: '10' } },
  reply: z.strictObject({
    items: z.array(TimelineItem).describe('One page, in the order asked for'),
  }),
  answer: (asked, given) => ({ items: [...itemsOf(asked, given)] }),
  finish: ({ items }, { words }) => ({ items: items.map((item) => timelineLine(item, words)) }),
  table: (served, given) => {
    const items = itemsOf(served, given)
    // A page is filled before the headers are sent, which say where the next begins.
    const page = Number.isFinite(served.page.limit) ? [...items] : items
    return { columns: COLUMNS, rows: rowsOf(page, served.words) }
  },
})

type Conditions = z.output<z.ZodObject<typeof filterQuery>> & Pick<TimelineQuery, 'order'>

/** The number of items that are looked up at once. */
const SLICE = 1000

/** The items of the page that is asked for: of a table all there are, if no limit is given. */
function* itemsOf(
  { projections, asOf, page }: ReadContext,
  { draftRevision, order, ...conditions }: Conditions,
): Generator<Told.TimelineItem> {
  const { party, person, issue, clause, draft, meeting, statement, source } = conditions
  const mentions = { party, person, issue, clause, draft, meeting, statement, source }
  const { type, level, layer } = conditions
  const filter = { ...mentions, draft_revision: draftRevision, type, level, layer }
  const query = { filter, ...(order && { order }) }
  let { after } = page
  for (let left = page.limit; ; left -= SLICE) {
    const limit = Math.min(left, SLICE)
    const { items, next } = projections.timeline.page(asOf, { ...query, after, limit })
    if (next !== null && left <= SLICE) page.endAt(next)
    yield* items
    if (next === null || left <= SLICE) return
    after = next
  }
}

const COLUMNS = [
  'kind',
  'at',
  'from',
  'until',
  'type',
  'headline',
  'mentions',
  'possibly',
  'corrected',
  'entry',
  'revision',
  'id',
  'recordedAt',
]

/** One row for each item. */
function* rowsOf(items: Iterable<Told.TimelineItem>, words: Words): Generator<TableCell[]> {
  for (const item of items) {
    const { kind, at, headline, mentions, corrected, fact } = timelineLine(item, words)
    yield [
      ...[kind, written(at.text), written(at.from), written(at.until), fact.type, headline],
      mentions.map(({ kind, id }) => `${kind}:${id}`).join(' '),
      ...[fact.possibly ?? false, corrected ?? false],
      ...[fact.entry, fact.revision, fact.id, written(fact.recordedAt)],
    ]
  }
}
