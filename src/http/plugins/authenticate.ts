import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Access } from '../../access/access.ts'
import type { Principal } from '../../access/principal.ts'
import { Problem } from '../../problem.ts'
import type { ProblemCode } from '../../problems.ts'
import { type Need, needs } from '../access/needs.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The sender of the request. Of an operation that needs nothing it may be unknown. */
    principal: Principal
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
  app.addHook('onRequest', async (request) => {
    if (request.is404) return
    const need = needOf(request)
    const token = tokenOf(request)
    if (need === 'nothing' && token === undefined) return
    const principal = await access.principalOf(token)
    if (principal === undefined) throw unknownSender(token)
    request.principal = principal
    if (need !== 'nothing' && !principal.scopes.has(need)) throw outOfScope(need, principal)
  })
}

/** Looks up the need of a route by its operation; a route without any is of the page. */
function needOf({ routeOptions: { url = '', config } }: FastifyRequest): Need {
  if (config.operation === undefined) return PAGE.test(url) ? 'nothing' : 'operate'
  return needs[config.operation.id] ?? 'operate'
}

/** The token of the header Authorization (RFC 6750, 2.1); empty where it is of another scheme. */
function tokenOf({ headers: { authorization } }: FastifyRequest): string | undefined {
  if (authorization === undefined) return undefined
  return /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization)?.[1] ?? ''
}

function unknownSender(token: string | undefined): Problem {
  return token === undefined
    ? challenge('authentication_required', 'The request does not say who sends it.', '')
    : challenge(
        'credentials_invalid',
        'The header Authorization has no key or token that is valid here.',
        ', error="invalid_token"',
      )
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
