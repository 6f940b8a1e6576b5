import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import { facts } from '../../../events/facts.ts'
import { Position } from '../../../events/position.ts'
import type * as Told from '../../../projections/statements/statement-reply.ts'
import { ShownFactSchema, ShownFactWithReasonSchema } from './common.ts'
import { EvidenceItemSchema, SupportSchema } from './evidence.ts'
import { sameAs } from './same-as.ts'

const { positions: _, evidence: __, ...recorded } = facts['statement.recorded'].body.shape
const { statement: ___, evidence: ____, ...retracted } = facts['statement.retracted'].body.shape

const Retraction = sameAs<Told.Retraction>()(
  z
    .strictObject({
      ...ShownFactSchema.shape,
      ...retracted,
      withoutEffect: z
        .literal(true)
        .exactOptional()
        .describe(
          'Present if it takes nothing back: it is dated before all that the statement says',
        ),
    })
    .meta({ id: 'Retraction', description: 'How a statement was taken back' }),
)

const StatedPosition = sameAs<Told.StatedPosition>()(
  z
    .strictObject({
      ...Position.shape,
      ended: ShownFactWithReasonSchema.nullable().describe('The entry that ended it, if one did'),
    })
    .meta({ id: 'StatedPosition', description: 'A position that a statement takes' }),
)

export const StatementSchema = sameAs<Told.StatementReply>()(
  z
    .strictObject({
      ...ShownFactSchema.shape,
      ...recorded,
      retraction: Retraction.nullable().describe(
        'The first fact that takes it back; null if none does',
      ),
      retractions: z
        .array(Retraction)
        .describe('Every retraction of it that counts by then, in valid-time order'),
      standsFor: z
        .array(Id)
        .describe('The parties in whose voice it speaks, but for those that surely took it back'),
      positions: z.array(StatedPosition).describe('Where parties stand, as the statement says'),
      support: SupportSchema,
      evidence: z
        .array(EvidenceItemSchema)
        .describe('The sources that report it, and if they stand'),
    })
    .meta({ id: 'Statement', description: 'A statement as it stands at that moment' }),
)

export const StatementsReplySchema = z.strictObject({
  statements: z
    .array(StatementSchema)
    .describe('Those that the conditions let through, in valid-time order'),
})
