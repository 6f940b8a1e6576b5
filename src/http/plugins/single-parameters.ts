import type { FastifyInstance } from 'fastify'
import { Problem } from '../../problem.ts'

/** Refuses a query parameter that is given more than once: no parameter here is a list. */
export function refuseRepeatedParameters(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ query }) => {
    const errors = Object.entries(query as object)
      .filter(([, value]) => Array.isArray(value))
      .map(([parameter]) => ({ parameter, detail: 'is given more than once' }))
    if (errors.length === 0) return
    const list = errors.map(({ parameter, detail }) => `${parameter} ${detail}`).join('; ')
    throw new Problem('parameter_invalid', `In the query: ${list}.`, { errors })
  })
}
