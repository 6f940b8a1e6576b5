import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { extentOf } from '../../ledger/extent.ts'
import { ledgerOf } from '../../ledger/ledger-name.ts'
import { rawEvent } from '../../ledger/raw/raw-event.ts'
import type { StoredEvents } from '../../ledger/stored-events.ts'
import type { View } from '../../ledger/view.ts'
import { Count, ledgerParams, type NegotiationParams } from '../contract.ts'
import { markDamaged, refuseKnownDamage } from '../damaged-part.ts'
import { begun } from '../live/begun.ts'
import { type Operation, operation } from '../openapi/operation.ts'
import { ONE_LEDGER } from '../openapi/problem-sets.ts'
import { linkNext, StreamSize } from '../pages/paging.ts'
import { RawEventSchema } from '../replies/events.ts'
import { type Service, viewFor } from '../service.ts'

const query = {
  from: Count.default(0).describe('The first revision'),
  limit: StreamSize,
}

const Query = z.strictObject(query)

const DESCRIBED: Operation = {
  id: 'exportRawEvents',
  tag: 'Events',
  summary: 'Raw events as NDJSON',
  description:
    'The texts that are stored and hashed: what moves a ledger, and what an auditor reads. Of a damaged ledger the events before the damage can be had with `limit`, marked by the header `Ledger-Damaged`.',
  params: ledgerParams,
  query,
  replies: {
    200: {
      description: 'One event a line',
      headers: ['Link', 'Ledger-Damaged'],
      mediaType: 'application/x-ndjson',
      line: RawEventSchema,
    },
  },
  problems: ONE_LEDGER,
  examples: [{ params: { negotiation: 'peace-plan' }, query: { from: '10', limit: '5' } }],
}

/** The events themselves, in texts as they are stored and hashed, one line each. */
export function rawEventsRoutes(app: FastifyInstance, service: Service): void {
  const { store, events, damages } = service
  const path = '/v1/negotiations/:negotiation/events'
  app.get(path, operation(DESCRIBED), async (request, reply) => {
    const { negotiation } = request.params as NegotiationParams
    const { from, limit } = request.query as z.output<typeof Query>
    const ledger = ledgerOf(negotiation)
    const { head, damage: noted } = await extentOf({ store, damages }, ledger)
    const end = limit === undefined ? Infinity : from + limit
    if (noted !== undefined && end > head + 1) throw noted
    const until = Math.min(head + 1, end)
    await refuseKnownDamage(service, ledger, until)
    const view = await viewFor(service, request, negotiation)
    if (until <= head && until > from) {
      linkNext(request, reply, { from: until })
    }
    const damage = noted?.damage ?? damages.found.get(ledger)
    if (damage?.revision !== undefined && until <= damage.revision) markDamaged(reply, damage)
    reply.type('application/x-ndjson').header('cache-control', 'private, no-cache')
    return reply.send(Readable.from(await begun(lines(events, ledger, view, from, until))))
  })
}

async function* lines(
  events: StoredEvents,
  ledger: string,
  view: View,
  from: number,
  until: number,
) {
  if (from >= until) return
  for await (const page of events.read(ledger, view, from, until)) {
    yield page.map(({ stored }) => `${rawEvent(stored)}\n`).join('')
  }
}
