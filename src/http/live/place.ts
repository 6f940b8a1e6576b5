import type { FastifyRequest } from 'fastify'
import { type Problem, problemAt } from '../../problems/problem.ts'
import type { AnyReason } from '../../words/reason.ts'

/** The place at which a reader goes on, and what to say where that is no place. */
export interface StreamPlace {
  readonly after: string | undefined
  refused(what: AnyReason): Problem
}

/**
 * After what the reader wants to go on: `Last-Event-ID`, which a browser sends when it connects
 * again, before the parameter `after`, which stays in the address of its first connection.
 */
export function streamPlaceOf({ headers }: FastifyRequest, after: string | undefined): StreamPlace {
  const last = headers['last-event-id']
  if (typeof last !== 'string' || last === '') {
    const refused = (what: AnyReason) =>
      problemAt('parameter_invalid', [{ parameter: 'after', what }])
    return { after, refused }
  }
  const refused = (what: AnyReason) =>
    problemAt('header_invalid', [{ header: 'Last-Event-ID', what }])
  return { after: last, refused }
}
