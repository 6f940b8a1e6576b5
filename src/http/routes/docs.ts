import type { FastifyInstance } from 'fastify'
import { problemsPage } from '../../problems-page.ts'

/** What the `type` of a problem refers to. */
export function docs(app: FastifyInstance): void {
  app.get('/docs/problems', async (_, reply) =>
    reply.type('text/markdown; charset=utf-8').send(problemsPage()),
  )
}
