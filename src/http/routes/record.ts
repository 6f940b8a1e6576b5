import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { expectedRevision } from '../conditional.ts'
import { negotiationParams } from '../contract.ts'
import { idempotencyKey } from '../idempotency.ts'
import { raisedWarnings } from '../raised-warnings.ts'
import { ledgerOf, type Service } from '../service.ts'

const Params = z.strictObject(negotiationParams)

const Query = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe('Say what would be recorded, and record nothing'),
})

/** The one way in: records what happened, all of a request or nothing. */
export function record(app: FastifyInstance, service: Service): void {
  const schema = { summary: 'Record events', params: Params, querystring: Query }
  app.post('/v1/negotiations/:negotiation/events', { schema }, async (request, reply) => {
    const { negotiation } = request.params as z.output<typeof Params>
    const { dryRun } = request.query as z.output<typeof Query>
    const answer = await service.ledgers.write(ledgerOf(negotiation), {
      commands: request.body,
      actor: service.actor,
      idempotencyKey: idempotencyKey(request),
      ifMatch: expectedRevision(request),
      dryRun,
    })
    const { events, head, replayed } = answer.receipt
    const warnings = await raisedWarnings(service, negotiation, answer).catch((error) => {
      // What is recorded is acknowledged, whether or not its warnings can be told.
      request.log.error({ err: error }, 'warnings')
      return null
    })
    const at = `/v1/negotiations/${negotiation}/events`
    if (!dryRun || replayed) reply.header('etag', `"${head}"`)
    if (!dryRun) {
      const [first] = events
      const several = `?from=${first?.revision}&limit=${events.length}`
      reply.header('location', events.length === 1 ? `${at}/${first?.id}` : `${at}${several}`)
    }
    reply.code(dryRun || replayed ? 200 : 201).header('cache-control', 'no-store')
    return { negotiation, revision: head, events, warnings, replayed, dryRun }
  })
}
