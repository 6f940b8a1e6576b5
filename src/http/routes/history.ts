import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Entries } from '../../../projections/time/entries.ts'
import type { View } from '../../ledger/view.ts'
import { reason } from '../../words/reason.ts'
import { refusedParameter } from '../as-of/as-of.ts'
import { Count, ledgerParams, type NegotiationParams, Revision } from '../contract.ts'
import { markDamaged } from '../damaged-part.ts'
import { type Operation, operation } from '../openapi/operation.ts'
import { ONE_LEDGER } from '../openapi/problem-sets.ts'
import { linkNext, StreamSize } from '../pages/paging.ts'
import { HistoryEventSchema } from '../replies/events.ts'
import { openedAt, type Service } from '../service.ts'

const query = {
  from: Count.default(0).describe('The first revision'),
  revision: Revision.optional().describe('The last revision; else the last there is'),
  limit: StreamSize,
}

const Query = z.strictObject(query)

/** The number of lines that are put together at once. */
const CHUNK = 256

const DESCRIBED: Operation = {
  id: 'getHistory',
  tag: 'Events',
  summary: 'Decoded events as NDJSON, for folding',
  description:
    'Of a damaged ledger the events before the damage can be had with `revision`, marked by the header `Ledger-Damaged`.',
  params: ledgerParams,
  query,
  replies: {
    200: {
      description: 'One event a line',
      headers: ['Link', 'Ledger-Damaged'],
      mediaType: 'application/x-ndjson',
      line: HistoryEventSchema,
    },
  },
  problems: [...ONE_LEDGER, 'as_of_invalid'],
  examples: [{ params: { negotiation: 'peace-plan' }, query: { from: '40', limit: '5' } }],
}

/**
 * The recorded events, for clients that fold them: each event with its body in the current schema
 * of its type. What was stored and hashed is at `…/events`.
 */
export function historyRoutes(app: FastifyInstance, service: Service): void {
  const path = '/v1/negotiations/:negotiation/history'
  app.get(path, operation(DESCRIBED), async (request, reply) => {
    const { negotiation } = request.params as NegotiationParams
    const { from, revision, limit = Infinity } = request.query as z.output<typeof Query>
    const { projections, view, head, damage } = await openedAt(service, request, negotiation, {
      revision,
    })
    if (revision !== undefined && revision > head) {
      throw refusedParameter('revision', reason('beyond_head', { limit: head, given: revision }))
    }
    if (damage !== undefined) markDamaged(reply, damage)
    reply.type('application/x-ndjson').header('cache-control', 'private, no-cache')
    const end = revision ?? head
    const last = Math.min(end, from + limit - 1)
    if (from <= last && last < end) {
      linkNext(request, reply, { from: last + 1, revision: end })
    }
    const pages = lines(projections.entries, view, from, last, (piece) =>
      service.thread.piece(negotiation, piece),
    )
    return reply.send(Readable.from(pages))
  })
}

async function* lines(
  entries: Entries,
  { lifted }: View,
  from: number,
  last: number,
  inPieces: (piece: () => string) => Promise<string>,
) {
  for (let first = from; first <= last; first += CHUNK) {
    const revisions = Array.from({ length: Math.min(CHUNK, last - first + 1) }, (_, i) => first + i)
    const line = (revision: number) => {
      const event = entries.recorded(revision)
      const isErased = event !== undefined && lifted.erased.has(event.id)
      return `${JSON.stringify(isErased ? { ...event, isErased } : event)}\n`
    }
    yield await inPieces(() => revisions.map(line).join(''))
  }
}
