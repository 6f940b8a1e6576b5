import { z } from 'zod'
import { choice } from '../../../events/choice.ts'
import { UncertainDate } from '../../../events/envelope.ts'
import { facts } from '../../../events/facts.ts'
import type { Headline, HeadlineCode } from '../../../projections/timeline/headline.ts'
import type * as Mentions from '../../../projections/timeline/mentions.ts'
import type * as Told from '../../../projections/timeline/timeline.ts'
import { renderHeadline, type Words } from '../../words/words.ts'
import { ParamsSchema, ShownFactSchema } from './common.ts'
import { sameAs } from './same-as.ts'

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

export function timelineLine(
  { code, params, ...item }: Told.TimelineItem,
  words: Words,
): TimelineLine {
  const headline = renderHeadline(words, { code, params } as Headline)
  return { ...item, headline, code, params: { ...params } }
}

/** The types of facts, and of what else the timeline shows. */
const HeadlineCodeSchema = z.enum([...Object.keys(facts), 'meeting.planned'] as [HeadlineCode])

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

export const TimelineReplySchema = z.strictObject({
  items: z.array(TimelineItem).describe('One page, in the order asked for'),
})
