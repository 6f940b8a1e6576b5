import { z } from 'zod'
import { EventId, UncertainDate } from '../../../events/envelope.ts'
import type * as Told from '../../../projections/stances/stance-history.ts'
import { Possibly, RevisionNumber } from './common.ts'
import { sameAs } from './same-as.ts'
import { PositionView, StanceCell } from './stances.ts'

export const HeldPosition = sameAs<Told.HeldPosition>()(
  z
    .strictObject({
      position: PositionView,
      began: UncertainDate.describe('When it began to hold for the party'),
      ended: z
        .strictObject({
          at: UncertainDate,
          why: z.enum(['named', 'ended', 'retracted', 'left_grouping', 'party_withdrew']),
          id: EventId.exactOptional(),
          revision: RevisionNumber.exactOptional(),
        })
        .nullable(),
      holds: z
        .boolean()
        .describe('Whether it holds, surely or possibly, at the valid time asked for'),
      possibly: Possibly,
    })
    .meta({ id: 'HeldPosition' }),
)

export const StanceReply = z.strictObject({
  ...StanceCell.shape,
  history: z
    .array(HeldPosition)
    .describe('Every position it ever had, in the order of their start'),
})
