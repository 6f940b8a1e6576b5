import type { FastifyInstance } from 'fastify'
import { parseJson } from '../json/body.ts'

/** Reads bodies of JSON by our own rules, and no others. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    async (_: unknown, body: Buffer) => parseJson(body),
  )
}
