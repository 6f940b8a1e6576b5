import type { FastifyInstance } from 'fastify'
import { problemAt } from '../../problem.ts'

/** Refuses a query parameter that is given more than once: no parameter here is a list. */
export function refuseRepeatedParameters(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ query }) => {
    const errors = Object.entries(query as object)
      .filter(([, value]) => Array.isArray(value))
      .map(([parameter]) => ({ parameter, what: 'is given more than once: send it once' }))
    if (errors.length === 0) return
    throw problemAt('parameter_invalid', errors)
  })
}
