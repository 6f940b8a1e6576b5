import type { FastifyInstance } from 'fastify'
import { type Problem, problemAt } from '../../problem.ts'

/**
 * Refuses a body where none belongs, which nobody would look at, and one in an encoding: what comes
 * in is read as it is.
 */
export function refuseOtherBodies(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ method, headers, is404 }) => {
    if (is404) return
    const framing = headers['transfer-encoding'] === undefined ? 'Content-Length' : TRANSFER
    const length = headers['content-length'] ?? '0'
    const hasBody = framing === TRANSFER || Number(length) > 0
    if (hasBody && (method === 'GET' || method === 'HEAD')) {
      throw invalid(
        'header_invalid',
        framing,
        `announces a body, and ${method} has none here: send none`,
      )
    }
    const charset = /;\s*charset="?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1]
    if (hasBody && charset !== undefined && !/^(utf-?8|us-ascii)$/i.test(charset)) {
      throw invalid(
        'media_type_unsupported',
        'Content-Type',
        `must name UTF-8 as its charset, or none, not ${charset}`,
      )
    }
    const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
    if (encoding === 'identity') return
    throw invalid(
      'media_type_unsupported',
      'Content-Encoding',
      `must be identity, or left out, not ${encoding}`,
    )
  })
}

const TRANSFER = 'Transfer-Encoding'

function invalid(
  code: 'header_invalid' | 'media_type_unsupported',
  header: string,
  what: string,
): Problem {
  return problemAt(code, [{ header, what }])
}
