import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Access, Credentials } from '../../access/access.ts'
import type { Principal } from '../../access/principal.ts'
import { Problem } from '../../problem.ts'
import type { ProblemCode } from '../../problems.ts'
import { type Need, needs } from '../access/needs.ts'
import { sessionOf } from './session-cookie.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The sender of the request. Of an operation that needs nothing it may be unknown. */
    principal: Principal
    /** Tells if the credentials of the request are still valid. */
    isStillKnown: () => Promise<boolean>
  }
}

/** Addresses of the page for people, which holds nothing of any ledger. */
const PAGE = /^\/(dashboard(\/.*)?)?$/

/**
 * Finds out who sends each request, and refuses it where that is nobody, or somebody whose credential
 * does not reach. The one place where that is decided: routes read `request.principal`.
 */
export function authenticateRequests(app: FastifyInstance, access: Access): void {
  app.decorateRequest('principal')
  app.decorateRequest('isStillKnown')
  app.addHook('onRequest', async (request) => {
    if (request.is404) return
    const need = needOf(request)
    const credentials = credentialsOf(request)
    if (need === 'nothing' && credentials.token === undefined) return
    const principal = await access.principalOf(credentials)
    if (principal === undefined) throw unknownSender(credentials)
    request.principal = principal
    request.isStillKnown = async () => (await access.principalOf(credentials)) !== undefined
    if (need !== 'nothing' && !principal.scopes.has(need)) throw outOfScope(need, principal)
  })
}

/** Looks up the need of a route by its operation; a route without any is of the page. */
function needOf({ routeOptions: { url = '', config } }: FastifyRequest): Need {
  if (config.operation === undefined) return PAGE.test(url) ? 'nothing' : 'operate'
  return needs[config.operation.id] ?? 'operate'
}

/** The credentials of a request: a header counts before a cookie. */
function credentialsOf(request: FastifyRequest): Credentials {
  const token = tokenOf(request)
  return token === undefined ? { session: sessionOf(request) } : { token }
}

/** The token of the header Authorization (RFC 6750, 2.1); empty where it is of another scheme. */
function tokenOf({ headers: { authorization } }: FastifyRequest): string | undefined {
  if (authorization === undefined) return undefined
  return /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization)?.[1] ?? ''
}

function unknownSender({ token, session }: Credentials): Problem {
  if (token === undefined && session === undefined) {
    return challenge('authentication_required', 'The request does not say who sends it.', '')
  }
  const detail =
    token === undefined
      ? 'The session in this browser has ended: log in again.'
      : 'The header Authorization has no key or token that is valid here.'
  return challenge('credentials_invalid', detail, ', error="invalid_token"')
}

function outOfScope(need: Need, { scopes }: Principal): Problem {
  const detail = `The credentials are for ${[...scopes].join(', ')}, and this takes ${need}.`
  return challenge('not_permitted', detail, `, error="insufficient_scope", scope="${need}"`)
}

/** A problem that says how to authenticate (RFC 6750, 3). */
function challenge(code: ProblemCode, detail: string, why: string): Problem {
  const headers = { 'www-authenticate': `Bearer realm="diplomacy-ledger"${why}` }
  return new Problem(code, detail, { headers })
}
