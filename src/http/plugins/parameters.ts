import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { readAs, type SchemaFault } from '../../../events/schema-faults.ts'
import { type FaultyPart, problemAt } from '../../problem.ts'

/** Reads the parameters of a path and of a query by the schemas of their route, and no others. */
export function checkParameters(app: FastifyInstance): void {
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
