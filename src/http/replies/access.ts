import { z } from 'zod'
import { type ServiceRole, serviceRoles } from '../../../events/role.ts'
import { scopes, scopeTexts } from '../../access/principal.ts'
import { TimeSchema } from './common.ts'

/** Id of a principal, as entries have it as their actor. */
export const PrincipalIdSchema = z
  .string()
  .max(64)
  .meta({ description: 'Opaque id of a principal', examples: ['p-9f86d081884c7d65'] })

export const ScopeNameSchema = z.enum(scopes as [(typeof scopes)[number]]).meta({
  id: 'Scope',
  description: Object.entries(scopeTexts)
    .map(([scope, text]) => `\`${scope}\`: ${text}.`)
    .join(' '),
})

const end = TimeSchema.nullable()

export const AccessKeySchema = z
  .strictObject({
    id: z.string().describe('Id of the key, which is no secret'),
    principal: PrincipalIdSchema.describe('The principal that the key stands for'),
    name: z.string().describe('The purpose of the key'),
    scopes: z.array(ScopeNameSchema).describe('The operations that the key is confined to'),
    createdAt: TimeSchema.describe('When it was made'),
    createdBy: PrincipalIdSchema.describe(
      'The principal that made it; `service` for the first key',
    ),
    expiresAt: end.describe('When it expires; null if it does not'),
    revokedAt: end.describe('When it was revoked; null if it was not'),
    revokedBy: PrincipalIdSchema.nullable().describe('The principal that revoked it'),
    state: z.enum(['valid', 'expired', 'revoked']).describe('Tells if the key is of use now'),
  })
  .meta({ id: 'AccessKey' })

export const CreatedKeySchema = AccessKeySchema.extend({
  key: z.string().describe('The key itself, shown this once: the service keeps a hash of it'),
}).meta({ id: 'CreatedAccessKey' })

export const KeysReplySchema = z.strictObject({
  items: z.array(AccessKeySchema).describe('One page of the list'),
  nextCursor: z.string().nullable().describe('Where the next page begins; null on the last'),
})

export const WhoAmIReplySchema = z.strictObject({
  authentication: z
    .enum(['open', 'required'])
    .describe('`open`: the service asks nobody who they are, and listens on this machine alone'),
  via: z
    .enum(['open', 'key', 'token', 'session'])
    .describe('What the request proves its sender by; `open`: nothing, since it needs no proof'),
  principal: PrincipalIdSchema.describe('The sender of this request'),
  name: z.string().nullable().describe('The name by which the operator knows it, if any'),
  scopes: z.array(ScopeNameSchema).describe('The operations that the credentials are good for'),
  roles: z
    .array(z.enum(Object.keys(serviceRoles) as [ServiceRole]))
    .describe('The roles of the sender in the service; none where nobody is asked who they are'),
  people: z
    .array(
      z.strictObject({
        principal: PrincipalIdSchema.describe('The principal that the person is'),
        name: z.string().describe('The name of the person'),
        hint: z.string().describe('What to look at to see what the person may read'),
        key: z
          .string()
          .nullable()
          .describe('The key by which a reader becomes the person; null for who has none'),
      }),
    )
    .describe('Those whom a reader of the demo may be in turn; elsewhere there are none'),
  key: z
    .string()
    .nullable()
    .describe('Id of the access key that came with the request, or began its session'),
  expiresAt: end.describe('When the credentials expire; null if they do not'),
})
