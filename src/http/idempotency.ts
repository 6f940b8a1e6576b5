import type { FastifyRequest } from 'fastify'
import { problemAt } from '../problems/problem.ts'
import { reason } from '../words/reason.ts'

/**
 * The key by which a retry of this request is recognised for ever, verbatim; undefined
 * without that header. (The IETF draft has it as a quoted string; the quotes, if any, are part of the key.)
 *
 * @throws {Problem} `header_invalid`: blank, too long, or more than printable ASCII.
 */
export function idempotencyKey({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key === 'string' && /^[\x20-\x7e]{1,255}$/.test(key) && key.trim() !== '') return key
  const what = reason('not_an_idempotency_key', {})
  throw problemAt('header_invalid', [{ header: 'Idempotency-Key', what }])
}
