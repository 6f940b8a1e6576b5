import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Count, ledgerParams, type NegotiationParams } from '../contract.ts'
import { LOG, ONE_LOG, openedLog, sizeOf, tellUnwitnessed } from '../log-routes.ts'
import { operation } from '../openapi/operation.ts'
import type { Service } from '../service.ts'

const params = { negotiation: 'peace-plan' }

const query = {
  size: Count.optional().describe('Over the first entries alone, so many of them; by default all'),
}

const Query = z.strictObject(query)

/** The signed head of a ledger's log, and the key that it is signed with. */
export function logCheckpointRoutes(app: FastifyInstance, service: Service): void {
  const checkpoint = operation({
    id: 'getCheckpoint',
    tag: 'Proofs',
    summary: 'The signed head of the log: how many entries, and their root hash',
    description:
      'A C2SP tlog-checkpoint: a note signed with Ed25519 by the key of this ledger. Every receipt was answered after one that covers it. Keep it: later ones can be proven to continue it.',
    params: ledgerParams,
    query,
    replies: {
      200: { description: 'A signed note', mediaType: 'text/plain', headers: ['Unwitnessed'] },
    },
    problems: ONE_LOG,
    examples: [{ params }],
  })
  app.get(`${LOG}/checkpoint`, checkpoint, async (request, reply) => {
    const { negotiation } = request.params as NegotiationParams
    const { size } = request.query as z.output<typeof Query>
    const opened = await openedLog(service, negotiation)
    reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store')
    const over = sizeOf(opened, 'size', size)
    tellUnwitnessed(service, reply, opened, over)
    return opened.log.noteAt(over)
  })

  const vkey = operation({
    id: 'getLogKey',
    tag: 'Proofs',
    summary: 'The public key of the log, as a text that names it',
    description:
      'A C2SP signed-note verifier key. What is read here proves nothing about this service: get the key from its operator by another way, and compare.',
    params: ledgerParams,
    replies: {
      200: {
        description: 'A vkey and a line feed',
        mediaType: 'text/plain',
        headers: ['Unwitnessed'],
      },
    },
    problems: ONE_LOG,
    examples: [{ params }],
  })
  app.get(`${LOG}/vkey`, vkey, async (request, reply) => {
    const opened = await openedLog(service, (request.params as NegotiationParams).negotiation)
    tellUnwitnessed(service, reply, opened, opened.head.size)
    reply.type('text/plain; charset=utf-8').header('cache-control', 'private, no-cache')
    return `${opened.log.vkey()}\n`
  })
}
