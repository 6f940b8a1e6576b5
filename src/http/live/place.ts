import type { FastifyRequest } from 'fastify'
import { type Fault, Problem } from '../../problem.ts'
import type { ProblemCode } from '../../problems.ts'

/** The place at which a reader goes on, and what to say where that is no place. */
export interface Place {
  readonly after: string | undefined
  refused(detail: string): Problem
}

/**
 * After what the reader wants to go on: `Last-Event-ID`, which a browser sends when it connects
 * again, before the parameter `after`, which stays in the address of its first connection.
 */
export function placeOf({ headers }: FastifyRequest, after: string | undefined): Place {
  const last = headers['last-event-id']
  if (typeof last !== 'string' || last === '') {
    return { after, refused: refusal('parameter_invalid', 'after', (f) => ({ parameter: f })) }
  }
  const header = refusal('header_invalid', 'Last-Event-ID', (f) => ({ header: f }))
  return { after: last, refused: header }
}

function refusal(
  code: ProblemCode,
  name: string,
  fault: (name: string) => { parameter: string } | { header: string },
) {
  return (detail: string) => {
    const errors: Fault[] = [{ ...fault(name), detail }]
    return new Problem(code, `${name} ${detail}.`, { errors })
  }
}
