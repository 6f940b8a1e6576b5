import { setImmediate as others } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { digestsAt } from '../../replay/digests.ts'
import { WorkersBusy } from '../../workers/worker-pool.ts'
import { momentOf, shownMoment } from '../as-of.ts'
import { etagOf, isHeld } from '../conditional.ts'
import { asOfQuery, type NegotiationParams, negotiationParams } from '../contract.ts'
import { markDamaged } from '../damaged-part.ts'
import { operation } from '../openapi/operation.ts'
import { AS_OF } from '../openapi/problem-sets.ts'
import { DigestsReply } from '../replies/digests.ts'
import { openedAt, type Service } from '../service.ts'

const query = { revision: asOfQuery.revision, minRevision: asOfQuery.minRevision }

const Query = z.strictObject(query)

/** Others are served after so many milliseconds of work. */
const SLICE_MS = 10

/** So many wait for their turn; one is at work at a time. */
const MAX_WAITING = 16

const DESCRIBED = operation({
  id: 'getProjectionDigests',
  tag: 'Proofs',
  summary: 'Digests of what every query says over all its keys, at one revision',
  description:
    'At the valid time when that event was recorded; by default of the head. `ledger replay` folds a bundle and gives the same digests, so that what is shown is proven to follow from the entries.',
  params: negotiationParams,
  query,
  headers: ['If-None-Match'],
  replies: {
    200: { description: 'The digests', headers: ['ETag', 'Ledger-Damaged'], schema: DigestsReply },
    304: { description: 'The client holds this reply', headers: ['ETag', 'Ledger-Damaged'] },
  },
  problems: [...AS_OF, 'workers_busy'],
  examples: [{ params: { negotiation: 'peace-plan' }, query: { revision: '40' } }],
})

/** Adds the route whose reply an auditor compares with a replay of the log. */
export function projectionDigests(app: FastifyInstance, service: Service): void {
  const inTurn = turns()
  const path = '/v1/negotiations/:negotiation/projections/digests'
  app.get(path, DESCRIBED, async (request, reply) => {
    const { negotiation } = request.params as NegotiationParams
    const { revision, minRevision } = request.query as z.output<typeof Query>
    const ledger = await openedAt(service, negotiation, { revision, minRevision })
    if (ledger.damage !== undefined) markDamaged(reply, ledger.damage)
    const asked = { revision: revision ?? ledger.head }
    const moment = momentOf(asked, ledger, service.now())
    if (isHeld(request, reply, etagOf(request.url, moment))) return reply.code(304).send()
    return inTurn(async () => {
      const { level, version, queries, digest } = await digestsAt(
        ledger.projections,
        moment.revision,
        slices(() => request.raw.socket.destroyed),
      )
      return { asOf: shownMoment(moment), level, version, queries, digest }
    })
  })
}

/** Does one piece of work after the other. @throws {WorkersBusy} too many wait. */
function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return async (work) => {
    if (waiting >= MAX_WAITING) throw new WorkersBusy('too many digests are asked for')
    waiting += 1
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine.finally(() => {
      waiting -= 1
    })
  }
}

/** Lets others be served after each slice of time, and stops once nobody waits for the answer. */
function slices(isLeft: () => boolean): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined
    if (isLeft()) throw new WorkersBusy('nobody waits for the digests any more')
    return others().then(() => {
      since = performance.now()
    })
  }
}
