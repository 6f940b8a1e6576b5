import type { FastifyInstance } from 'fastify'
import { Id } from '../../../events/envelope.ts'
import { readAsOf } from '../as-of-read.ts'
import type { Service } from '../service.ts'

export function parties(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/parties',
    summary: 'Everyone who takes part, and as what',
    read: ({ projections, asOf }) => ({ parties: projections.parties.list(asOf) }),
  })

  readAsOf(app, service, {
    path: '/parties/:party',
    summary: 'One party or grouping, with its members',
    params: { party: Id },
    read: ({ projections, asOf }, { party }) => projections.parties.one(party, asOf),
  })
}
