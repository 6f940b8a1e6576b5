import type { FastifyInstance } from 'fastify'
import type { Documented } from '../openapi/document.ts'

/** The operations of all routes that are added from here on, as they are added. */
export function collectOperations(app: FastifyInstance): readonly Documented[] {
  const found: Documented[] = []
  app.addHook('onRoute', ({ url, method, config }) => {
    if (config?.operation === undefined || method === 'HEAD') return
    found.push({ method: String(method).toLowerCase(), path: url, operation: config.operation })
  })
  return found
}
