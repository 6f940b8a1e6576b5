import type { FastifyInstance } from 'fastify'
import { readAsOf } from '../as-of-read.ts'
import { NegotiationReplySchema } from '../replies/negotiation.ts'
import type { Service } from '../service.ts'

/** Reads of a negotiation, by the last segment of their address. */
const PARTS = [
  'differences',
  'draft',
  'drafts',
  'events',
  'issues',
  'meetings',
  'parties',
  'persons',
  'sources',
  'stances',
  'statements',
  'timeline',
  'warnings',
] as const

export function negotiationRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '',
    id: 'getNegotiation',
    tag: 'Negotiations',
    reply: NegotiationReplySchema,
    summary: 'The negotiation itself: its title, its state, and where to read on',
    answer: ({ negotiation: id, projections, asOf, ledger }) => {
      const found = projections.negotiation.at(asOf)
      if (found === undefined) return undefined
      const at = `/v1/negotiations/${id}`
      const links = Object.fromEntries(PARTS.map((part) => [part, `${at}/${part}`]))
      const level = found.levels === undefined ? {} : { level: ledger.view.level }
      return { negotiation: id, ...found, ...level, links: { self: at, ...links } }
    },
  })
}
