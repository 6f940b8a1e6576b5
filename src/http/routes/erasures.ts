import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { EventId } from '../../../events/envelope.ts'
import type { ErasureRequest } from '../../access/secrets/secrets-store.ts'
import { ledgerOf } from '../../ledger/ledger-name.ts'
import type { Answer } from '../../ledger/receipt.ts'
import { type Problem, problemAt } from '../../problems/problem.ts'
import { iso } from '../../reads/moment.ts'
import { type AnyReason, reason } from '../../words/reason.ts'
import { bodyOf } from '../body-of.ts'
import { type NegotiationParams, negotiationParams } from '../contract.ts'
import { PRECONDITIONS } from '../openapi/headers.ts'
import { type Operation, operation } from '../openapi/operation.ts'
import { DECIDED } from '../openapi/problem-sets.ts'
import { answerPage, firstPage } from '../pages/across-ledgers.ts'
import { readCursor } from '../pages/cursor.ts'
import { pageQuery } from '../pages/paging.ts'
import { ErasureRequestSchema, ErasureSchema, ErasuresReplySchema } from '../replies/erasures.ts'
import { ReceiptReplySchema } from '../replies/events.ts'
import type { Service } from '../service.ts'

const target = '5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11'

const ASK: Operation = {
  id: 'askErasure',
  tag: 'Access',
  summary: 'Ask that an entry above `public` is erased; another admin has to confirm it',
  description:
    'Kept among the secrets, in the place of an earlier request for the same entry. Nothing is erased yet.',
  params: negotiationParams,
  body: [{ schema: ErasureRequestSchema }],
  replies: { 202: { description: 'The request, which waits', schema: ErasureSchema } },
  problems: [...DECIDED, 'roles_not_kept'],
  examples: [
    {
      params: { negotiation: 'peace-plan' },
      body: { target, reason: 'A person asked for it.' },
      status: 409,
    },
  ],
}

const CONFIRM: Operation = {
  id: 'confirmErasure',
  tag: 'Access',
  summary: 'Confirm an erasure that another admin asked for: the entry is erased, for good',
  description:
    'Records `entry.erased` and destroys the key of the entry. Once that is done, nobody can read its body.',
  params: {
    ...negotiationParams,
    event: EventId.describe('Event id of the entry whose erasure was asked for'),
  },
  replies: { 201: { description: 'The entry is erased', schema: ReceiptReplySchema } },
  problems: [...DECIDED, 'roles_not_kept'],
  examples: [{ params: { negotiation: 'peace-plan', event: target }, status: 409 }],
}

const LIST: Operation = {
  id: 'listErasures',
  tag: 'Access',
  summary: 'The erasures that wait for another admin',
  params: negotiationParams,
  query: pageQuery,
  headers: PRECONDITIONS,
  replies: {
    200: {
      description: 'In the order of asking',
      headers: ['ETag', 'Link'],
      schema: ErasuresReplySchema,
    },
    304: { description: 'The client holds this reply', headers: ['ETag'] },
  },
  problems: [...DECIDED, 'roles_not_kept'],
  examples: [{ params: { negotiation: 'peace-plan' }, status: 409 }],
}

type Params = NegotiationParams & { readonly event: string }

/** The time at which the last erasure of a page was asked for, and its entry. */
const Cursor = z.tuple([z.int(), z.string()])

/** Erasures: one admin asks, another confirms. */
export function erasuresRoutes(app: FastifyInstance, service: Service): void {
  const path = '/v1/negotiations/:negotiation/erasures'
  app.get(path, operation(LIST), async (request, reply) => {
    const { limit, cursor } = request.query as { limit: number; cursor?: string }
    const [at, target] = cursor === undefined ? [-1, ''] : readCursor(cursor, Cursor)
    const requests = await requestsIn(service, request)
    const found = requests.filter((one) => {
      return one.askedAt > at || (one.askedAt === at && one.target > target)
    })
    const { page, nextCursor } = firstPage(found, limit, (one) => [one.askedAt, one.target])
    const body = { items: page.map(shown), nextCursor }
    return answerPage(request, reply, body)
  })

  app.post(path, operation(ASK), async (request, reply) => {
    if (service.roles === undefined) throw openToAll()
    const asked = bodyOf(ErasureRequestSchema, request.body)
    const { id: askedBy } = request.principal
    const ledger = ledgerIn(request)
    const erasure: ErasureRequest = { ledger, ...asked, askedBy, askedAt: service.now() }
    await write(service, erasure, askedBy, { dryRun: true })
    await (await service.access.entryKeys()).askErasure(erasure)
    reply.code(202).header('cache-control', 'no-store')
    return shown(erasure)
  })

  app.post(`${path}/:event/confirm`, operation(CONFIRM), async (request, reply) => {
    const { negotiation, event } = request.params as Params
    const requests = await requestsIn(service, request)
    const erasure = requests.find((one) => one.target === event)
    await refuseUnconfirmed(service, request, erasure)
    const { receipt } = await write(service, erasure as ErasureRequest, request.principal.id, {})
    const { events, head, replayed } = receipt
    reply.code(201).header('cache-control', 'no-store')
    const raised = { warnings: [], moreWarnings: null }
    return { negotiation, revision: head, events, ...raised, replayed, dryRun: false }
  })
}

function ledgerIn({ params }: FastifyRequest): string {
  return ledgerOf((params as NegotiationParams).negotiation)
}

async function requestsIn({ roles, access }: Service, request: FastifyRequest) {
  if (roles === undefined) throw openToAll()
  return (await access.entryKeys()).erasureRequests(ledgerIn(request))
}

/** Records an erasure; as a dry run it only says whether there is anything to erase. */
function write(
  { ledgers, now }: Service,
  { ledger, target, reason, askedBy }: ErasureRequest,
  actor: string,
  how: { readonly dryRun?: true },
): Promise<Answer> {
  const occurred = new Date(now()).toISOString().slice(0, 10)
  const commands = { type: 'entry.erased', occurred, target, reason, askedBy }
  return ledgers.write(ledger, { commands, actor, erases: true, ...how })
}

/**
 * Refuses an erasure that is not asked for by one admin and confirmed by another.
 *
 * @throws {Problem} `unknown_target`, `not_permitted`
 * @throws {Refused} `entry_erased`
 */
async function refuseUnconfirmed(
  service: Service,
  request: FastifyRequest,
  erasure: ErasureRequest | undefined,
): Promise<void> {
  const { negotiation, event } = request.params as Params
  const { id } = request.principal
  if (erasure === undefined) {
    const unasked = {
      ledger: ledgerIn(request),
      target: event,
      reason: '-',
      askedBy: id,
      askedAt: 0,
    }
    await write(service, unasked, id, { dryRun: true })
    const what = reason('erasure_not_asked', { event })
    throw problemAt('unknown_target', [{ parameter: 'event', what }])
  }
  if (erasure.askedBy === id) throw refused(reason('erasure_own', {}))
  const held = service.roles?.in(negotiation, erasure.askedBy) ?? []
  if (held.some(({ role }) => role === 'admin')) return
  throw refused(reason('erasure_of_former_admin', {}))
}

function refused(what: AnyReason): Problem {
  return problemAt('not_permitted', [{ parameter: 'event', what }])
}

function openToAll(): Problem {
  const what = reason('erasure_without_roles', {})
  return problemAt('roles_not_kept', [{ pointer: '', what }])
}

function shown({ target, reason, askedBy, askedAt }: ErasureRequest) {
  return { target, reason, askedBy, askedAt: iso(askedAt) }
}
