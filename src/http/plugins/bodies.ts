import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Problem, problemAt } from '../../problems/problem.ts'
import { type AnyReason, reason } from '../../words/reason.ts'
import type { ServingThread } from '../../workers/serving-thread.ts'
import { TooBusy } from '../../workers/turns.ts'
import { parseJson, parsingJson } from '../json/body.ts'
import { clientOf } from './client-of.ts'

/**
 * Reads bodies where they belong: of JSON by our own rules, as many at once as memory allows. Files to
 * import are not held in memory, and not counted.
 */
export function readBodies(app: FastifyInstance, thread: ServingThread): void {
  let held = 0
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) refuseOtherBodies(request)
    const bytes = announced(request)
    if (bytes <= SMALL) return
    if (held + bytes > MOST_HELD) {
      throw new TooBusy(`large bodies hold ${held} bytes, and may hold ${MOST_HELD}`)
    }
    held += bytes
    reply.raw.once('close', () => {
      held -= bytes
    })
  })
  readJsonBodies(app, thread)
}

/**
 * Refuses a body where none belongs, which nobody would look at, and one in an encoding: what comes
 * in is read as it is.
 */
function refuseOtherBodies({ method, headers }: FastifyRequest): void {
  const framing = headers['transfer-encoding'] === undefined ? 'Content-Length' : TRANSFER
  const length = headers['content-length'] ?? '0'
  const hasBody = framing === TRANSFER || Number(length) > 0
  if (hasBody && (method === 'GET' || method === 'HEAD')) {
    throw invalid('header_invalid', framing, reason('body_of_read', { method }))
  }
  const charset = /;\s*charset="?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1]
  if (hasBody && charset !== undefined && !/^(utf-?8|us-ascii)$/i.test(charset)) {
    throw invalid('media_type_unsupported', 'Content-Type', reason('charset_unknown', { charset }))
  }
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (encoding === 'identity') return
  throw invalid(
    'media_type_unsupported',
    'Content-Encoding',
    reason('encoding_unknown', { encoding }),
  )
}

const TRANSFER = 'Transfer-Encoding'

function invalid(
  code: 'header_invalid' | 'media_type_unsupported',
  header: string,
  what: AnyReason,
): Problem {
  return problemAt(code, [{ header, what }])
}

/** The most bytes of a body that is always read. */
const SMALL = 64 * 1024

/** The most bytes that larger bodies of JSON hold together, from their announcement to the reply. */
const MOST_HELD = 64 * 1024 * 1024

/** The bytes that a body of JSON may have; 0 without such a body. */
function announced({ headers, routeOptions }: FastifyRequest): number {
  const { 'content-type': type = '', 'content-length': length } = headers
  if (!/^application\/json\b/i.test(type)) return 0
  const most = routeOptions.bodyLimit ?? 0
  const given = headers['transfer-encoding'] === undefined ? Number(length ?? 0) : most
  return given > most ? 0 : given
}

/** Reads bodies of JSON by our own rules, and no others; large ones in pieces, among other requests. */
function readJsonBodies(app: FastifyInstance, thread: ServingThread): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) =>
      body.length > SMALL
        ? await thread.pieces(clientOf(request), parsingJson(body))
        : parseJson(body),
  )
}
