import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { rawEvent } from '../../ledger/raw/raw-event.ts'
import { refused } from '../../ledger/refused.ts'
import type { EventStore } from '../../store/event-store.ts'
import { Count, negotiationParams } from '../contract.ts'
import { ledgerOf, type Service } from '../service.ts'

const Params = z.strictObject(negotiationParams)

const Query = z.strictObject({
  from: Count.default(0).describe('The first revision'),
  limit: Count.refine((n) => n >= 1, 'must be 1 or more')
    .optional()
    .describe('The most events'),
})

/** The events themselves, in texts as they are stored and hashed, one line each. */
export function rawEvents(app: FastifyInstance, { store }: Service): void {
  const schema = { summary: 'Raw events as NDJSON', params: Params, querystring: Query }
  const path = '/v1/negotiations/:negotiation/events'
  app.get(path, { schema }, async (request, reply) => {
    const { negotiation } = request.params as z.output<typeof Params>
    const { from, limit } = request.query as z.output<typeof Query>
    const ledger = ledgerOf(negotiation)
    const head = await store.head(ledger)
    if (head < 0) throw refused('unknown_negotiation', 'There is no such negotiation.')
    const until = Math.min(head + 1, limit === undefined ? head + 1 : from + limit)
    if (until <= head && until > from) {
      const next = `/v1/negotiations/${negotiation}/events?from=${until}&limit=${limit}`
      reply.header('link', `<${next}>; rel="next"`)
    }
    reply.type('application/x-ndjson').header('cache-control', 'private, no-cache')
    return reply.send(Readable.from(lines(store, ledger, from, until)))
  })
}

async function* lines(store: EventStore, ledger: string, from: number, until: number) {
  if (from >= until) return
  for await (const page of store.read(ledger, from, until)) {
    yield page.map((event) => `${rawEvent(event)}\n`).join('')
  }
}
