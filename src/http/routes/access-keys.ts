import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { stateOf, UnknownPrincipal } from '../../access/access-keys.ts'
import type { Principal } from '../../access/principal.ts'
import type { KeyRecord } from '../../access/secrets/secrets-store.ts'
import { type Problem, problemAt } from '../../problems/problem.ts'
import { iso } from '../../reads/moment.ts'
import { type AnyReason, reason } from '../../words/reason.ts'
import { bodyOf } from '../body-of.ts'
import { message } from '../message.ts'
import { PRECONDITIONS } from '../openapi/headers.ts'
import { operation } from '../openapi/operation.ts'
import { BODY } from '../openapi/problem-sets.ts'
import { answerPage, firstPage } from '../pages/across-ledgers.ts'
import { readCursor } from '../pages/cursor.ts'
import { pageQuery } from '../pages/paging.ts'
import {
  AccessKeySchema,
  CreatedKeySchema,
  KeysReplySchema,
  PrincipalIdSchema,
  ScopeNameSchema,
} from '../replies/access.ts'
import type { Service } from '../service.ts'
import { principalsOf, unknownKey, unknownPrincipal } from '../unknown-names.ts'

const NewKey = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .meta({ description: 'The purpose of the key', examples: ['Desk of the secretariat'] }),
    principal: PrincipalIdSchema.exactOptional().describe(
      'The principal that it is for; without it a new one, with the name of the key',
    ),
    scopes: z
      .array(ScopeNameSchema)
      .min(1)
      .default(['read'])
      .describe('The operations that the key is confined to: none that its maker has not'),
    expiresAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .default(null)
      .meta({ description: 'When it expires; null: never', examples: ['2027-01-01T00:00:00Z'] }),
  })
  .meta({ id: 'NewAccessKey', description: 'An access key that is to be made' })

const CREATE = operation({
  id: 'createAccessKey',
  tag: 'Access',
  summary: 'Make an access key, for a principal that is known or for a new one',
  description: 'The reply has the key itself, which cannot be had again.',
  body: [{ schema: NewKey }],
  replies: { 201: { description: 'The key', schema: CreatedKeySchema } },
  problems: [...BODY, 'unknown_principal'],
  examples: [{ body: { name: 'Desk of the secretariat', scopes: ['read', 'record'] } }],
})

const LIST = operation({
  id: 'listAccessKeys',
  tag: 'Access',
  summary: 'Every access key that was ever made, with its state',
  query: pageQuery,
  headers: PRECONDITIONS,
  replies: {
    200: {
      description: 'In the order of their making',
      headers: ['ETag', 'Link'],
      schema: KeysReplySchema,
    },
    304: { description: 'The client holds this reply', headers: ['ETag'] },
  },
  problems: [],
  examples: [{}],
})

const params = {
  key: z
    .string()
    .regex(/^[0-9a-f]{16}$/, message('not_a_key_id', {}))
    .describe('The part of the key between its underscores, which is no secret'),
}

const REVOKE = operation({
  id: 'revokeAccessKey',
  tag: 'Access',
  summary: 'Revoke an access key: it is of no use from now on',
  params,
  replies: { 200: { description: 'The key, as it is now', schema: AccessKeySchema } },
  problems: [...BODY, 'unknown_access_key'],
  examples: [{ params: { key: '0123456789abcdef' }, status: 404 }],
})

const Cursor = z.tuple([z.int().min(0)])

/** Access keys: made, listed, revoked. */
export function accessKeysRoutes(app: FastifyInstance, { access, now }: Service): void {
  app.post('/v1/access/keys', CREATE, async ({ principal, body }, reply) => {
    const { expiresAt, ...asked } = bodyOf(NewKey, body)
    const end = expiresAt === null ? null : Date.parse(expiresAt)
    refuseWider(asked.scopes, principal)
    if (end !== null && end <= now()) throw malformed('/expiresAt', reason('expiry_past', {}))
    const keys = await access.keys()
    const { record, text } = await keys
      .create({ ...asked, expiresAt: end }, principal.id)
      .catch(async (error) => {
        if (!(error instanceof UnknownPrincipal)) throw error
        const part = { pointer: '/principal' }
        throw unknownPrincipal(part, asked.principal ?? '', await principalsOf(keys))
      })
    reply.code(201).header('cache-control', 'no-store')
    return { ...shown(record, now()), key: text }
  })

  app.get('/v1/access/keys', LIST, async (request, reply) => {
    const { limit, cursor } = request.query as { limit: number; cursor?: string }
    const [after] = cursor === undefined ? [0] : readCursor(cursor, Cursor)
    const found = await (await access.keys()).list(after, limit + 1)
    const { page, nextCursor } = firstPage(found, limit, ({ seq }) => [seq])
    const body = { items: page.map((key) => shown(key, now())), nextCursor }
    return answerPage(request, reply, body)
  })

  app.post('/v1/access/keys/:key/revoke', REVOKE, async ({ params, principal }, reply) => {
    const { key } = params as { key: string }
    const keys = await access.keys()
    const revoked = await keys.revoke(key, principal.id)
    if (revoked === undefined) throw await unknownKey({ parameter: 'key' }, key, keys)
    reply.header('cache-control', 'no-store')
    return shown(revoked, now())
  })
}

/** @throws {Problem} `malformed`: nobody hands on what they have not. */
function refuseWider(wanted: readonly string[], { scopes }: Principal): void {
  const index = wanted.findIndex((scope) => !(scopes as ReadonlySet<string>).has(scope))
  if (index < 0) return
  throw malformed(`/scopes/${index}`, reason('scope_not_held', { scopes: [...scopes] }))
}

function malformed(pointer: string, what: AnyReason): Problem {
  return problemAt('malformed', [{ pointer, what }])
}

function shown(key: KeyRecord, now: number) {
  const { id, principal, name, scopes, createdAt, createdBy, expiresAt, revokedAt, revokedBy } = key
  return {
    ...{ id, principal, name, scopes, createdAt: iso(createdAt), createdBy },
    ...{
      expiresAt: iso(expiresAt),
      revokedAt: iso(revokedAt),
      revokedBy,
      state: stateOf(key, now),
    },
  }
}
