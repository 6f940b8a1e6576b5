import type { FastifyInstance } from 'fastify'
import { retry } from '../problem-of.ts'
import type { Service } from '../service.ts'

/** Whether the process runs, and whether it can serve; neither concerns any ledger. */
export function health(app: FastifyInstance, { store }: Service): void {
  app.get('/health/live', async (_, reply) => {
    return reply.header('cache-control', 'no-store').send({ status: 'live' })
  })

  app.get('/health/ready', async (request, reply) => {
    try {
      await store.ready()
    } catch (error) {
      request.log.warn({ err: error }, 'not ready')
      throw retry('store_unavailable', 'The store is not ready.')
    }
    return reply.header('cache-control', 'no-store').send({ status: 'ready' })
  })
}
