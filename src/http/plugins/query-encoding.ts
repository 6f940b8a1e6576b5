import type { FastifyInstance } from 'fastify'
import { problemAt } from '../../problem.ts'

/** Refuses parameters that are not percent-encoded UTF-8, which a lenient parser reads otherwise. */
export function refuseBrokenQueries(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ url }) => {
    const broken = url
      .slice(url.indexOf('?') + 1 || url.length)
      .split('&')
      .filter((pair) => !isText(pair))
    if (broken.length === 0) return
    const what = 'is not percent-encoded UTF-8: write % as %25, and other characters likewise'
    const faults = broken.map((pair) => ({ parameter: pair.split('=', 1)[0] as string, what }))
    throw problemAt('parameter_invalid', faults)
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
