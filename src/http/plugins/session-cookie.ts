import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { BegunSession } from '../../access/sessions.ts'
import { Problem } from '../../problems/problem.ts'
import { detail } from '../../words/detail.ts'

/** The cookies: of a session, and of a login at the provider that is under way. */
type CookieName = 'ledger_session' | 'ledger_login'

/** The time for which a browser keeps a login that is under way, in seconds. */
const LOGIN_SECONDS = 600

/** Names of this machine, to which a browser sends what is for safe connections alone as well. */
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/

/** Lets routes read and set the cookie of a session. */
export function keepSessionCookies(app: FastifyInstance): void {
  app.register(cookie)
}

/**
 * The text of the session that a request brings from a page of this service; undefined for a request
 * that another page makes a browser send: the cookie of one port comes with requests of all.
 */
export function sessionOf(request: FastifyRequest): string | undefined {
  const { cookie: header } = request.headers
  if (header === undefined || isOfOtherPage(request)) return undefined
  return request.server.parseCookie(header)[nameFor(request, 'ledger_session')]
}

/** The text that the browser keeps during a login at the provider; undefined if it keeps none. */
export function loginOf(request: FastifyRequest): string | undefined {
  const { cookie: header = '' } = request.headers
  return request.server.parseCookie(header)[nameFor(request, 'ledger_login')]
}

/**
 * Tells if a page of another origin makes a browser send the request: by `Sec-Fetch-Site`, and where a
 * browser does not send that by `Origin`, which comes with whatever is not a mere read.
 */
function isOfOtherPage({ headers }: FastifyRequest): boolean {
  const { host, origin, 'sec-fetch-site': site } = headers
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  return origin !== undefined && URL.parse(origin)?.host !== host
}

/** @throws {Problem} `not_permitted`: another page makes a browser send the request. */
export function refuseOtherPages(request: FastifyRequest): void {
  if (!isOfOtherPage(request)) return
  throw new Problem('not_permitted', detail('other_page', {}))
}

/**
 * Has the browser keep a session: out of reach of scripts, for this service's own pages alone, and
 * over safe connections alone, unless the service is on the same machine. The log tells whose it is.
 */
export function keepSession(
  request: FastifyRequest,
  reply: FastifyReply,
  { text, principal }: BegunSession,
): void {
  const { id, key } = principal
  request.log.info({ principal: id, key }, 'session begun')
  reply.setCookie(nameFor(request, 'ledger_session'), text, options(request, 'strict'))
}

export function dropSession(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(nameFor(request, 'ledger_session'), options(request, 'strict'))
}

/** Has the browser keep a login while its person is at the provider, from whose page it comes back. */
export function keepLogin(request: FastifyRequest, reply: FastifyReply, text: string): void {
  const kept = { ...options(request, 'lax'), maxAge: LOGIN_SECONDS }
  reply.setCookie(nameFor(request, 'ledger_login'), text, kept)
}

export function dropLogin(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(nameFor(request, 'ledger_login'), options(request, 'lax'))
}

/** An address of the service, as the browser has it. */
export function serviceAddress(request: FastifyRequest, path: string): URL {
  return new URL(path, `${isHere(request) ? 'http' : 'https'}://${request.headers.host}`)
}

function options(request: FastifyRequest, sameSite: 'strict' | 'lax') {
  return { path: '/', httpOnly: true, sameSite, secure: !isHere(request) } as const
}

/**
 * The full name of a cookie: over safe connections one that only this very host can set (RFC 6265bis,
 * 4.1.3.2), so that no neighbour under the same domain can slip in a session of its own.
 */
function nameFor(request: FastifyRequest, name: CookieName): string {
  return isHere(request) ? name : `__Host-${name}`
}

/** Tells if the service is addressed as this machine. */
function isHere({ headers: { host = '' } }: FastifyRequest): boolean {
  return LOOPBACK.test(host.toLowerCase())
}
