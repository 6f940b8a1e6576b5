import type { FastifyInstance } from 'fastify'
import { traceOf } from './request-id.ts'

/** One line a request, with its id and never a body; and the id in every response. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        url: request.url,
        route: request.routeOptions.url,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        ...traceOf(request.raw),
      },
      'request',
    )
  })
}
