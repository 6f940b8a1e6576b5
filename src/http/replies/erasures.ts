import { z } from 'zod'
import { erasure } from '../../../events/entry.ts'
import { PrincipalIdSchema } from './access.ts'
import { TimeSchema } from './common.ts'

export const ErasureRequestSchema = z
  .strictObject(erasure)
  .meta({ id: 'NewErasure', description: 'An erasure that is asked for' })

export const ErasureSchema = z
  .strictObject({
    ...erasure,
    askedBy: PrincipalIdSchema.describe('The admin who asked for it'),
    askedAt: TimeSchema.describe('When it was asked for'),
  })
  .meta({ id: 'Erasure', description: 'An erasure that waits for another admin' })

export const ErasuresReplySchema = z.strictObject({
  items: z
    .array(ErasureSchema)
    .describe('One page of those that wait, in the order in which they were asked for'),
  nextCursor: z.string().nullable().describe('Where the next page begins; null on the last'),
})
