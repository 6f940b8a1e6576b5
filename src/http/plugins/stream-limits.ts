import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../../problems/problem.ts'
import type { ProblemCode } from '../../problems/problems.ts'
import { type Detail, detail } from '../../words/detail.ts'
import { isStreamed } from '../openapi/operation.ts'
import { clientOf } from './client-of.ts'

/** The most replies that are sent line by line at once: streams of events, and downloads. */
export interface StreamLimits {
  readonly inAll: number
  /** To one client: a principal, or an address where nobody is asked. */
  readonly perClient: number
}

/** The pause before a client that was refused may ask again, in seconds. */
const RETRY_AFTER = '5'

/** Refuses streams and downloads beyond the limits: each takes memory for as long as it is read. */
export function limitStreams(app: FastifyInstance, { inAll, perClient }: StreamLimits): void {
  const open = new Map<string, number>()
  let all = 0
  const change = (client: string, by: 1 | -1) => {
    const count = (open.get(client) ?? 0) + by
    all += by
    if (count > 0) open.set(client, count)
    else open.delete(client)
  }
  const limit = async (request: FastifyRequest, reply: FastifyReply) => {
    const client = clientOf(request)
    if ((open.get(client) ?? 0) >= perClient) {
      throw refusal('too_many_streams', detail('client_streams', { most: perClient }))
    }
    if (all >= inAll) throw refusal('streams_full', detail('all_streams', { most: inAll }))
    change(client, 1)
    reply.raw.once('close', () => change(client, -1))
  }
  app.addHook('onRoute', (route) => {
    const operation = route.config?.operation
    if (operation === undefined || !isStreamed(operation)) return
    route.preHandler = [limit, ...[route.preHandler ?? []].flat()]
  })
}

function refusal(code: ProblemCode, said: Detail): Problem {
  return new Problem(code, said, { headers: { 'retry-after': RETRY_AFTER } })
}
