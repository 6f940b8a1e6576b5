import { z } from 'zod'
import { EventId, Id, LanguageTag, UncertainDate } from '../../events/envelope.ts'
import { type FactType, facts } from '../../events/facts.ts'
import { AttributionLevel } from '../../events/statement.ts'
import { LONGEST_QUERY } from '../search/words/query.ts'
import { boundedCount, Instant, Revision, StartingInstant } from './contract.ts'
import { IndexedToReply, RecordedAt } from './pages/across-ledgers.ts'
import { pageQuery } from './pages/paging.ts'

const types = Object.keys(facts) as [FactType, ...FactType[]]
const kinds = [...new Set(types.map((type) => type.split('.')[0] as string))] as [string]

/** A search: all conditions that are given must hold. */
export const SearchQuery = z.strictObject({
  q: z
    .string()
    .max(LONGEST_QUERY)
    .describe('Words, begin*, "phrases in quotes": all must be there. Any text is a query')
    .meta({ examples: ['army cap'] }),
  negotiation: Id.optional().describe('In this negotiation alone'),
  revision: Revision.optional().describe('As known after this event of the negotiation'),
  transactionTime: Instant.optional().describe('As known at this time'),
  party: Id.optional().describe('Facts that name this party or grouping'),
  person: Id.optional().describe('Facts that name this person'),
  kind: z.enum(kinds).optional().describe('What the fact concerns'),
  type: z.enum(types).optional().describe('Facts of this type'),
  level: AttributionLevel.optional().describe('Statements attributed in this way'),
  language: LanguageTag.optional().describe('Recorded as in this language, or a variety of it'),
  validFrom: StartingInstant.optional().describe(
    'It may have happened at or after this time, or on this day or later',
  ),
  validUntil: Instant.optional().describe(
    'It may have happened before this time, or on this day or earlier',
  ),
  order: z
    .enum(['relevance', 'latest_first'])
    .default('relevance')
    .describe('By how well the words fit, or by valid time'),
  ...pageQuery,
  limit: boundedCount(100).default(20).describe('The most items in a page'),
})

const Turn = z.strictObject({
  revision: z.int().describe('The position of the event in its ledger'),
  recordedAt: RecordedAt,
})

const SnippetReply = z
  .strictObject({
    field: z.string().describe('The member of the fact that the passage is of'),
    language: z.string().optional().describe('The language of the passage, as recorded'),
    cutBefore: z.boolean().describe('Whether the text begins before it'),
    cutAfter: z.boolean().describe('Whether the text goes on after it'),
    segments: z
      .array(
        z.strictObject({
          text: z.string().describe('A part of the passage'),
          match: z.boolean().describe('True if it is what was looked for'),
        }),
      )
      .describe('Put together they are the passage, as plain text; what was found is a match'),
  })
  .meta({ id: 'Snippet', description: 'A passage in which words were found' })

export const SearchReply = z.strictObject({
  asOf: z
    .strictObject({
      revision: z.int().nullable().describe('As known after this event; null if none is named'),
      transactionTime: RecordedAt.nullable(),
    })
    .describe('As known when; with a revision, that alone counts'),
  indexedTo: IndexedToReply.describe('How far the index was: what came later was not looked at'),
  items: z
    .array(
      z.strictObject({
        negotiation: Id,
        kind: z.enum(kinds).describe('The family of the fact'),
        type: z.enum(types).describe('The type of the fact'),
        about: z
          .strictObject({ kind: z.string().describe('The sort of thing'), id: Id })
          .nullable()
          .describe('The statement, meeting, draft and so on; null for the negotiation itself'),
        id: EventId.describe('Event id of the entry'),
        entry: z.int().describe('Revision of the entry'),
        revision: z.int().describe('Revision of the event whose words these are'),
        recordedAt: RecordedAt.describe('When that was recorded'),
        occurred: UncertainDate,
        language: z.string().nullable().describe('Of the fact, as recorded; null if it has none'),
        level: AttributionLevel.nullable().describe(
          'How openly a statement is ascribed; null of other facts',
        ),
        stoodFrom: Turn.describe('The event since which the fact stands'),
        goneFrom: Turn.nullable().describe('The later event that took it away; null without one'),
        snippets: z.array(SnippetReply).describe('The best passages, at most three'),
        links: z
          .strictObject({ event: z.string().describe('The event itself') })
          .describe('Where to read on'),
      }),
    )
    .describe('One page of what was found'),
  nextCursor: z.string().nullable().describe('Where the next page begins; null on the last'),
})

/** Transaction time, rank and key of the last item of the page before. */
export const SearchCursor = z.tuple([z.int(), z.number(), z.int()])
