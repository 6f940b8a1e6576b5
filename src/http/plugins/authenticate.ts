import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Access, RequestCredentials } from '../../access/access.ts'
import type { Need } from '../../access/permission.ts'
import type { Principal, Scope } from '../../access/principal.ts'
import { Problem } from '../../problems/problem.ts'
import type { ProblemCode } from '../../problems/problems.ts'
import { type Detail, detail } from '../../words/detail.ts'
import { admit, type KeptRoles } from '../access/admit.ts'
import { needs, unlisted } from '../access/needs.ts'
import type { RequestReach } from '../access/reach.ts'
import type { Operation } from '../openapi/operation.ts'
import { sessionOf } from './session-cookie.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The need of the route: `nothing` of what is for everybody. */
    need?: Need | 'nothing'
  }
  interface FastifyRequest {
    /** The sender of the request. Of an operation that needs nothing it may be unknown. */
    principal: Principal
    /** All that the request may reach. Of an operation that needs nothing it may be unknown. */
    reach: RequestReach
    /** Looks again who the sender is, and what the request may reach. @throws {Problem} nothing more. */
    admitAgain: () => Promise<void>
    /** Calls `look` after each change of roles, until `over` aborts. */
    whenRolesChange: (look: () => void, over: AbortSignal) => void
  }
}

/** Addresses of the page for people, which holds nothing of any ledger. */
const PAGE = /^\/(dashboard(\/.*)?)?$/

/** Whatever is for everybody is admitted as this: a sender who is known by name alone. */
const NAMELESS: Need = { scope: 'read', of: 'sender' }

/**
 * Finds out who sends each request, and refuses it where that is nobody, or somebody whose credential
 * or whose roles do not reach. The one place that every route passes: routes read `request.principal`
 * and `request.reach`.
 *
 * @param roles undefined where nobody is asked who they are
 */
export function authenticateRequests(
  app: FastifyInstance,
  access: Access,
  roles: KeptRoles | undefined,
): void {
  for (const name of ['principal', 'reach']) app.decorateRequest(name)
  app.decorateRequest('admitAgain', async function () {
    const { need = unlisted } = this.routeOptions.config
    const credentials = credentialsOf(this)
    if (need === 'nothing' && credentials.token === undefined) return
    const principal = await access.principalOf(credentials)
    if (principal === undefined) {
      await this.server.countUnknown?.(this)
      throw unknownSender(credentials)
    }
    if (need !== 'nothing') requireScope(need.scope, principal)
    if (principal.unconfirmed && !isRead(need)) throw principal.unconfirmed
    await roles?.book.ready()
    const { negotiation } = this.params as { readonly negotiation?: string }
    this.reach = admit(need === 'nothing' ? NAMELESS : need, principal, negotiation, roles)
    this.principal = principal
  })
  app.decorateRequest('whenRolesChange', (look: () => void, over: AbortSignal) =>
    roles?.book.listen(look, over),
  )
  app.addHook('onRoute', (route) => {
    const need = needOf(route.url, route.config?.operation)
    route.config = { ...route.config, need }
  })
  app.addHook('onRequest', async (request) => {
    if (!request.is404) await request.admitAgain()
  })
}

/** Looks up the need of a route by its operation; a route without any is of the page. */
function needOf(url: string, operation: Operation | undefined): Need | 'nothing' {
  if (operation === undefined) return PAGE.test(url) ? 'nothing' : unlisted
  return needs[operation.id] ?? unlisted
}

function isRead(need: Need | 'nothing'): boolean {
  return need === 'nothing' || need.scope === 'read'
}

/**
 * The credentials of a request: a header counts before a cookie. The token of the header Authorization
 * (RFC 6750, 2.1) is empty where it is of another scheme.
 */
function credentialsOf(request: FastifyRequest): RequestCredentials {
  const { authorization, cookie } = request.headers
  if (authorization === undefined) {
    return { session: cookie === undefined ? undefined : sessionOf(request) }
  }
  return { token: /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization)?.[1] ?? '' }
}

function unknownSender({ token, session }: RequestCredentials): Problem {
  if (token === undefined && session === undefined) {
    return challenge('authentication_required', detail('no_sender', {}), '')
  }
  const said = detail(token === undefined ? 'session_ended' : 'credentials_unknown', {})
  return challenge('credentials_invalid', said, ', error="invalid_token"')
}

function requireScope(scope: Scope, { scopes }: Principal): void {
  if (scopes.has(scope)) return
  const said = detail('scope_needed', { scopes: [...scopes], scope })
  throw challenge('not_permitted', said, `, error="insufficient_scope", scope="${scope}"`)
}

/** A problem that says how to authenticate (RFC 6750, 3). */
function challenge(code: ProblemCode, said: Detail, why: string): Problem {
  const headers = { 'www-authenticate': `Bearer realm="diplomacy-ledger"${why}` }
  return new Problem(code, said, { headers })
}
