import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import { HeldRoleSchema } from './roles.ts'

export const OwnAccessReplySchema = z
  .strictObject({
    negotiation: Id.describe('The negotiation that was asked about'),
    roles: z
      .array(HeldRoleSchema.pick({ role: true, parties: true, clearance: true, until: true }))
      .describe('The roles of the sender that are in force; none where nobody is asked'),
    operations: z
      .array(z.string())
      .describe(
        'Ids of the operations on the negotiation that roles and credentials permit, as in this document',
      ),
  })
  .meta({ id: 'OwnAccess', description: 'What the sender may do in a negotiation' })
