import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/**
 * Headers of every reply, by which a browser keeps what it gets from here to itself: no page
 * elsewhere embeds it, guesses at its type, or learns where it was. A reply that is a page replaces
 * the policy, which lets it run and fetch nothing, by its own.
 */
export const SECURITY_HEADERS: ReadonlyMap<string, string> = new Map([
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
])

/** Sets the security headers before any hook can refuse the request, or any router. */
export function secureReplies(app: FastifyInstance): void {
  app.server.prependListener('request', (_: IncomingMessage, response: ServerResponse) => {
    response.setHeaders(SECURITY_HEADERS as Map<string, string>)
  })
}
