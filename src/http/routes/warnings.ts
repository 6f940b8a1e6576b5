import type { FastifyInstance } from 'fastify'
import { readAsOf } from '../as-of-read.ts'
import { WarningsReply } from '../replies/warnings.ts'
import type { Service } from '../service.ts'

export function warnings(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/warnings',
    id: 'listWarnings',
    tag: 'Registers',
    reply: WarningsReply,
    summary: 'What the ledger itself makes doubtful: contradictions, derived and never stored',
    read: ({ projections, asOf }) => ({ warnings: projections.warnings.list(asOf) }),
  })
}
