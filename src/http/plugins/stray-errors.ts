import { AsyncLocalStorage } from 'node:async_hooks'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answer } from './problems.ts'

interface Served {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

const served = new AsyncLocalStorage<Served>()

/** Has all that follows from a request know which one it is. */
export function followRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    served.run({ request, reply }, done)
  })
}

/**
 * Fails the request in the course of which an error was thrown that nobody handled: with a 500, or by
 * hanging up where the reply has begun.
 *
 * @returns false where that was in the course of no request.
 */
export function failRequest(error: unknown): boolean {
  const one = served.getStore()
  if (one === undefined) return false
  const { request, reply } = one
  const { closed, headersSent } = reply.raw
  if (!closed && !headersSent) answer(error, request, reply)
  else {
    request.log.error({ err: error }, 'internal_error')
    if (!closed) reply.raw.destroy()
  }
  return true
}
