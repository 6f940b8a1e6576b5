import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { operation } from '../openapi/operation.ts'
import { retry } from '../problem-of.ts'
import type { Service } from '../service.ts'

const live = operation({
  id: 'isLive',
  tag: 'Service',
  summary: 'Whether the process runs',
  replies: {
    200: { description: 'It does', schema: z.strictObject({ status: z.literal('live') }) },
  },
  problems: [],
  examples: [{}],
})

const ready = operation({
  id: 'isReady',
  tag: 'Service',
  summary: 'Whether the store can serve',
  replies: {
    200: { description: 'It can', schema: z.strictObject({ status: z.literal('ready') }) },
  },
  problems: ['store_unavailable'],
  examples: [{}],
})

/** Whether the process runs, and whether it can serve; neither concerns any ledger. */
export function health(app: FastifyInstance, { store }: Service): void {
  app.get('/health/live', live, async (_, reply) => {
    return reply.header('cache-control', 'no-store').send({ status: 'live' })
  })

  app.get('/health/ready', ready, async (request, reply) => {
    try {
      await store.ready()
    } catch (error) {
      request.log.warn({ err: error }, 'not ready')
      throw retry('store_unavailable', 'The store is not ready.')
    }
    return reply.header('cache-control', 'no-store').send({ status: 'ready' })
  })
}
