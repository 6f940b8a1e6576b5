import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../../problems/problem.ts'
import { detail } from '../../words/detail.ts'
import { clientOf } from './client-of.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Counts a request whose credentials stand for nobody; absent where requests are not counted.
     *
     * @throws {Problem} `rate_limited`.
     */
    countUnknown?: (request: FastifyRequest) => Promise<void>
  }
}

/** Routes that an orchestrator asks, however often it does. */
const FREE = /^\/(health\/|metrics$)/

/**
 * Limits the requests that each client may make in a minute to the routes added to later scopes; what is
 * left is told in the RateLimit headers. Requests whose credentials stand for nobody are counted
 * apart, by their address: nobody tries out keys without end.
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
    errorResponseBuilder: (_, { max, ttl }) => refusal(max, Math.ceil(ttl / 1000)),
  })
  app.after(() => {
    const count = app.createRateLimit({ keyGenerator: ({ ip }) => `unknown ${ip}` })
    app.decorate('countUnknown', async (request) => {
      const limit = await count(request)
      if (limit.isAllowed || !limit.isExceeded) return
      const { max, ttlInSeconds: seconds } = limit
      throw refusal(max, seconds, { 'retry-after': String(seconds) })
    })
  })
}

function refusal(most: number, seconds: number, headers: Record<string, string> = {}): Problem {
  return new Problem('rate_limited', detail('rate_limited', { most, seconds }), { headers })
}
