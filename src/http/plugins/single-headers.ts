import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { problemAt } from '../../problem.ts'

/** Headers that say one thing, by their names in lower case: of two, which one counts is a guess. */
const SINGLE: Readonly<Record<string, string>> = {
  host: 'Host',
  authorization: 'Authorization',
  'content-type': 'Content-Type',
  'idempotency-key': 'Idempotency-Key',
  'log-key': 'Log-Key',
  'last-event-id': 'Last-Event-ID',
}

/**
 * Refuses a header that may be given once and is given twice, and a request without `Host` (RFC 9112,
 * 3.2): with a problem, where the server of Node would hang up or take the first.
 */
export function refuseRepeatedHeaders(app: FastifyInstance): void {
  // An expectation that nobody meets may be passed over (RFC 9110, 10.1.1).
  app.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    app.server.emit('request', request, response)
  })
  app.addHook('onRequest', async ({ raw: { rawHeaders } }) => {
    const names = rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase())
    const errors = Object.entries(SINGLE)
      .filter(([name]) => names.indexOf(name) !== names.lastIndexOf(name))
      .map(([, header]) => ({ header, what: 'is given more than once: send it once' }))
    if (!names.includes('host'))
      errors.push({
        header: 'Host',
        what: 'is missing: send the name that the service is addressed by',
      })
    if (errors.length === 0) return
    throw problemAt('header_invalid', errors)
  })
}
