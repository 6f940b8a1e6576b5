import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ledgerOf } from '../../ledger/ledger-name.ts'
import { Problem } from '../../problems/problem.ts'
import { detail } from '../../words/detail.ts'
import { bodyOf } from '../body-of.ts'
import { ledgerParams, type NegotiationParams } from '../contract.ts'
import { operation } from '../openapi/operation.ts'
import { BODY, ONE_LEDGER } from '../openapi/problem-sets.ts'
import type { Service } from '../service.ts'

const Revision = z
  .int()
  .min(0)
  .meta({ description: 'The last revision that the sender has seen', examples: [2810] })

const Look = z
  .strictObject({ revision: Revision })
  .meta({ id: 'Look', description: 'How far a reader has seen a negotiation' })

const LastLookReplySchema = z
  .strictObject({
    negotiation: z.string().describe('The negotiation that was looked at'),
    revision: Revision.nullable().describe(
      'The last revision that the sender has seen; null if none is kept',
    ),
  })
  .meta({ id: 'LastLookReply' })

const REPLIES = {
  200: { description: 'The last look of the sender', schema: LastLookReplySchema },
}

const GET = operation({
  id: 'getLastLook',
  tag: 'Access',
  summary: 'How far the sender has seen a negotiation',
  description:
    'Kept for each principal beside the access keys, told to that principal alone, and no part of the ledger. Where the service asks nobody who they are it keeps none.',
  params: ledgerParams,
  replies: REPLIES,
  problems: ONE_LEDGER,
  examples: [{ params: { negotiation: 'peace-plan' } }],
})

const KEEP = operation({
  id: 'keepLastLook',
  tag: 'Access',
  summary: 'Keep how far the sender has seen a negotiation',
  description:
    'In the place of what was kept before; a revision that is not there yet counts as the last one. Of each principal the looks at the 200 negotiations looked at last are kept.',
  params: ledgerParams,
  body: [{ schema: Look }],
  replies: REPLIES,
  problems: [...ONE_LEDGER, ...BODY],
  examples: [{ params: { negotiation: 'peace-plan' }, body: { revision: 40 }, status: 403 }],
})

/** The last look of each reader at a negotiation, from which the page tells what is new. */
export function lastLookRoutes(app: FastifyInstance, service: Service): void {
  const path = '/v1/negotiations/:negotiation/last-look'
  const headOf = async (request: FastifyRequest, negotiation: string) => {
    const clearance = request.reach.clearanceIn(negotiation)
    const options = { clearance, timeoutMs: service.patience }
    const { projections } = await service.ledgers.part(ledgerOf(negotiation), options)
    return projections.head
  }

  app.get(path, GET, async (request, reply) => {
    const { negotiation } = request.params as NegotiationParams
    await headOf(request, negotiation)
    const { id, via } = request.principal
    const looks = via === 'open' ? undefined : await service.access.looks()
    const revision = (await looks?.lastLook(id, ledgerOf(negotiation))) ?? null
    reply.header('cache-control', 'no-store')
    return { negotiation, revision }
  })

  app.post(path, KEEP, async (request, reply) => {
    const { negotiation } = request.params as NegotiationParams
    const given = bodyOf(Look, request.body)
    const revision = Math.min(given.revision, await headOf(request, negotiation))
    const { id: principal, via } = request.principal
    if (via === 'open') throw new Problem('not_permitted', NOBODY)
    const looks = await service.access.looks()
    const ledger = ledgerOf(negotiation)
    await looks.keepLastLook({ principal, ledger, revision, at: service.now() })
    reply.header('cache-control', 'no-store')
    return { negotiation, revision }
  })
}

const NOBODY = detail('look_without_sender', {})
