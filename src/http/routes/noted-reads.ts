import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ListedRead, ReadsFilter } from '../../access/audit-log.ts'
import { Problem } from '../../problems/problem.ts'
import { EventParameter } from '../../reads/event.ts'
import { iso } from '../../reads/moment.ts'
import { detail } from '../../words/detail.ts'
import { Instant, type NegotiationParams, negotiationParams, StartingInstant } from '../contract.ts'
import { message } from '../message.ts'
import { PRECONDITIONS } from '../openapi/headers.ts'
import { type Operation, operation } from '../openapi/operation.ts'
import { ONE_LEDGER } from '../openapi/problem-sets.ts'
import { answerPage, firstPage } from '../pages/across-ledgers.ts'
import { readCursor } from '../pages/cursor.ts'
import { pageQuery } from '../pages/paging.ts'
import { PrincipalIdSchema } from '../replies/access.ts'
import { TimeSchema } from '../replies/common.ts'
import type { Service } from '../service.ts'

const filterQuery = {
  principal: z
    .string()
    .regex(/^[!-~]{1,64}$/, message('not_a_principal_id', {}))
    .optional()
    .describe('Reads of this principal'),
  event: EventParameter.transform(String)
    .optional()
    .describe('Reads that asked for this entry, by the event id or revision that they gave'),
  since: StartingInstant.optional().describe('Reads from this time on, or this day'),
  until: Instant.optional().describe('Reads up to this time, or the end of this day'),
}

const ReadSchema = z
  .strictObject({
    at: TimeSchema.describe('When it was answered'),
    principal: PrincipalIdSchema.describe('The principal who read'),
    name: z.string().nullable().describe('The name by which the operator knows the principal'),
    via: z.enum(['key', 'token', 'session', 'open']).describe('What proved who that is'),
    key: z
      .string()
      .nullable()
      .describe('Id of the access key that came with the request, or began its session'),
    operation: z.string().describe('Id of the operation, as in this document'),
    event: z
      .string()
      .nullable()
      .describe('The one entry that was asked for, by event id or revision; null for other reads'),
    level: z.string().describe('The level up to which entries were given'),
    request: z.string().describe('Id of the request, which finds it in the log'),
  })
  .meta({ id: 'NotedRead', description: 'A request that was given what is above `public`' })

const ReadsReplySchema = z.strictObject({
  items: z.array(ReadSchema).describe('One page of the list'),
  nextCursor: z.string().nullable().describe('Where the next page begins; null on the last'),
})

const LIST: Operation = {
  id: 'listReads',
  tag: 'Access',
  summary: 'The requests that were given what is above `public`, the latest first',
  description:
    'The log of this instance, of which the latest million reads are kept. A stream of events is noted when it begins, and has what is recorded from then on too.',
  params: negotiationParams,
  query: { ...pageQuery, ...filterQuery },
  headers: PRECONDITIONS,
  replies: {
    200: { description: 'The latest first', headers: ['ETag', 'Link'], schema: ReadsReplySchema },
    304: { description: 'The client holds this reply', headers: ['ETag'] },
  },
  problems: [...ONE_LEDGER, 'roles_not_kept'],
  examples: [{ params: { negotiation: 'peace-plan' }, status: 409 }],
}

const Cursor = z.tuple([z.int().min(0)])

type Asked = ReadsFilter & { readonly limit: number; readonly cursor?: string }

/** The list of who read what is above `public`. */
export function readsRoutes(app: FastifyInstance, service: Service): void {
  app.get('/v1/negotiations/:negotiation/reads', operation(LIST), async (request, reply) => {
    const { audit, access } = service
    const { negotiation } = request.params as NegotiationParams
    const { limit, cursor, ...filter } = request.query as Asked
    const [before] = cursor === undefined ? [undefined] : readCursor(cursor, Cursor)
    if (audit === undefined) throw openToAll()
    const found = audit.list(negotiation, before, limit + 1, filter)
    const { page, nextCursor } = firstPage(found, limit, ({ seq }) => [seq])
    const names = await (await access.keys()).namesOf(page.map(({ principal }) => principal))
    const items = page.map((read) => shown(read, names.get(read.principal) ?? null))
    const body = { items, nextCursor }
    return answerPage(request, reply, body)
  })
}

function openToAll(): Problem {
  return new Problem('roles_not_kept', detail('reads_not_noted', {}))
}

function shown(
  { at, principal, via, key, operation, event, level, request }: ListedRead,
  name: string | null,
) {
  return { at: iso(at), principal, name, via, key, operation, event, level, request }
}
