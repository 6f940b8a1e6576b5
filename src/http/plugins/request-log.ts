import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Metrics, measure } from '../../metrics/metrics.ts'
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

/**
 * One line a request, with its id and never a body, and its time by the template of its route in the
 * metrics; the id in every response. Of streams, the metrics have only how many there are.
 */
export function observeRequests(app: FastifyInstance, { requests, streams }: Metrics): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('request-id', request.id)
    const { raw } = reply
    // The framework tells of the end of whole replies only, and of none that its reader left.
    raw.once('close', () => {
      const { url: route, config } = request.routeOptions
      const isStream = config.operation?.endless === true && reply.statusCode === 200
      if (raw.writableFinished && !isStream) {
        const labels = { method: request.method, route: route ?? 'none', status: reply.statusCode }
        measure(() => requests.observe(labels, reply.elapsedTime / 1000))
      }
      request.log.info(
        {
          method: request.method,
          url: withoutSecrets(request.url),
          route,
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
  app.addHook('onRoute', (route) => {
    if (route.config?.operation?.endless !== true) return
    const count = async (_: FastifyRequest, { raw }: FastifyReply) => {
      measure(() => streams.inc())
      raw.once('close', () => measure(() => streams.dec()))
    }
    route.preHandler = [...[route.preHandler ?? []].flat(), count]
  })
}
