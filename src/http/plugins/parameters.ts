import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { readAs, type SchemaFault } from '../../../events/schema-faults.ts'
import { type FaultyPart, problemAt } from '../../problems/problem.ts'
import { reason } from '../../words/reason.ts'
import { isPercentEncoded } from '../problem-of.ts'

/**
 * Reads the parameters of a path and of a query by the schemas of their route, and no others: each
 * once, in percent-encoded UTF-8.
 */
export function checkParameters(app: FastifyInstance): void {
  refuseBrokenQueries(app)
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (given) => {
    const repeated = repeatedIn(given as object)
    if (repeated.length > 0) return { error: problemAt('parameter_invalid', repeated) }
    const { data, faults } = readAs(schema, given, 'parameter')
    if (faults === undefined) return { value: data }
    return { error: problemAt('parameter_invalid', faults.map(ofParameter)) }
  })
}

function ofParameter({ path: [name, ...inner], what }: SchemaFault): FaultyPart {
  const parameter = String(name)
  if (inner.length === 0) return { parameter, what }
  return { parameter, what: reason('part_at_fault', { part: inner.join('.'), what }) }
}

/** Refuses parameters that are not percent-encoded UTF-8, which a lenient parser reads otherwise. */
function refuseBrokenQueries(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ url }) => {
    if (!url.includes('%')) return
    const broken = url
      .slice(url.indexOf('?') + 1 || url.length)
      .split('&')
      .filter((pair) => !isPercentEncoded(pair))
    if (broken.length === 0) return
    const what = reason('not_percent_encoded', {})
    const faults = broken.map((pair) => ({ parameter: pair.split('=', 1)[0] as string, what }))
    throw problemAt('parameter_invalid', faults)
  })
}

/** The parameters that are given more than once: none here is a list. */
function repeatedIn(given: object): FaultyPart[] {
  const faults: FaultyPart[] = []
  for (const [parameter, value] of Object.entries(given)) {
    if (!Array.isArray(value)) continue
    faults.push({ parameter, what: reason('repeated', {}) })
  }
  return faults
}
