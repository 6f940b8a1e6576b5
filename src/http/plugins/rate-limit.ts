import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../../problem.ts'
import { clientOf } from './client-of.ts'

/** Routes that an orchestrator asks, however often it does. */
const FREE = /^\/(health\/|metrics$)/

/**
 * Limits the requests that each client may make in a minute to the routes added to later scopes; what is
 * left is told in the RateLimit headers.
 *
 * @param perMinute 0: as many as it likes
 */
export function limitRate(app: FastifyInstance, perMinute: number): void {
  if (perMinute === 0) return
  app.register(rateLimit, {
    max: perMinute,
    timeWindow: 60_000,
    // Counted after the sender is known.
    keyGenerator: clientOf,
    enableDraftSpec: true,
    allowList: ({ routeOptions }) => FREE.test(routeOptions.url ?? ''),
    errorResponseBuilder: (_, { max, after }) =>
      new Problem(
        'rate_limited',
        `${max} requests a minute are allowed; there are more in ${after}.`,
      ),
  })
}
