import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { entryReply } from '../../../projections/entry-reply.ts'
import { ledgerOf } from '../../ledger/ledger-name.ts'
import { readAsOf } from '../as-of-read.ts'
import { ledgerParams } from '../contract.ts'
import { EventReplySchema } from '../replies/events.ts'
import { warningLine } from '../replies/warnings.ts'
import type { Service } from '../service.ts'
import { shownEvent } from '../shown-event.ts'

export const EventParameter = z
  .string()
  .regex(/^((0|[1-9]\d{0,14})|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, {
    error: 'must be a revision, or an event id: a UUID in lower case',
  })
  .transform((text) => (text.includes('-') ? text : Number(text)))

/** One event as it was recorded, and what became of it by the revision asked for. */
export function oneEventRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/events/:event',
    id: 'getEvent',
    tag: 'Events',
    reply: EventReplySchema,
    example: { params: { event: '12' } },
    summary: 'One event by its id or revision, and what became of it',
    params: { ...ledgerParams, event: EventParameter.describe('Its revision, or its id') },
    answer: async ({ negotiation, projections, asOf, ledger, words }, { event: at }) => {
      const event = projections.entries.recorded(at)
      if (event === undefined || event.revision > asOf.revision) return undefined
      const entry = entryReply(projections, event.id, event.revision, asOf.revision)
      return {
        event: shownEvent(await service.events.get(ledgerOf(negotiation), ledger.view, event)),
        ...entry,
        warnings: entry.warnings.map((warning) => warningLine(warning, words)),
      }
    },
  })
}
