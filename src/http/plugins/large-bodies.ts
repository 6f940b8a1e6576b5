import type { FastifyInstance, FastifyRequest } from 'fastify'
import { TooBusy } from '../../workers/turns.ts'

/** The most bytes of a body that is always read. */
const SMALL = 64 * 1024

/** The most bytes that larger bodies hold together, from their announcement to the reply. */
const MOST_HELD = 64 * 1024 * 1024

/**
 * Refuses large bodies of JSON while those that are being read or worked on hold as much memory as
 * the service has for them. Files to import are not held in memory, and not counted.
 */
export function limitLargeBodies(app: FastifyInstance): void {
  let held = 0
  app.addHook('preParsing', async (request, reply) => {
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
}

/** The bytes that a body of JSON may have; 0 without such a body. */
function announced({ headers, routeOptions }: FastifyRequest): number {
  const { 'content-type': type = '', 'content-length': length } = headers
  if (!/^application\/json\b/i.test(type)) return 0
  const most = routeOptions.bodyLimit ?? 0
  const given = headers['transfer-encoding'] === undefined ? Number(length ?? 0) : most
  return given > most ? 0 : given
}
