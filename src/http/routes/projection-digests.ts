import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { shownMoment } from '../../reads/moment.ts'
import { digestsAt } from '../../replay/digests.ts'
import { Turns } from '../../workers/turns.ts'
import { momentOf } from '../as-of/as-of.ts'
import { etagOf, isHeld } from '../conditional.ts'
import { asOfQuery, type NegotiationParams, negotiationParams } from '../contract.ts'
import { markDamaged } from '../damaged-part.ts'
import { leavingOf } from '../leaving.ts'
import { PRECONDITIONS } from '../openapi/headers.ts'
import { operation } from '../openapi/operation.ts'
import { AS_OF } from '../openapi/problem-sets.ts'
import { DigestsReplySchema } from '../replies/digests.ts'
import { openedAt, type Service } from '../service.ts'

const query = { revision: asOfQuery.revision, minRevision: asOfQuery.minRevision }

const Query = z.strictObject(query)

/** One is worked out at a time. */
const LIMITS = { atOnce: 1, maxWaiting: 16 }

const DESCRIBED = operation({
  id: 'getProjectionDigests',
  tag: 'Proofs',
  summary: 'Digests of what every query says over all its keys, at one revision',
  description:
    'At the valid time when that event was recorded; by default of the head. `ledger replay` folds a bundle and gives the same digests, so that what is shown is proven to follow from the entries.',
  params: negotiationParams,
  query,
  headers: PRECONDITIONS,
  replies: {
    200: {
      description: 'The digests',
      headers: ['ETag', 'Ledger-Damaged'],
      schema: DigestsReplySchema,
    },
    304: { description: 'The client holds this reply', headers: ['ETag', 'Ledger-Damaged'] },
  },
  problems: AS_OF,
  examples: [{ params: { negotiation: 'peace-plan' }, query: { revision: '40' } }],
})

/** Adds the route whose reply an auditor compares with a replay of the log. */
export function projectionDigestsRoutes(app: FastifyInstance, service: Service): void {
  const turns = new Turns(LIMITS)
  const path = '/v1/negotiations/:negotiation/projections/digests'
  app.get(path, DESCRIBED, async (request, reply) => {
    const { negotiation } = request.params as NegotiationParams
    const { revision, minRevision } = request.query as z.output<typeof Query>
    const ledger = await openedAt(service, request, negotiation, { revision, minRevision })
    if (ledger.damage !== undefined) markDamaged(reply, ledger.damage)
    const asked = { revision: revision ?? ledger.head }
    const moment = momentOf(asked, ledger, service.now())
    if (isHeld(request, reply, etagOf(request.url, moment, ledger.view)))
      return reply.code(304).send()
    const leaving = leavingOf(reply)
    const work = async () => {
      const { level, version, queries, digest } = await digestsAt(
        ledger.projections,
        { revision: moment.revision, level: ledger.view.level },
        (piece) => service.thread.piece(negotiation, piece, leaving),
      )
      return { asOf: shownMoment(moment), level, version, queries, digest }
    }
    return turns.take(negotiation, work, leaving)
  })
}
