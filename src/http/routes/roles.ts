import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { RoleCommand } from '../../../events/role.ts'
import type { RoleBook } from '../../access/role-book.ts'
import { NO_NEGOTIATION } from '../../decide/refusal.ts'
import { accessIdOf, ledgerOf, SERVICE_ACCESS } from '../../ledger/ledger-name.ts'
import { MAX_REQUEST_EVENTS } from '../../ledger/limits.ts'
import { refused } from '../../ledger/refused.ts'
import { problemAt } from '../../problems/problem.ts'
import { reason } from '../../words/reason.ts'
import { expectedRevision } from '../conditional.ts'
import { type NegotiationParams, negotiationParams } from '../contract.ts'
import { idempotencyKey } from '../idempotency.ts'
import { PRECONDITIONS } from '../openapi/headers.ts'
import { type Operation, operation } from '../openapi/operation.ts'
import { DECIDED, ONE_LEDGER } from '../openapi/problem-sets.ts'
import { answerPage, firstPage } from '../pages/across-ledgers.ts'
import { readCursor } from '../pages/cursor.ts'
import { pageQuery } from '../pages/paging.ts'
import { ReceiptReplySchema } from '../replies/events.ts'
import { RolesReplySchema } from '../replies/roles.ts'
import { openedAt, type Service } from '../service.ts'
import { unknownParty, unknownPrincipal } from '../unknown-names.ts'

const dryRun = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true')
  .describe('Say what would be changed, and change nothing')

const LISTED = {
  tag: 'Access',
  query: pageQuery,
  headers: PRECONDITIONS,
  replies: {
    200: {
      description: 'In the order in which they were granted',
      headers: ['ETag', 'Link'],
      schema: RolesReplySchema,
    },
    304: { description: 'The client holds this reply', headers: ['ETag'] },
  },
  problems: ONE_LEDGER,
} as const satisfies Partial<Operation>

const CHANGED = {
  tag: 'Access',
  query: { dryRun },
  headers: ['Idempotency-Key', 'If-Match', 'If-None-Match'],
  body: [{ schema: z.union([RoleCommand, z.array(RoleCommand).max(MAX_REQUEST_EVENTS)]) }],
  replies: {
    200: {
      description: 'Recorded before, or a dry run',
      headers: ['ETag'],
      schema: ReceiptReplySchema,
    },
    201: {
      description: 'Recorded in the access ledger',
      headers: ['ETag'],
      schema: ReceiptReplySchema,
    },
  },
  problems: [...DECIDED, 'roles_not_kept', 'unknown_principal', 'role_not_held', 'last_lead'],
} as const satisfies Partial<Operation>

const command = (role: string) => ({
  ...{ type: 'role.granted', principal: 'p-9f86d081884c7d65', role },
})

const LIST: Operation = {
  ...LISTED,
  id: 'listRoles',
  summary: 'Who has which role in a negotiation, since when, and by whom',
  params: negotiationParams,
  examples: [{ params: { negotiation: 'peace-plan' } }],
}

const CHANGE: Operation = {
  ...CHANGED,
  id: 'changeRoles',
  summary: 'Grant roles in a negotiation, and revoke them',
  description:
    'One command, `role.granted` or `role.revoked`, or an array of them: all or nothing, from its recording on. Recorded in the access ledger of the negotiation, `access-` and its id.',
  params: negotiationParams,
  examples: [{ params: { negotiation: 'peace-plan' }, body: command('viewer'), status: 409 }],
}

const LIST_SERVICE: Operation = {
  ...LISTED,
  id: 'listServiceRoles',
  summary: 'Who runs the service, and who may open negotiations',
  examples: [{}],
}

const CHANGE_SERVICE: Operation = {
  ...CHANGED,
  id: 'changeServiceRoles',
  summary: 'Grant roles in the service, and revoke them',
  description: 'As `changeRoles`. Recorded in the access ledger of the service, `access`.',
  examples: [{ body: command('creator'), status: 409 }],
}

const Cursor = z.tuple([z.int()])

/** Roles: listed, granted and revoked, in each negotiation and in the service. */
export function rolesRoutes(app: FastifyInstance, service: Service): void {
  const path = '/v1/negotiations/:negotiation/roles'
  app.get(path, operation(LIST), async (request, reply) =>
    list(service, await accessIn(service, request), request, reply),
  )
  app.post(path, operation(CHANGE), async (request, reply) => {
    const access = await accessIn(service, request)
    await refuseUnknownLevels(service, request)
    await refuseUnknownParties(service, request)
    return change(service, access, request, reply)
  })
  app.get('/v1/access/roles', operation(LIST_SERVICE), (request, reply) =>
    list(service, SERVICE_ACCESS, request, reply),
  )
  app.post('/v1/access/roles', operation(CHANGE_SERVICE), (request, reply) =>
    change(service, SERVICE_ACCESS, request, reply),
  )
}

/**
 * The access ledger of the negotiation in the path.
 *
 * @throws {Refused} `unknown_negotiation`
 */
async function accessIn({ store }: Service, { params }: FastifyRequest): Promise<string> {
  const { negotiation } = params as NegotiationParams
  const access = accessIdOf(negotiation)
  const heads = [store.head(ledgerOf(negotiation)), store.head(access)]
  if (Math.max(...(await Promise.all(heads))) < 0) {
    throw refused('unknown_negotiation', NO_NEGOTIATION)
  }
  return access
}

async function list(
  { roles, access }: Service,
  ledger: string,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { limit, cursor } = request.query as { limit: number; cursor?: string }
  const [after] = cursor === undefined ? [-1] : readCursor(cursor, Cursor)
  const known = roles?.all(ledger) ?? { revision: -1, roles: [] }
  const found = known.roles.filter(({ revision }) => revision > after)
  const { page, nextCursor } = firstPage(found, limit, ({ revision }) => [revision])
  const keys = roles === undefined ? undefined : await access.keys()
  const names = await keys?.namesOf(page.map(({ principal }) => principal))
  const items = page.map((held) => ({ ...held, name: names?.get(held.principal) ?? null }))
  const body = { revision: known.revision, items, nextCursor }
  return answerPage(request, reply, body)
}

async function change(
  service: Service,
  ledger: string,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { roles: book, ledgers, patience } = service
  if (book === undefined) throw openToAll()
  const { dryRun } = request.query as { readonly dryRun: boolean }
  await refuseUnknown(service, ledger, request.body)
  const { receipt } = await ledgers.write(ledger, {
    commands: request.body,
    actor: request.principal.id,
    idempotencyKey: idempotencyKey(request),
    ifMatch: expectedRevision(request),
    dryRun,
  })
  const { events, head, replayed } = receipt
  if (!dryRun) await reached(book, ledger, head, patience)
  if (!dryRun || replayed) reply.header('etag', `"${head}"`)
  reply.code(dryRun || replayed ? 200 : 201).header('cache-control', 'no-store')
  const raised = { warnings: [], moreWarnings: null }
  return { negotiation: ledger, revision: head, events, ...raised, replayed, dryRun }
}

/**
 * Refuses to clear anybody for a level that the negotiation does not have.
 *
 * @throws {Problem} `malformed`
 */
async function refuseUnknownLevels({ ledgers }: Service, request: FastifyRequest): Promise<void> {
  const { negotiation } = request.params as NegotiationParams
  for (const { command, pointer } of grantsIn(request.body)) {
    const { clearance } = command.body
    if (clearance === undefined) continue
    const levels = await ledgers.levels(ledgerOf(negotiation))
    if (levels.has(clearance)) continue
    const what = reason('clearance_unknown', { clearance, levels: levels.names })
    throw problemAt('malformed', [{ pointer: `${pointer}/clearance`, what }])
  }
}

/**
 * Refuses to confine anybody to parties that the negotiation does not have, as far as the sender may
 * know: they could record nothing.
 *
 * @throws {Problem} `unknown_id`
 */
async function refuseUnknownParties(service: Service, request: FastifyRequest): Promise<void> {
  const { negotiation } = request.params as NegotiationParams
  const confined = grantsIn(request.body).filter(({ command }) => command.body.parties)
  if (service.roles === undefined || confined.length === 0) return
  const { projections, head } = await openedAt(service, request, negotiation)
  const listed = projections.parties.list({ revision: head, validTime: Number.MAX_SAFE_INTEGER })
  const known = listed.map(({ party }) => party)
  for (const { command, pointer } of confined) {
    for (const [index, party] of (command.body.parties ?? []).entries()) {
      if (known.includes(party)) continue
      throw unknownParty({ pointer: `${pointer}/parties/${index}` }, party, known)
    }
  }
}

/** The grants of a request that are well-formed, and where each of them is. */
function grantsIn(body: unknown) {
  return [body].flat().flatMap((one, index) => {
    const { success, data } = RoleCommand.safeParse(one)
    if (!success || data.type !== 'role.granted') return []
    return [{ command: data, pointer: Array.isArray(body) ? `/${index}` : '' }]
  })
}

/** A role counts from the reply on. */
function reached(book: RoleBook, ledger: string, head: number, timeoutMs: number) {
  return book.reached(ledger, head, { timeoutMs })
}

/**
 * Refuses to grant anything to a principal whom the service does not know: most likely a slip.
 *
 * @throws {Problem} `unknown_principal`
 */
async function refuseUnknown(
  { access, roles }: Service,
  ledger: string,
  body: unknown,
): Promise<void> {
  const keys = await access.keys()
  for (const { command, pointer } of grantsIn(body)) {
    const { principal } = command.body
    if ((await keys.principal(principal)) !== undefined) continue
    const known = roles?.all(ledger).roles.map((held) => held.principal) ?? []
    throw unknownPrincipal({ pointer: `${pointer}/principal` }, principal, known)
  }
}

function openToAll() {
  const what = reason('roles_not_kept', {})
  return problemAt('roles_not_kept', [{ pointer: '', what }])
}
