import type { IncomingMessage } from 'node:http'
import type { ImportReply } from '../../http/import/reply.ts'
import { Failure, type FaultReply, helpOf, type ProblemBody, RefusedFailure } from '../failure.ts'
import type { Io } from '../terminal/io.ts'
import { progressOn } from '../terminal/progress.ts'
import { linesOfReply } from './lines.ts'

/** The outcome of an import, in numbers. */
export interface Summary {
  readonly events: number
  /** The number of these that had been recorded before. */
  readonly replayed: number
}

interface RefusedLine {
  readonly line: number
  readonly problem: ProblemBody
}

/**
 * Follows what the service tells of an import, line by line, to its end.
 *
 * @param lines how many the file has
 * @param lineOf the line of the file for a line that was sent
 * @throws {RefusedFailure} a line was refused: its faults name the lines.
 * @throws {Failure} the answer broke off.
 */
export async function followImport(
  response: IncomingMessage,
  lines: number,
  io: Io,
  lineOf: (sent: number) => number = (sent) => sent,
): Promise<Summary> {
  const progress = progressOn(io)
  const refused: RefusedLine[] = []
  try {
    for await (const text of linesOfReply(response)) {
      const told = JSON.parse(text) as ImportReply
      const reply = { ...told, line: lineOf(told.line) }
      if (reply.kind === 'progress') progress.show(`${reply.line} of ${lines} lines`)
      if (reply.kind === 'refused') refused.push(reply as unknown as RefusedLine)
      if (reply.kind !== 'summary') continue
      if (reply.complete) return reply
      const problem = (reply.problem as ProblemBody | null) ?? refused[0]?.problem
      if (problem === undefined) break
      throw refusalOf(problem, refused, { recorded: reply.line, lines })
    }
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(`${BROKEN_OFF} (${(error as Error).message}).`)
  } finally {
    progress.clear()
  }
  throw new Failure(`${BROKEN_OFF}.`)
}

const BROKEN_OFF = 'The answer broke off before its end'

/** The end of an import: the problem, its place in the file, and the part that is recorded. */
function refusalOf(
  problem: ProblemBody,
  refused: readonly RefusedLine[],
  { recorded, lines }: { recorded: number; lines: number },
): RefusedFailure {
  const help = helpOf(problem.code)?.replace(' Nothing was written.', '') ?? ''
  const told =
    recorded === 0 ? 'Nothing was written.' : `${recorded} of ${lines} lines are recorded.`
  const errors = refused.length > 0 ? refused.flatMap(inItsLine) : (problem.errors ?? [])
  return new RefusedFailure(
    { ...problem, errors, recordedLines: recorded },
    `${help} ${told}`.trim(),
  )
}

function inItsLine({ line, problem }: RefusedLine): FaultReply[] {
  const { errors = [], detail } = problem
  return errors.length === 0 ? [{ line, detail }] : errors.map((fault) => ({ line, ...fault }))
}
