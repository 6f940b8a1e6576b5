import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { LoginFailed } from '../../access/provider/login.ts'
import { Problem } from '../../problems/problem.ts'
import { detail } from '../../words/detail.ts'
import { message } from '../message.ts'
import { operation } from '../openapi/operation.ts'
import {
  dropLogin,
  keepLogin,
  keepSession,
  loginOf,
  refuseOtherPages,
  serviceAddress,
} from '../plugins/session-cookie.ts'
import type { Service } from '../service.ts'

/** The address to which the provider sends browsers back. */
const RETURN = '/v1/access/login/return'

const PAGE = /^\/dashboard(\/[\w/.~%-]*)?(\?[^#\\\s]*)?$/

const to = z
  .string()
  .max(1000)
  .regex(PAGE, message('not_a_page_address', {}))
  .default('/dashboard/')
  .describe('The page to come back to, such as /dashboard/n/talks')

const OPTIONS = operation({
  id: 'getLoginOptions',
  tag: 'Access',
  summary: 'The ways in which people can log in to the dashboard, beside an access key',
  replies: {
    200: {
      description: 'The ways',
      schema: z.strictObject({
        provider: z
          .string()
          .nullable()
          .describe('The provider at which people log in, by `beginLogin`; null if there is none'),
      }),
    },
  },
  problems: [],
  examples: [{}],
})

const BEGIN = operation({
  id: 'beginLogin',
  tag: 'Access',
  summary: 'Send a browser to the provider, where its person logs in',
  description:
    'By the authorization code flow of OpenID Connect, with PKCE. The browser keeps a cookie until it comes back to `finishLogin`, for ten minutes. Where the provider is away it goes on to the dashboard, which says so.',
  query: { to },
  replies: { 303: { description: 'To the provider', headers: ['Location'] } },
  problems: ['login_not_offered'],
  examples: [{ status: 404 }],
})

const FINISH = operation({
  id: 'finishLogin',
  tag: 'Access',
  summary: 'Begin a session of the person whom the provider names',
  description:
    'The provider sends browsers here. The reply sets the cookie of a session and goes on to the dashboard; where the login came to nothing, the dashboard says why: `login` in its address is `expired` (not begun in this browser, too long ago, or used before), `refused` (by the person or the provider), `unavailable` (the provider does not answer) or `failed`.',
  openQuery: true,
  replies: { 303: { description: 'To the dashboard', headers: ['Location'] } },
  problems: ['login_not_offered'],
  examples: [{ status: 404 }],
})

/** Logins of people in browsers, at the provider that is configured. */
export function loginRoutes(app: FastifyInstance, { access }: Service): void {
  app.get('/v1/access/login-options', OPTIONS, async (_, reply) => {
    reply.header('cache-control', 'no-store')
    return { provider: access.login?.issuer ?? null }
  })

  app.get('/v1/access/login', { ...BEGIN, exposeHeadRoute: false }, async (request, reply) => {
    const login = offered()
    const { to } = request.query as { to: string }
    refuseOtherPages(request)
    try {
      const { address, text } = await login.begin(serviceAddress(request, RETURN).href)
      keepLogin(request, reply, `${text}${to}`)
      return goOn(reply, address)
    } catch (error) {
      return tell(error, to, request, reply)
    }
  })

  app.get(RETURN, { ...FINISH, exposeHeadRoute: false }, async (request, reply) => {
    const login = offered()
    const [, text, to = '/dashboard/'] = /^([\w-]{43})(.*)$/.exec(loginOf(request) ?? '') ?? []
    dropLogin(request, reply)
    try {
      const principal = await login.finish(text, serviceAddress(request, request.url))
      const begun = await (await access.sessions()).beginFor(principal)
      keepSession(request, reply, begun)
      return goOn(reply, pageOf(to))
    } catch (error) {
      return tell(error, pageOf(to), request, reply)
    }
  })

  function offered() {
    if (access.login !== undefined) return access.login
    throw new Problem('login_not_offered', detail('no_login', {}))
  }
}

/** The page in a cookie, which anybody may have written. */
function pageOf(to: string): string {
  return PAGE.test(to) ? to : '/dashboard/'
}

/** Has the dashboard say why a login came to nothing; the log has what the provider said. */
function tell(error: unknown, to: string, { log }: FastifyRequest, reply: FastifyReply) {
  if (!(error instanceof LoginFailed)) throw error
  const { fault, message } = error
  const isOurs = fault === 'unavailable' || fault === 'failed'
  log[isOurs ? 'warn' : 'info']({ fault, detail: message }, 'login')
  return goOn(reply, `${to}${to.includes('?') ? '&' : '?'}login=${fault}`)
}

function goOn(reply: FastifyReply, address: string) {
  return reply.header('cache-control', 'no-store').redirect(address, 303)
}
