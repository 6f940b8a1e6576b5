import { z } from 'zod'
import { PrincipalIdSchema } from './access.ts'
import { TimeSchema } from './common.ts'

const ReadSchema = z
  .strictObject({
    at: TimeSchema.describe('When it was answered'),
    principal: PrincipalIdSchema.describe('The principal who read'),
    name: z.string().nullable().describe('The name by which the operator knows the principal'),
    via: z.enum(['key', 'token', 'session', 'open']).describe('What proved who that is'),
    key: z
      .string()
      .nullable()
      .describe('Id of the access key that came with the request, or began its session'),
    operation: z.string().describe('Id of the operation, as in this document'),
    event: z
      .string()
      .nullable()
      .describe('The one entry that was asked for, by event id or revision; null for other reads'),
    level: z.string().describe('The level up to which entries were given'),
    request: z.string().describe('Id of the request, which finds it in the log'),
  })
  .meta({ id: 'NotedRead', description: 'A request that was given what is above `public`' })

export const ReadsReplySchema = z.strictObject({
  items: z.array(ReadSchema).describe('One page of the list'),
  nextCursor: z.string().nullable().describe('Where the next page begins; null on the last'),
})
