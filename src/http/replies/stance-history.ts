import { z } from 'zod'
import { choice } from '../../../events/choice.ts'
import { EventId, UncertainDate } from '../../../events/envelope.ts'
import type * as Told from '../../../projections/stances/stance-history.ts'
import { PossiblySchema, RevisionNumberSchema } from './common.ts'
import { sameAs } from './same-as.ts'
import { PositionViewSchema } from './stances.ts'

export const HeldPositionSchema = sameAs<Told.HeldPosition>()(
  z
    .strictObject({
      position: PositionViewSchema,
      began: UncertainDate.describe('When it began to hold for the party'),
      ended: z
        .strictObject({
          at: UncertainDate,
          why: choice('What ended the position', {
            named: 'The position named its end itself.',
            ended: 'An entry `position.ended`.',
            retracted: 'Its speaker took the statement back.',
            withdrawn: 'The party withdrew the draft that it had tabled.',
            dropped: 'A later text of the draft has the words no more, or not from the party.',
            agreed: 'A later text of the draft agrees the clause.',
            left_grouping: 'The party left the grouping through which it held.',
            party_withdrew: 'The party withdrew from the negotiation.',
          }),
          id: EventId.nullable().describe('Event id of the entry that ended it; null without one'),
          revision: RevisionNumberSchema.nullable().describe(
            'Revision of the event that ended it; null where the position names its end',
          ),
        })
        .nullable()
        .describe('How and when it ended; null as long as nothing ends it'),
      holds: z
        .boolean()
        .describe('True if it holds, surely or possibly, at the valid time asked for'),
      possibly: PossiblySchema,
    })
    .meta({ id: 'HeldPosition', description: 'A position over the time for which it held' }),
)
