import type { FastifyInstance } from 'fastify'
import { Problem } from '../../problem.ts'

/** Refuses parameters that are not percent-encoded UTF-8, which a lenient parser reads otherwise. */
export function refuseBrokenQueries(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ url }) => {
    const broken = url
      .slice(url.indexOf('?') + 1 || url.length)
      .split('&')
      .filter((pair) => !isText(pair))
    if (broken.length === 0) return
    const detail = 'is not percent-encoded UTF-8'
    const errors = broken.map((pair) => ({ parameter: pair.split('=', 1)[0] as string, detail }))
    const list = errors.map(({ parameter }) => `${parameter} ${detail}`).join('; ')
    throw new Problem('parameter_invalid', `In the query: ${list}.`, { errors })
  })
}

function isText(encoded: string): boolean {
  try {
    decodeURIComponent(encoded)
    return true
  } catch {
    return false
  }
}
