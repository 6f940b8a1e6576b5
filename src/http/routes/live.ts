import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { NO_NEGOTIATION } from '../../decide/refusal.ts'
import { ledgerOf } from '../../ledger/ledger-name.ts'
import { refused } from '../../ledger/refused.ts'
import { reason } from '../../words/reason.ts'
import { ledgerParams, type NegotiationParams, Revision } from '../contract.ts'
import { Broadcasts } from '../live/broadcasts.ts'
import { type StreamPlace, streamPlaceOf } from '../live/place.ts'
import { stream } from '../live/stream.ts'
import { type Operation, operation } from '../openapi/operation.ts'
import { ONE_LEDGER } from '../openapi/problem-sets.ts'
import { whenStopping } from '../plugins/stopping.ts'
import { LiveEventSchema } from '../replies/events.ts'
import { ProblemReplySchema } from '../replies/problem.ts'
import { type Service, viewFor } from '../service.ts'

const query = {
  after: z
    .string()
    .optional()
    .describe('Go on after this revision; Last-Event-ID, where there is one, has precedence'),
}

const Query = z.strictObject(query)

const DESCRIBED: Operation = {
  id: 'followNegotiation',
  tag: 'Events',
  summary: 'Events of one negotiation as they are recorded (SSE)',
  params: ledgerParams,
  query,
  headers: ['Last-Event-ID'],
  replies: {
    200: {
      description:
        'Server-sent events: each has the revision as its id, the type of the event as its name, and the event as its data. The last, `dropped`, has a problem as its data',
      mediaType: 'text/event-stream',
      line: z.union([LiveEventSchema, ProblemReplySchema]),
    },
  },
  problems: [...ONE_LEDGER, 'header_invalid', 'reader_too_slow', 'clearance_changed'],
  examples: [{ params: { negotiation: 'peace-plan' }, query: { after: '40' } }],
  endless: true,
}

/** A ledger's events from a revision on, those to come included: one server-sent event for each. */
export function liveRoutes(app: FastifyInstance, service: Service): void {
  const { store, pace } = service
  const broadcasts = new Broadcasts(service)
  const stopping = whenStopping(app)
  const path = '/v1/negotiations/:negotiation/live'
  app.get(path, operation(DESCRIBED), async (request, reply) => {
    const { negotiation } = request.params as NegotiationParams
    const { after } = request.query as z.output<typeof Query>
    const ledger = ledgerOf(negotiation)
    const head = await store.head(ledger)
    if (head < 0) throw refused('unknown_negotiation', NO_NEGOTIATION)
    const revision = revisionAt(streamPlaceOf(request, after), head)
    const view = await viewFor(service, request, negotiation)
    await stream(request, reply, {
      stopping,
      pace,
      feed: (reader, signal) => broadcasts.feed(reader, { ledger, view, revision }, signal),
    })
    return reply
  })
}

/** @throws {Problem} it is no revision of the ledger. */
function revisionAt({ after, refused }: StreamPlace, head: number): number {
  if (after === undefined) return -1
  const { success, data } = Revision.safeParse(after)
  if (!success) throw refused(reason('not_a_place', {}))
  if (data > head) throw refused(reason('beyond_head', { limit: head, given: data }))
  return data
}
