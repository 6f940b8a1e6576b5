import type { FastifyInstance } from 'fastify'
import { type Metrics, measure } from '../../metrics/metrics.ts'

/** Measures requests by the template of their route; of streams, only how many there are. */
export function measureRequests(app: FastifyInstance, { requests, streams }: Metrics): void {
  app.addHook('preHandler', async ({ routeOptions }, reply) => {
    if (routeOptions.config.operation?.endless !== true) return
    measure(() => streams.inc())
    reply.raw.once('close', () => measure(() => streams.dec()))
  })
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const { url: route = 'none', config } = routeOptions
    if (config.operation?.endless === true && reply.statusCode === 200) return
    const labels = { method, route, status: reply.statusCode }
    measure(() => requests.observe(labels, reply.elapsedTime / 1000))
  })
}
