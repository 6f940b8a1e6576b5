import type { FastifyInstance } from 'fastify'

/** Aborts when the service begins to stop, so that what would go on for ever ends. */
export function whenStopping(app: FastifyInstance): AbortSignal {
  const stopping = new AbortController()
  app.addHook('preClose', async () => stopping.abort())
  return stopping.signal
}
