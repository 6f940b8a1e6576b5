import type { FastifyBaseLogger } from 'fastify'
import type { Problem } from '../problems/problem.ts'
import { problems } from '../problems/problems.ts'

/** One line for what kept the service from answering: with its stack only where the fault is ours. */
export function logFailure(
  log: FastifyBaseLogger,
  error: unknown,
  { code, message }: Problem,
): void {
  const { status } = problems[code]
  if (status === 500) log.error({ err: error }, code)
  else if (status > 500) log.warn({ detail: message }, code)
}
