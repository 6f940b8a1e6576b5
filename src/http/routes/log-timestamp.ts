import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../problems/problem.ts'
import { detail } from '../../words/detail.ts'
import { Count, ledgerParams, type NegotiationParams } from '../contract.ts'
import { LOG, ONE_LOG, openedLog, sizeOf, tellUnwitnessed } from '../log-routes.ts'
import { operation } from '../openapi/operation.ts'
import type { Service } from '../service.ts'

const query = {
  size: Count.optional().describe('On a checkpoint of so many entries or fewer; by default of all'),
}

const Query = z.strictObject(query)

const DESCRIBED = operation({
  id: 'getTimestamp',
  tag: 'Proofs',
  summary: 'The newest timestamp of an authority on a checkpoint of the log',
  description:
    'The reply of the authority (RFC 3161), as it came and not checked. It is on the first five lines of the checkpoint of as many entries as Checkpoint-Size says: on what the key of the log signs, and its signature.',
  params: ledgerParams,
  query,
  replies: {
    200: {
      description: 'A TimeStampResp in DER',
      mediaType: 'application/timestamp-reply',
      headers: ['Checkpoint-Size', 'Unwitnessed'],
    },
  },
  problems: [...ONE_LOG, 'not_found'],
  examples: [{ params: { negotiation: 'peace-plan' }, status: 404 }],
})

/** Timestamps on the heads of a ledger's log. */
export function logTimestampRoutes(app: FastifyInstance, service: Service): void {
  app.get(`${LOG}/timestamp`, DESCRIBED, async (request, reply) => {
    const { negotiation } = request.params as NegotiationParams
    const opened = await openedLog(service, negotiation)
    const size = sizeOf(opened, 'size', (request.query as z.output<typeof Query>).size)
    const newest = service.timestamps?.newest(opened.head.origin, size)
    if (newest === undefined) {
      throw new Problem('not_found', detail('no_timestamp', { size }))
    }
    reply.type('application/timestamp-reply').header('cache-control', 'no-store')
    reply.header('checkpoint-size', String(newest.size))
    tellUnwitnessed(service, reply, opened, newest.size)
    return reply.send(Buffer.from(newest.reply))
  })
}
