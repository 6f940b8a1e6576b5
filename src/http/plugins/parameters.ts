import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { readAs, type SchemaFault } from '../../../events/schema-faults.ts'
import { type FaultyPart, problemAt } from '../../problem.ts'
import { isPercentEncoded } from '../problem-of.ts'

/**
 * Reads the parameters of a path and of a query by the schemas of their route, and no others: each
 * once, in percent-encoded UTF-8.
 */
export function checkParameters(app: FastifyInstance): void {
  refuseBrokenQueries(app)
  refuseRepeatedParameters(app)
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (given) => {
    const { data, faults } = readAs(schema, given, 'parameter')
    if (faults === undefined) return { value: data }
    return { error: problemAt('parameter_invalid', faults.map(ofParameter)) }
  })
}

function ofParameter({ path: [name, ...inner], what }: SchemaFault): FaultyPart {
  const within = inner.length === 0 ? '' : `has a part ${inner.join('.')} that `
  return { parameter: String(name), what: within + what }
}

/** Refuses parameters that are not percent-encoded UTF-8, which a lenient parser reads otherwise. */
function refuseBrokenQueries(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ url }) => {
    const broken = url
      .slice(url.indexOf('?') + 1 || url.length)
      .split('&')
      .filter((pair) => !isPercentEncoded(pair))
    if (broken.length === 0) return
    const what = 'is not percent-encoded UTF-8: write % as %25, and other characters likewise'
    const faults = broken.map((pair) => ({ parameter: pair.split('=', 1)[0] as string, what }))
    throw problemAt('parameter_invalid', faults)
  })
}

/** Refuses a query parameter that is given more than once: no parameter here is a list. */
function refuseRepeatedParameters(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ query }) => {
    const errors = Object.entries(query as object)
      .filter(([, value]) => Array.isArray(value))
      .map(([parameter]) => ({ parameter, what: 'is given more than once: send it once' }))
    if (errors.length === 0) return
    throw problemAt('parameter_invalid', errors)
  })
}
