import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/**
 * Names of the cookie: over safe connections one that only this very host can set (RFC 6265bis,
 * 4.1.3.2), so that no neighbour under the same domain can slip in a session of its own.
 */
const NAMES = { safe: '__Host-ledger_session', here: 'ledger_session' } as const

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
  return request.server.parseCookie(header)[nameFor(request)]
}

/**
 * Tells if a page of another origin makes a browser send the request: by `Sec-Fetch-Site`, and where a
 * browser does not send that by `Origin`, which comes with whatever is not a mere read.
 */
export function isOfOtherPage({ headers }: FastifyRequest): boolean {
  const { host, origin, 'sec-fetch-site': site } = headers
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  return origin !== undefined && URL.parse(origin)?.host !== host
}

/**
 * Has the browser keep a session: out of reach of scripts, for this service's own pages alone, and
 * over safe connections alone, unless the service is on the same machine.
 */
export function keepSession(request: FastifyRequest, reply: FastifyReply, text: string): void {
  reply.setCookie(nameFor(request), text, options(request))
}

export function dropSession(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(nameFor(request), options(request))
}

function options(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: !isHere(request) } as const
}

function nameFor(request: FastifyRequest): string {
  return isHere(request) ? NAMES.here : NAMES.safe
}

/** Tells if the service is addressed as this machine. */
function isHere({ headers: { host = '' } }: FastifyRequest): boolean {
  return LOOPBACK.test(host.toLowerCase())
}
