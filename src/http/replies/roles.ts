import { z } from 'zod'
import { negotiationRoles, serviceRoles } from '../../../events/role.ts'
import { PrincipalId } from './access.ts'
import { Time } from './common.ts'

export const RoleName = z
  .enum(Object.keys({ ...serviceRoles, ...negotiationRoles }) as ['operator'])
  .meta({ id: 'Role', description: 'A role, in the service or in a negotiation' })

const HeldRole = z
  .strictObject({
    principal: PrincipalId.describe('The principal who has it'),
    name: z.string().nullable().describe('The name by which the operator knows the principal'),
    role: RoleName,
    parties: z
      .array(z.string())
      .optional()
      .describe('Of a recorder: the only parties that may be recorded for; absent for anything'),
    until: Time.optional().describe('When it ends by itself, or ended; absent if it does not'),
    since: Time.describe('When it was granted'),
    by: PrincipalId.describe('The principal that granted it; `service` at the first start'),
    revision: z.int().min(0).describe('The event of the access ledger that granted it'),
  })
  .meta({ id: 'HeldRole', description: 'A role that was granted and not revoked' })

export const RolesReply = z.strictObject({
  revision: z.int().min(-1).describe('Head of the access ledger; -1 if nothing was ever granted'),
  items: z.array(HeldRole).describe('One page of the list'),
  nextCursor: z.string().nullable().describe('Where the next page begins; null on the last'),
})
