import { PassThrough, type Readable } from 'node:stream'
import type { FastifyBaseLogger } from 'fastify'
import { problemDetails } from '../problems/problem.ts'
import type { Language } from '../words/language.ts'
import type { Tell } from '../workers/job.ts'
import { ClientLeft } from './leaving.ts'
import { logFailure } from './log-failure.ts'
import { problemOf } from './problem-of.ts'

interface Telling {
  /** Id of the HTTP request. */
  readonly instance: string
  readonly log: FastifyBaseLogger
  /** That of the client. */
  readonly language: Language
}

/** Lines of NDJSON for work that takes its time: how far it is, and last its answer or its problem. */
export function withProgress(
  work: (tell: Tell) => Promise<object>,
  { instance, log, language }: Telling,
): Readable {
  const lines = new PassThrough()
  const put = (line: object) => lines.write(`${JSON.stringify(line)}\n`)
  const refuse = (error: unknown) => {
    if (error instanceof ClientLeft) return
    const problem = problemOf(error)
    logFailure(log, error, problem)
    put({ kind: 'refused', problem: problemDetails(problem, instance, language) })
  }
  void work((progress) => put({ kind: 'progress', ...progress }))
    .then((answer) => put({ kind: 'matched', answer }))
    .catch(refuse)
    .finally(() => lines.end())
  return lines
}
