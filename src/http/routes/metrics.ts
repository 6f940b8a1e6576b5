import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../../metrics/metrics.ts'
import { operation } from '../openapi/operation.ts'

const described = operation({
  id: 'getMetrics',
  tag: 'Service',
  summary: 'The figures of the service, for Prometheus',
  replies: { 200: { description: 'In its text format', mediaType: 'text/plain' } },
  problems: [],
  examples: [{}],
})

export function metricsRoute(app: FastifyInstance, metrics: Metrics): void {
  app.get('/metrics', described, async (_, reply) => {
    const { type, text } = await metrics.text()
    return reply.header('cache-control', 'no-store').type(type).send(text)
  })
}
