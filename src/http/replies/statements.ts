import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import { facts } from '../../../events/facts.ts'
import { Position } from '../../../events/position.ts'
import type * as Told from '../../../projections/statements/statement-reply.ts'
import { ShownFact, ShownFactWithReason } from './common.ts'
import { EvidenceItem, Support } from './evidence.ts'
import { sameAs } from './same-as.ts'

const { positions: _, evidence: __, ...recorded } = facts['statement.recorded'].body.shape
const { statement: ___, evidence: ____, ...retracted } = facts['statement.retracted'].body.shape

const Retraction = sameAs<Told.Retraction>()(
  z
    .strictObject({
      ...ShownFact.shape,
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
      ended: ShownFactWithReason.nullable().describe('The entry that ended it, if one did'),
    })
    .meta({ id: 'StatedPosition', description: 'A position that a statement takes' }),
)

export const Statement = sameAs<Told.StatementReply>()(
  z
    .strictObject({
      ...ShownFact.shape,
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
      support: Support,
      evidence: z.array(EvidenceItem).describe('The sources that report it, and if they stand'),
    })
    .meta({ id: 'Statement', description: 'A statement as it stands at that moment' }),
)

export const StatementsReply = z.strictObject({
  statements: z
    .array(Statement)
    .describe('Those that the conditions let through, in valid-time order'),
})
