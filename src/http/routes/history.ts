import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Entries } from '../../../projections/time/entries.ts'
import { Count, negotiationParams } from '../contract.ts'
import { openedAt, type Service } from '../service.ts'

const Params = z.strictObject(negotiationParams)

const Query = z.strictObject({
  from: Count.default(0).describe('The first revision'),
})

/** So many lines are put together at once. */
const CHUNK = 256

/**
 * What was recorded, for whoever folds it: each event with its body in the current schema of its
 * type. What was stored and hashed is at `…/events`.
 */
export function history(app: FastifyInstance, service: Service): void {
  const schema = {
    summary: 'Decoded events as NDJSON, for folding',
    params: Params,
    querystring: Query,
  }
  app.get('/v1/negotiations/:negotiation/history', { schema }, async (request, reply) => {
    const { negotiation } = request.params as z.output<typeof Params>
    const { from } = request.query as z.output<typeof Query>
    const { projections, head } = await openedAt(service, negotiation)
    reply.type('application/x-ndjson').header('cache-control', 'private, no-cache')
    return reply.send(Readable.from(lines(projections.entries, from, head)))
  })
}

function* lines(entries: Entries, from: number, head: number): Generator<string> {
  for (let first = from; first <= head; first += CHUNK) {
    const revisions = Array.from({ length: Math.min(CHUNK, head - first + 1) }, (_, i) => first + i)
    yield revisions.map((revision) => `${JSON.stringify(entries.event(revision))}\n`).join('')
  }
}
