import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ListedRead } from '../../access/audit-log.ts'
import { Problem } from '../../problem.ts'
import { answerPage, firstPage, iso } from '../across-ledgers.ts'
import { type NegotiationParams, negotiationParams, pageQuery } from '../contract.ts'
import { readCursor } from '../cursor.ts'
import { type Operation, operation } from '../openapi/operation.ts'
import { ONE_LEDGER } from '../openapi/problem-sets.ts'
import { ReadsReplySchema } from '../replies/reads.ts'
import type { Service } from '../service.ts'

const LIST: Operation = {
  id: 'listReads',
  tag: 'Access',
  summary: 'The requests that were given what is above `public`, the latest first',
  description:
    'The log of this instance, of which the latest million reads are kept. A stream of events is noted when it begins, and has what is recorded from then on too.',
  params: negotiationParams,
  query: pageQuery,
  headers: ['If-None-Match'],
  replies: {
    200: { description: 'The latest first', headers: ['ETag', 'Link'], schema: ReadsReplySchema },
    304: { description: 'The client holds this reply', headers: ['ETag'] },
  },
  problems: [...ONE_LEDGER, 'roles_not_kept'],
  examples: [{ params: { negotiation: 'peace-plan' }, status: 409 }],
}

const Cursor = z.tuple([z.int().min(0)])

/** The list of who read what is above `public`. */
export function readsRoutes(app: FastifyInstance, service: Service): void {
  app.get('/v1/negotiations/:negotiation/reads', operation(LIST), async (request, reply) => {
    const { audit, access } = service
    const { negotiation } = request.params as NegotiationParams
    const { limit, cursor } = request.query as { limit: number; cursor?: string }
    const [before] = cursor === undefined ? [undefined] : readCursor(cursor, Cursor)
    if (audit === undefined) throw openToAll()
    const found = audit.list(negotiation, before, limit + 1)
    const { page, nextCursor } = firstPage(found, limit, ({ seq }) => [seq])
    const names = await (await access.keys()).namesOf(page.map(({ principal }) => principal))
    const items = page.map((read) => shown(read, names.get(read.principal) ?? null))
    const body = { items, nextCursor }
    return answerPage(request, reply, body)
  })
}

function openToAll(): Problem {
  const detail = 'Nobody is asked who they are here, so that no reads are noted.'
  return new Problem('roles_not_kept', detail)
}

function shown(
  { at, principal, via, key, operation, event, level, request }: ListedRead,
  name: string | null,
) {
  return { at: iso(at), principal, name, via, key, operation, event, level, request }
}
