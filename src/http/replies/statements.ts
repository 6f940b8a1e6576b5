import { z } from 'zod'
import { facts } from '../../../events/facts.ts'
import { Position } from '../../../events/statement.ts'
import type * as Told from '../../../projections/statements/statement-reply.ts'
import { ShownFact, ShownFactWithReason } from './common.ts'
import { EvidenceItem, Support } from './evidence.ts'
import { sameAs } from './same-as.ts'

const { positions: _, evidence: __, ...recorded } = facts['statement.recorded'].body.shape
const { statement: ___, evidence: ____, ...retracted } = facts['statement.retracted'].body.shape

const Retraction = sameAs<Told.Retraction>()(
  z.strictObject({ ...ShownFact.shape, ...retracted }).meta({ id: 'Retraction' }),
)

const StatedPosition = sameAs<Told.StatedPosition>()(
  z
    .strictObject({ ...Position.shape, ended: ShownFactWithReason.nullable() })
    .meta({ id: 'StatedPosition' }),
)

export const Statement = sameAs<Told.StatementReply>()(
  z
    .strictObject({
      ...ShownFact.shape,
      ...recorded,
      retraction: Retraction.nullable(),
      positions: z.array(StatedPosition),
      support: Support,
      evidence: z.array(EvidenceItem),
    })
    .meta({ id: 'Statement' }),
)

export const StatementsReply = z.strictObject({ statements: z.array(Statement) })
