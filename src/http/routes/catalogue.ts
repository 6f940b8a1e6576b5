import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import { idOf, ledgerOf } from '../../ledger/ledger-name.ts'
import { iso } from '../../reads/moment.ts'
import { NegotiationStateSchema } from '../../reads/negotiation.ts'
import type { Catalogued } from '../../search/index/catalogue.ts'
import { LONGEST_QUERY } from '../../search/words/query.ts'
import { given, Instant } from '../contract.ts'
import { leavingOf } from '../leaving.ts'
import { PRECONDITIONS } from '../openapi/headers.ts'
import { type Operation, operation } from '../openapi/operation.ts'
import { ACROSS } from '../openapi/problem-sets.ts'
import {
  answerPage,
  IndexedToReply,
  RecordedAt,
  refuseFuture,
  shownIndexedTo,
} from '../pages/across-ledgers.ts'
import { cursorOf, readCursor } from '../pages/cursor.ts'
import { pageQuery } from '../pages/paging.ts'
import { clientOf } from '../plugins/client-of.ts'
import type { Service } from '../service.ts'

const State = NegotiationStateSchema

const query = {
  q: z
    .string()
    .max(LONGEST_QUERY)
    .optional()
    .describe('Words of the title or of a party’s name, as in a search'),
  state: State.optional().describe('Negotiations in this state at the valid time'),
  transactionTime: Instant.optional().describe('As known at this time'),
  validTime: Instant.optional().describe(
    'As it was in the world at this time; by default at the transaction time, if given, else at the last instant up to now at which the list may have changed',
  ),
  ...pageQuery,
}

const Query = z.strictObject(query)

const Count = z.int().min(0)

const Reply = z.strictObject({
  asOf: z
    .strictObject({
      transactionTime: RecordedAt.nullable().describe('As known at this time; null for now'),
      validTime: RecordedAt.describe('As it was in the world at this time'),
    })
    .describe('The moment that the list is of'),
  indexedTo: IndexedToReply.describe('How far the index was: what came later is not in the list'),
  items: z
    .array(
      z.strictObject({
        negotiation: Id,
        title: z.string().nullable().describe('Null where no opening is known then'),
        state: State,
        parties: z
          .array(z.strictObject({ party: Id, name: z.string().describe('The name of the party') }))
          .describe('Those whose consent is asked for and that have not withdrawn'),
        counts: z
          .strictObject({
            events: Count.describe('Events, corrections included'),
            parties: Count.describe('Parties that are listed'),
            statements: Count.describe('Statements that stand'),
            drafts: Count.describe('Drafts that are known'),
            meetings: Count.describe('Meetings, planned ones included'),
          })
          .describe('Of all recorded by then that stands, but for the events'),
        head: z.int().describe('Revision of the last event known then'),
        lastActivity: RecordedAt.describe('When that was recorded'),
        damaged: z
          .literal(true)
          .optional()
          .describe(
            'There where the ledger does not hold together; what follows is not known here',
          ),
        links: z
          .strictObject({ self: z.string().describe('The negotiation itself') })
          .describe('Where to read on'),
      }),
    )
    .describe('One page of the list'),
  nextCursor: z.string().nullable().describe('Where the next page begins; null on the last'),
})

/** Transaction time, valid time and the last name of the page before. */
const Cursor = z.tuple([z.int(), z.number(), z.string()])

const DESCRIBED: Operation = {
  id: 'listNegotiations',
  tag: 'Negotiations',
  summary:
    'Every negotiation that you may read: its state, its parties, how much is recorded and since when not',
  query,
  headers: PRECONDITIONS,
  replies: {
    200: { description: 'In the order of their ids', headers: ['ETag', 'Link'], schema: Reply },
    304: { description: 'The client holds this reply', headers: ['ETag'] },
  },
  problems: ACROSS,
  examples: [{ query: { state: 'open', limit: '10' } }],
}

/** Every negotiation, in the order of their ids. */
export function catalogueRoutes(app: FastifyInstance, { search, now }: Service): void {
  app.get('/v1/negotiations', operation(DESCRIBED), async (request, reply) => {
    const { q: text, state, limit, cursor, ...asked } = request.query as z.output<typeof Query>
    const place = cursor === undefined ? undefined : readCursor(cursor, Cursor)
    const transactionTime = place?.[0] ?? asked.transactionTime
    const asOf = place?.[1] ?? asked.validTime ?? asked.transactionTime
    const after = place && ledgerOf(place[2])
    const readable = request.reach.readable()?.map(ledgerOf)
    const filter = given({ transactionTime, state, text, after, readable })
    const ask = { ...filter, ...(asOf === undefined ? { now: now() } : { validTime: asOf }), limit }
    const page = await search.catalogue(ask, clientOf(request), leavingOf(reply))
    refuseFuture(asked.transactionTime, now(), page.indexedTo)
    const last = page.next === null ? null : idOf(page.next)
    return answerPage(request, reply, {
      asOf: { transactionTime: iso(page.transactionTime), validTime: iso(page.validTime) },
      indexedTo: shownIndexedTo(page.indexedTo),
      items: page.items.map(shown),
      nextCursor: last === null ? null : cursorOf([page.transactionTime, page.validTime, last]),
    } as { nextCursor: string | null })
  })
}

function shown({ ledger, lastActivity, counts, damage, ...item }: Catalogued) {
  const negotiation = idOf(ledger)
  return {
    negotiation,
    ...item,
    counts: { ...counts, parties: item.parties.length },
    lastActivity: iso(lastActivity),
    ...(damage === null ? {} : { damaged: true }),
    links: { self: `/v1/negotiations/${negotiation}` },
  }
}
