import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { idOf, ledgerOf } from '../../ledger/ledger-name.ts'
import { type Problem, problemAt } from '../../problems/problem.ts'
import { iso } from '../../reads/moment.ts'
import type { Ask } from '../../search/ask.ts'
import type { Hit, Turn } from '../../search/index/find.ts'
import { type AnyReason, reason } from '../../words/reason.ts'
import { refusedParameter } from '../as-of/as-of.ts'
import { given } from '../contract.ts'
import { leavingOf } from '../leaving.ts'
import { noteCleared } from '../note-read.ts'
import { PRECONDITIONS } from '../openapi/headers.ts'
import { type Operation, operation } from '../openapi/operation.ts'
import { ACROSS } from '../openapi/problem-sets.ts'
import { answerPage, refuseFuture, shownIndexedTo } from '../pages/across-ledgers.ts'
import { cursorOf, readCursor } from '../pages/cursor.ts'
import { clientOf } from '../plugins/client-of.ts'
import { SearchCursor, SearchQuery, SearchReply } from '../search-contract.ts'
import type { Service } from '../service.ts'

type Asked = z.output<typeof SearchQuery>

const DESCRIBED: Operation = {
  id: 'search',
  tag: 'Negotiations',
  summary: 'Find words in statements, drafts, meetings, sources, issues and names',
  query: SearchQuery.shape,
  headers: PRECONDITIONS,
  replies: {
    200: { description: 'What was found', headers: ['ETag', 'Link'], schema: SearchReply },
    304: { description: 'The client holds this reply', headers: ['ETag'] },
  },
  problems: [...ACROSS, 'store_unavailable'],
  examples: [{ query: { q: 'army', limit: '5' } }],
}

/** Full-text search over all ledgers. */
export function searchRoutes(app: FastifyInstance, service: Service): void {
  app.get('/v1/search', operation(DESCRIBED), async (request, reply) => {
    const { q: text, negotiation, cursor, language, ...asked } = request.query as Asked
    const { reach } = request
    const isHidden = negotiation !== undefined && !reach.mayRead(negotiation)
    await checkRevision(service, negotiation, asked, isHidden)
    const { validFrom = -Infinity, validUntil = Infinity } = asked
    if (validFrom >= validUntil) throw invalid('validUntil', reason('not_after_start', {}))
    const after =
      cursor === undefined ? undefined : readCursor(reach.places.open(cursor) ?? '', SearchCursor)
    const { limit, order, ...filter } = asked
    const ask: Ask = {
      ...given({
        ...filter,
        // The name of no ledger, for one that the sender may not know of.
        ledger: isHidden ? '' : negotiation && ledgerOf(negotiation),
        readable: reach.readable()?.map(ledgerOf),
        language: language?.toLowerCase(),
        after: after && { transactionTime: after[0], score: after[1], key: after[2] },
      }),
      ...{ text, limit, order },
    }
    const found = await service.search.find(ask, clientOf(request), leavingOf(reply), (ledger) =>
      reach.clearanceIn(idOf(ledger)),
    )
    refuseFuture(asked.transactionTime, service.now(), found.indexedTo)
    const { transactionTime, indexedTo, hits, next } = found
    await noteHits(service, request, hits)
    return answerPage(request, reply, {
      asOf: { revision: asked.revision ?? null, transactionTime: iso(transactionTime) },
      indexedTo: shownIndexedTo(indexedTo),
      items: hits.map(shown),
      nextCursor: next && reach.places.seal(cursorOf([next.transactionTime, next.score, next.key])),
    } as { nextCursor: string | null })
  })
}

/** Notes the reads of those negotiations in which the sender is cleared above `public`. */
async function noteHits(service: Service, request: FastifyRequest, hits: readonly Hit[]) {
  for (const ledger of new Set(hits.map((hit) => hit.ledger))) {
    await noteCleared(service, request, idOf(ledger))
  }
}

function invalid(parameter: string, what: AnyReason): Problem {
  return problemAt('parameter_invalid', [{ parameter, what }])
}

/** A revision is one of a ledger, and says by itself what was known. */
async function checkRevision(
  { store }: Service,
  negotiation: string | undefined,
  { revision, transactionTime }: Pick<Asked, 'revision' | 'transactionTime'>,
  isHidden: boolean,
): Promise<void> {
  if (revision === undefined) return
  if (negotiation === undefined) {
    throw invalid('revision', reason('revision_without_negotiation', {}))
  }
  if (transactionTime !== undefined) {
    throw refusedParameter('transactionTime', reason('with_other_parameter', { other: 'revision' }))
  }
  const head = isHidden ? -1 : await store.head(ledgerOf(negotiation))
  if (revision > head)
    throw refusedParameter('revision', reason('beyond_head', { limit: head, given: revision }))
}

function shown({ score: _, key: __, ledger, goneFrom, ...hit }: Hit) {
  const negotiation = idOf(ledger)
  return {
    negotiation,
    ...hit,
    recordedAt: iso(hit.recordedAt),
    stoodFrom: shownTurn(hit.stoodFrom),
    goneFrom: goneFrom && shownTurn(goneFrom),
    links: { event: `/v1/negotiations/${negotiation}/events/${hit.revision}` },
  }
}

function shownTurn({ revision, recordedAt }: Turn) {
  return { revision, recordedAt: iso(recordedAt) }
}
