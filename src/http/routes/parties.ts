import type { FastifyInstance } from 'fastify'
import { Id } from '../../../events/envelope.ts'
import { readAsOf } from '../as-of-read.ts'
import { PartiesReplySchema, PartySchema } from '../replies/parties.ts'
import type { Service } from '../service.ts'

export function partiesRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/parties',
    id: 'listParties',
    pageSize: 1000,
    tag: 'Registers',
    reply: PartiesReplySchema,
    summary: 'Everyone who takes part, and as what',
    read: ({ projections, asOf, page }) => ({ parties: page.of(projections.parties.list(asOf)) }),
  })

  readAsOf(app, service, {
    path: '/parties/:party',
    id: 'getParty',
    tag: 'Registers',
    reply: PartySchema,
    example: { params: { party: 'ukraine' } },
    summary: 'One party or grouping, with its members',
    params: { party: Id },
    read: ({ projections, asOf }, { party }) => projections.parties.one(party, asOf),
  })
}
