import { z } from 'zod'
import { negotiationRoles, serviceRoles } from '../../../events/role.ts'
import { PrincipalIdSchema } from './access.ts'
import { TimeSchema } from './common.ts'

export const RoleNameSchema = z
  .enum(Object.keys({ ...serviceRoles, ...negotiationRoles }) as ['operator'])
  .meta({ id: 'Role', description: 'A role, in the service or in a negotiation' })

export const HeldRoleSchema = z
  .strictObject({
    principal: PrincipalIdSchema.describe('The principal who has it'),
    name: z.string().nullable().describe('The name by which the operator knows the principal'),
    role: RoleNameSchema,
    parties: z
      .array(z.string())
      .optional()
      .describe('Of a recorder: the only parties that may be recorded for; absent for anything'),
    clearance: z
      .string()
      .optional()
      .describe('The highest level that it clears for; absent for `public` alone'),
    until: TimeSchema.optional().describe(
      'When it ends by itself, or ended; absent if it does not',
    ),
    since: TimeSchema.describe('When it was granted'),
    by: PrincipalIdSchema.describe('The principal that granted it; `service` at the first start'),
    revision: z.int().min(0).describe('The event of the access ledger that granted it'),
  })
  .meta({ id: 'HeldRole', description: 'A role that was granted and not revoked' })

export const RolesReplySchema = z.strictObject({
  revision: z.int().min(-1).describe('Head of the access ledger; -1 if nothing was ever granted'),
  items: z.array(HeldRoleSchema).describe('One page of the list'),
  nextCursor: z.string().nullable().describe('Where the next page begins; null on the last'),
})
