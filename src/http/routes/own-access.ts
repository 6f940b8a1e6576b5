import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import { NO_NEGOTIATION } from '../../decide/refusal.ts'
import { ledgerOf } from '../../ledger/ledger-name.ts'
import { refused } from '../../ledger/refused.ts'
import { operationsFor } from '../access/operations-for.ts'
import { type NegotiationParams, negotiationParams } from '../contract.ts'
import { type Operation, operation } from '../openapi/operation.ts'
import { ONE_LEDGER } from '../openapi/problem-sets.ts'
import { HeldRoleSchema } from '../replies/roles.ts'
import type { Service } from '../service.ts'

const OwnAccessReplySchema = z
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

const READ: Operation = {
  id: 'getOwnAccess',
  tag: 'Access',
  summary: 'The roles of the sender in a negotiation, and the operations that they permit',
  params: negotiationParams,
  replies: { 200: { description: 'As of now', schema: OwnAccessReplySchema } },
  problems: ONE_LEDGER,
  examples: [{ params: { negotiation: 'peace-plan' } }],
}

/** Tells a client what it may do in a negotiation, so that it offers nothing else. */
export function ownAccessRoutes(app: FastifyInstance, { store, roles }: Service): void {
  app.get('/v1/negotiations/:negotiation/access', operation(READ), async (request, reply) => {
    const { negotiation } = request.params as NegotiationParams
    const { principal } = request
    if ((await store.head(ledgerOf(negotiation))) < 0) {
      throw refused('unknown_negotiation', NO_NEGOTIATION)
    }
    const held = roles?.in(negotiation, principal.id) ?? []
    reply.header('cache-control', 'no-store')
    return {
      negotiation,
      roles: held.map(({ role, parties, clearance, until }) => {
        return { role, parties, clearance, until }
      }),
      operations: operationsFor(principal, negotiation, roles),
    }
  })
}
