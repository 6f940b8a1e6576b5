import type { FastifyBaseLogger } from 'fastify'
import { type Problem, problemDetails } from '../../problems/problem.ts'
import type { Language } from '../../words/language.ts'
import { ClientLeft } from '../leaving.ts'
import { logFailure } from '../log-failure.ts'
import { problemOf } from '../problem-of.ts'
import type { Chunk } from './chunks.ts'
import { type Importing, importChunk } from './commands.ts'
import type { ImportReply } from './reply.ts'

interface Telling {
  /** Id of the HTTP request. */
  readonly instance: string
  readonly log: FastifyBaseLogger
  /** That of the client. */
  readonly language: Language
}

/** Imports chunks until one is refused or fails, and tells line by line what came of them. */
export async function* told(
  chunks: AsyncIterable<Chunk>,
  importing: Importing,
  { instance, log, language }: Telling,
): AsyncGenerator<ImportReply, void> {
  const dryRun = importing.dryRun === true
  let sum = { line: 0, events: 0, replayed: 0, revision: null as number | null }
  const end = (complete: boolean, problem?: Problem): ImportReply => ({
    kind: 'summary',
    complete,
    dryRun,
    ...sum,
    problem: problem === undefined ? null : problemDetails(problem, instance, language),
  })
  try {
    for await (const chunk of chunks) {
      const outcome = await importChunk(chunk, importing)
      if ('refused' in outcome) {
        for (const { line, problem } of outcome.refused) {
          yield { kind: 'refused', line, problem: problemDetails(problem, instance, language) }
        }
        return yield end(false)
      }
      const { events, head, replayed } = outcome.answer.receipt
      const line = chunk.lines.at(-1)?.number as number
      sum = {
        line,
        events: sum.events + events.length,
        replayed: sum.replayed + (replayed ? events.length : 0),
        revision: head,
      }
      yield { kind: 'progress', line, revision: head, replayed }
    }
    yield end(true)
  } catch (error) {
    if (error instanceof ClientLeft) return
    const problem = problemOf(error)
    logFailure(log, error, problem)
    yield end(false, problem)
  }
}
