import { z } from 'zod'
import { choice } from './choice.ts'
import { EventId, Id } from './envelope.ts'

/** Roles in the service as a whole. */
export const serviceRoles = {
  operator:
    'Runs the service: makes access keys, reads metrics, changes the keys that sign logs. Reads no negotiation by that.',
  creator: 'Opens negotiations, and becomes the admin of each of them.',
} as const

/** Roles in one negotiation. Whoever has any of them reads it. */
export const negotiationRoles = {
  admin: 'Grants and revokes the roles in a negotiation.',
  recorder: 'Records entries: of all parties, or of named ones alone.',
  auditor: 'Reads who was granted which role, when and by whom.',
  viewer: 'Reads, and does nothing else.',
} as const

export type ServiceRole = keyof typeof serviceRoles
export type NegotiationRole = keyof typeof negotiationRoles
export type Role = ServiceRole | NegotiationRole

const principal = z
  .string()
  .min(1)
  .max(64)
  .meta({
    description: 'The principal who is meant, by the opaque id that entries have as their actor',
    examples: ['p-9f86d081884c7d65'],
  })

const role = choice('The role that is meant', { ...serviceRoles, ...negotiationRoles })

/** Changes of who may do what: the entries of access ledgers, and of no other. */
export const roleEvents = {
  'role.granted': {
    schema: 1,
    title: 'Role granted',
    description:
      'Gives a role to a principal from its recording on. A later grant of the same role to the same principal takes the place of this one.',
    example: { principal: 'p-9f86d081884c7d65', role: 'recorder', parties: ['egypt'] },
    body: z.strictObject({
      principal,
      role,
      parties: z
        .array(Id.meta({ description: 'One party, by its id', examples: ['egypt'] }))
        .min(1)
        .max(100)
        .optional()
        .describe(
          'Of a recorder: the only parties for whom statements may be recorded. Without it the recorder may record anything.',
        ),
      clearance: Id.meta({
        description:
          'The highest level of entries that the principal reads and records, one that the opening of the negotiation names; without it `public` alone. Of several roles the highest counts.',
        examples: ['restricted'],
      }).optional(),
      until: z.iso
        .datetime({ offset: true })
        .transform((text) => new Date(text).toISOString())
        .meta({
          description: 'The time at which the role ends by itself; without it the role stays',
          examples: ['2027-01-01T00:00:00Z'],
        })
        .optional(),
    }),
  },
  'role.revoked': {
    schema: 1,
    title: 'Role revoked',
    description: 'Takes a role from a principal who has it, from its recording on.',
    example: { principal: 'p-9f86d081884c7d65', role: 'recorder' },
    body: z.strictObject({ principal, role }),
  },
} as const

export type RoleType = keyof typeof roleEvents

/** A parsed command for an access ledger. It takes effect when it is recorded, and is dated so. */
export type RoleProposal = {
  [T in RoleType]: {
    readonly type: T
    readonly schema: number
    readonly id: string | undefined
    readonly body: z.output<(typeof roleEvents)[T]['body']>
  }
}[RoleType]

const id = EventId.describe(
  'A UUID of your own for the event, by which a request that is sent again is recognised; else the ledger makes one',
).optional()

/** The command form of an access ledger: `{type, id?, …body}`. */
export const RoleCommand = z
  .discriminatedUnion('type', [
    rowOf('role.granted').safeExtend(roleEvents['role.granted'].body.shape),
    rowOf('role.revoked').safeExtend(roleEvents['role.revoked'].body.shape),
  ])
  .meta({ id: 'RoleCommand', description: 'A change of who has which role' })
  .transform(
    ({ type, id, ...body }) =>
      ({ type, schema: roleEvents[type].schema, id, body }) as RoleProposal,
  )

function rowOf<T extends RoleType>(type: T) {
  const { description } = roleEvents[type]
  return z
    .strictObject({ type: z.literal(type).describe('Grant a role, or revoke one'), id })
    .describe(description)
}
