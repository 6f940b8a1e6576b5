import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { tlogProofText } from '../../log/tlog-proof.ts'
import { problemAt } from '../../problems/problem.ts'
import { reason } from '../../words/reason.ts'
import { Count, ledgerParams, type NegotiationParams, Revision } from '../contract.ts'
import {
  hashLines,
  LOG,
  ONE_LOG,
  type OpenedLog,
  openedLog,
  sizeOf,
  tellUnwitnessed,
} from '../log-routes.ts'
import { operation } from '../openapi/operation.ts'
import type { Service } from '../service.ts'

const negotiation = 'peace-plan'

const inclusionQuery = {
  revision: Revision,
  size: Count.optional().describe('In the first entries alone, so many of them; by default all'),
}

const InclusionQuery = z.strictObject(inclusionQuery)

const consistencyQuery = {
  from: Count.describe('Entries of the older head, 1 or more').meta({ examples: ['12'] }),
  to: Count.optional().describe('Entries of the newer head; by default all'),
}

const ConsistencyQuery = z.strictObject(consistencyQuery)

/** Proofs that an entry is in the log, and that a longer log continues a shorter one. */
export function logProofsRoutes(app: FastifyInstance, service: Service): void {
  const inclusion = operation({
    id: 'getInclusionProof',
    tag: 'Proofs',
    summary: 'That an entry is in the log, with the checkpoint that says so',
    description: 'A C2SP tlog-proof: index, hashes from the leaf up (RFC 6962), signed checkpoint.',
    params: ledgerParams,
    query: inclusionQuery,
    replies: {
      200: { description: 'A tlog-proof', mediaType: 'text/plain', headers: ['Unwitnessed'] },
    },
    problems: ONE_LOG,
    examples: [{ params: { negotiation }, query: { revision: '12' } }],
  })
  app.get(`${LOG}/proof/inclusion`, inclusion, async (request, reply) => {
    const asked = request.query as z.output<typeof InclusionQuery>
    const opened = await openedLog(service, (request.params as NegotiationParams).negotiation)
    reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store')
    const proof = inclusionProof(opened, asked.revision, asked.size)
    tellUnwitnessed(service, reply, opened, asked.size ?? opened.head.size)
    return proof
  })

  const consistency = operation({
    id: 'getConsistencyProof',
    tag: 'Proofs',
    summary: 'That a head of the log continues an older one',
    description: 'The hashes of RFC 6962, 2.1.2, in base64, one a line; none where both are one.',
    params: ledgerParams,
    query: consistencyQuery,
    replies: { 200: { description: 'Hashes', mediaType: 'text/plain', headers: ['Unwitnessed'] } },
    problems: ONE_LOG,
    examples: [{ params: { negotiation }, query: { from: '12', to: '30' } }],
  })
  app.get(`${LOG}/proof/consistency`, consistency, async (request, reply) => {
    const asked = request.query as z.output<typeof ConsistencyQuery>
    const opened = await openedLog(service, (request.params as NegotiationParams).negotiation)
    const to = sizeOf(opened, 'to', asked.to)
    const from = sizeOf(opened, 'from', asked.from)
    if (from > to) sizeOf({ ...opened, head: { ...opened.head, size: to } }, 'from', from)
    reply.type('text/plain; charset=utf-8').header('cache-control', 'private, no-cache')
    tellUnwitnessed(service, reply, opened, to)
    return hashLines(opened.log.tree.consistency(from, to))
  })
}

/** The proof of one entry as text. @throws {Problem} the log has no such entry, or size. */
export function inclusionProof(
  opened: OpenedLog,
  revision: number,
  given?: number,
  extra?: Uint8Array,
): string {
  const size = sizeOf(opened, 'size', given)
  if (revision >= size) {
    const what = reason('beyond_proof', { limit: size, given: revision })
    throw problemAt('parameter_invalid', [{ parameter: 'revision', what }])
  }
  return tlogProofText({
    index: revision,
    hashes: opened.log.tree.inclusion(revision, size),
    checkpoint: opened.log.noteAt(size),
    ...(extra && { extra }),
  })
}
