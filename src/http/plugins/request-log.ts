import type { FastifyInstance } from 'fastify'
import { traceOf } from './request-id.ts'

/**
 * Access keys, and tokens of three parts in base64url, which are a mistake in an address; what a
 * provider says in the address to which a login returns; and the words that are searched for.
 */
const SECRET =
  /(?<=[?&]q=)[^&]*|ledger_[0-9a-f]{16}_[\w-]*|eyJ[\w-]+\.[\w-]+\.[\w-]*|(?<=^\/v1\/access\/login\/return\?).*/g

/** An address as it may be kept: without keys and tokens that a client has put into it. */
function withoutSecrets(url: string): string {
  return url.replace(SECRET, '***')
}

/** One line a request, with its id and never a body; and the id in every response. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('request-id', request.id)
    const { raw } = reply
    // The framework tells of the end of whole replies only, and of none that its reader left.
    raw.once('close', () => {
      request.log.info(
        {
          method: request.method,
          url: withoutSecrets(request.url),
          route: request.routeOptions.url,
          status: reply.statusCode,
          // Unknown where the request was refused before, or the address is for everybody.
          principal: request.principal?.id,
          milliseconds: Math.round(reply.elapsedTime * 10) / 10,
          ...(raw.writableFinished ? {} : { left: true }),
          ...traceOf(request.raw),
        },
        'request',
      )
    })
  })
}
