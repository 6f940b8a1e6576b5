import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const NAME = 'ledger_session'

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
  return request.server.parseCookie(header)[NAME]
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
  reply.setCookie(NAME, text, options(request))
}

export function dropSession(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(NAME, options(request))
}

function options({ headers: { host = '' } }: FastifyRequest) {
  const secure = !LOOPBACK.test(host.toLowerCase())
  return { path: '/', httpOnly: true, sameSite: 'strict', secure } as const
}
