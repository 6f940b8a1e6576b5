import { z } from 'zod'
import { EventId, Evidence, Id, UncertainDate } from '../../../events/envelope.ts'
import { Position, Speaker, Stance as StanceTaken } from '../../../events/statement.ts'
import type * as Views from '../../../projections/stances/position-view.ts'
import type * as Sides from '../../../projections/stances/side.ts'
import type * as Cells from '../../../projections/stances/stance-cell.ts'
import type * as Told from '../../../projections/stances/stances.ts'
import { Ids, Possibly, RevisionNumber, Subject, Time } from './common.ts'
import { Support } from './evidence.ts'
import { sameAs } from './same-as.ts'

export const Stance = sameAs<Sides.Stance>()(
  z.enum([...StanceTaken.options, 'conflicting', 'no_record']).meta({ id: 'Stance' }),
)

export const LayerName = z.enum(['declared', 'reported']).meta({ id: 'LayerName' })

const { stance, commitment, redLine, quantity, fit } = Position.shape

export const PositionView = sameAs<Views.PositionView>()(
  z
    .strictObject({
      carriedBy: z.strictObject({ kind: z.enum(['statement', 'draft', 'revision']), id: Id }),
      party: Id,
      via: Id.nullable().describe('The grouping through which the party answers'),
      layer: LayerName,
      ...{ stance, commitment, redLine, quantity, fit },
      condition: z.string().exactOptional(),
      rationale: z.string().exactOptional(),
      since: UncertainDate.describe('Since when it holds'),
      alreadyStanding: z.boolean().describe('It was said only to be standing already'),
      until: UncertainDate.nullable().describe('The end that it names itself'),
      voice: z.string().describe('Equal for positions of one voice'),
      attribution: z
        .strictObject({ level: z.string(), phrase: z.string().exactOptional() })
        .nullable(),
      speaker: Speaker.nullable(),
      onBehalfOf: Id.nullable(),
      revision: RevisionNumber.describe('Revision of the event whose words these are'),
      id: EventId.describe('Id of the event in whose place they stand'),
      occurred: UncertainDate,
      recordedAt: Time,
      evidence: z.array(Evidence),
      support: Support,
    })
    .meta({ id: 'PositionView' }),
)

const Conflict = z
  .tuple([PositionView, PositionView])
  .describe('Both sides that stand against each other, the later first')

const OrElse = sameAs<Cells.OrElse>()(
  z
    .strictObject({
      stance: Stance,
      basis: LayerName.nullable(),
      position: PositionView.nullable().describe('What would decide; null where nothing would'),
    })
    .meta({ id: 'OrElse', description: 'The other answer, where one is `possibly`' }),
)

const Layer = sameAs<Cells.Layer>()(
  z
    .strictObject({
      stance: Stance,
      leader: PositionView,
      conflict: Conflict.exactOptional(),
      afterRetraction: z.literal(true).exactOptional(),
      possibly: Possibly,
      orElse: OrElse.exactOptional(),
    })
    .meta({ id: 'Layer' }),
)

export const StanceCell = sameAs<Cells.StanceCell>()(
  z
    .strictObject({
      party: Id,
      subject: Subject,
      stance: Stance,
      basis: LayerName.nullable(),
      possibly: z
        .boolean()
        .describe('Whether another choice of instants could give another stance or basis'),
      orElse: OrElse.exactOptional(),
      conflict: Conflict.exactOptional(),
      declared: Layer.nullable(),
      reported: Layer.nullable(),
    })
    .meta({ id: 'StanceCell' }),
)

const StanceMatrix = sameAs<Told.StanceMatrix>()(
  z.strictObject({
    parties: Ids,
    subjects: z.array(Subject),
    rows: z.array(z.strictObject({ party: Id, cells: z.array(StanceCell) })),
  }),
)

const StancesOnSubject = z.strictObject({ subject: Subject, cells: z.array(StanceCell) })

export const StancesReply = z.union([StanceMatrix, StancesOnSubject])

export const StancesOfPartyReply = z.strictObject({ party: Id, cells: z.array(StanceCell) })
