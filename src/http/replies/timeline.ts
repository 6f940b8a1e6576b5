import { z } from 'zod'
import { UncertainDate } from '../../../events/envelope.ts'
import type * as Mentions from '../../../projections/timeline/mentions.ts'
import type * as Told from '../../../projections/timeline/timeline.ts'
import { ShownFact } from './common.ts'
import { sameAs } from './same-as.ts'

const Mention = sameAs<Mentions.Mention>()(
  z
    .strictObject({
      kind: z.enum([
        'party',
        'person',
        'issue',
        'clause',
        'source',
        'statement',
        'draft',
        'draft_revision',
        'meeting',
      ]),
      id: z.string(),
    })
    .meta({ id: 'Mention' }),
)

const TimelineItem = sameAs<Told.TimelineItem>()(
  z
    .strictObject({
      kind: z.enum(['fact', 'plan']),
      cursor: z.string().describe('Its place in the timeline'),
      at: UncertainDate.describe('The date that gives it its place'),
      headline: z.string(),
      mentions: z.array(Mention),
      corrected: z.literal(true).exactOptional(),
      fact: ShownFact,
    })
    .meta({ id: 'TimelineItem' }),
)

export const TimelineReply = z.strictObject({
  items: z.array(TimelineItem),
  nextCursor: z.string().nullable().describe('Where the next page begins; null on the last'),
})
