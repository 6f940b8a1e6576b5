import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Sessions } from '../../access/sessions.ts'
import { Problem } from '../../problems/problem.ts'
import { detail } from '../../words/detail.ts'
import { bodyOf } from '../body-of.ts'
import { languageOf } from '../language.ts'
import { operation } from '../openapi/operation.ts'
import { BODY } from '../openapi/problem-sets.ts'
import { dropSession, keepSession, refuseOtherPages, sessionOf } from '../plugins/session-cookie.ts'
import { PrincipalIdSchema, WhoAmIReplySchema } from '../replies/access.ts'
import { type Service, senderOf } from '../service.ts'
import { principalsOf, unknownPrincipal } from '../unknown-names.ts'

const Login = z
  .strictObject({
    key: z
      .string()
      .max(200)
      .meta({ description: 'An access key, given this once', examples: ['ledger_…'] }),
  })
  .meta({ id: 'Login', description: 'The beginning of a session in a browser' })

const Ended = z.int().min(0).describe('The number of sessions that were ended')

const BEGIN = operation({
  id: 'beginSession',
  tag: 'Access',
  summary: 'Begin a session in a browser, by an access key',
  description:
    'The reply sets a cookie, out of reach of scripts, which stands for the key until the session ends: after twelve hours, by `endSession`, or with the key.',
  body: [{ schema: Login }],
  replies: { 200: { description: 'The sender from now on', schema: WhoAmIReplySchema } },
  problems: BODY,
  examples: [{ body: { key: 'ledger_0123456789abcdef_' }, status: 401 }],
})

const END = operation({
  id: 'endSession',
  tag: 'Access',
  summary: 'End the session of this browser',
  replies: {
    200: {
      description: 'There is no session any more',
      schema: z.strictObject({ ended: Ended }),
    },
  },
  problems: BODY,
  examples: [{}],
})

const END_ALL = operation({
  id: 'endSessions',
  tag: 'Access',
  summary: 'End all sessions of a principal, in whichever browser',
  description:
    'Everybody may end their own; those of others take the role `operator` and the scope `operate`.',
  params: { principal: PrincipalIdSchema },
  replies: {
    200: {
      description: 'They have ended',
      schema: z.strictObject({
        principal: PrincipalIdSchema.describe('The principal whose sessions they were'),
        ended: Ended,
      }),
    },
  },
  problems: [...BODY, 'unknown_principal'],
  examples: [{ params: { principal: 'p-9f86d081884c7d65' }, status: 422 }],
})

/** Sessions in browsers: begun by a key, ended one by one or all of a person. */
export function sessionsRoutes(app: FastifyInstance, service: Service): void {
  const { access } = service
  app.post('/v1/access/session', BEGIN, async (request, reply) => {
    const { key } = bodyOf(Login, request.body)
    refuseOtherPages(request)
    const sessions = await access.sessions()
    const begun = await sessions.begin(key.trim())
    if (begun === undefined) throw unknownKey()
    await endFormer(request, sessions)
    keepSession(request, reply, begun)
    reply.header('cache-control', 'no-store')
    return senderOf(service, begun.principal, languageOf(request))
  })

  app.post('/v1/access/session/end', END, async (request, reply) => {
    refuseOtherPages(request)
    const ended = await endFormer(request, await access.sessions())
    dropSession(request, reply)
    reply.header('cache-control', 'no-store')
    return { ended }
  })

  app.post('/v1/access/principals/:principal/end-sessions', END_ALL, async (request, reply) => {
    const { principal } = request.params as { principal: string }
    const { id, scopes } = request.principal
    const isOperator = scopes.has('operate') && request.reach.has('operator')
    if (principal !== id && !isOperator) {
      throw new Problem('not_permitted', detail('sessions_of_others', {}))
    }
    const keys = await access.keys()
    if (principal !== id && (await keys.principal(principal)) === undefined) {
      throw unknownPrincipal({ parameter: 'principal' }, principal, await principalsOf(keys))
    }
    const ended = await (await access.sessions()).endAll(principal)
    reply.header('cache-control', 'no-store')
    return { principal, ended }
  })
}

/** Ends the session that the browser has. @returns how many there were: 0 or 1. */
async function endFormer(request: FastifyRequest, sessions: Sessions): Promise<number> {
  const text = sessionOf(request)
  return text === undefined ? 0 : sessions.end(text)
}

function unknownKey(): Problem {
  const headers = { 'www-authenticate': 'Bearer realm="diplomacy-ledger", error="invalid_token"' }
  return new Problem('credentials_invalid', detail('key_unknown', {}), { headers })
}
