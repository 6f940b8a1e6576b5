import type { ImportReply } from '../../http/import/reply.ts'
import { Failure, type ProblemReply, Refusal } from '../failure.ts'
import type { Io } from '../terminal/io.ts'
import { progressOn } from '../terminal/progress.ts'
import { linesOf } from './lines.ts'

/** What came of an import, in numbers. */
export interface Summary {
  readonly events: number
  /** How many of these had been recorded before. */
  readonly replayed: number
}

/**
 * Follows what the service tells of an import, line by line, to its end.
 *
 * @param lines how many the file has
 * @throws {Refusal} a line was refused: its faults name the lines.
 * @throws {Failure} the answer broke off.
 */
export async function followImport(response: Response, lines: number, io: Io): Promise<Summary> {
  const progress = progressOn(io)
  const refused: { readonly line: number; readonly problem: ProblemReply }[] = []
  try {
    for await (const text of linesOf(response)) {
      const reply = JSON.parse(text) as ImportReply
      if (reply.kind === 'progress') progress.show(`${reply.line} of ${lines} lines`)
      if (reply.kind === 'refused') refused.push(reply as unknown as (typeof refused)[number])
      if (reply.kind !== 'summary') continue
      if (reply.complete) return reply
      progress.clear()
      io.note(`${reply.line} of ${lines} lines are recorded.`)
      const problem = (reply.problem as ProblemReply | undefined) ?? refused[0]?.problem
      if (problem === undefined) break
      throw new Refusal({ ...problem, errors: refused.flatMap(inItsLine) })
    }
  } finally {
    progress.clear()
  }
  throw new Failure('The answer broke off before its end.')
}

function inItsLine({ line, problem }: { line: number; problem: ProblemReply }) {
  const { errors = [], detail } = problem
  if (errors.length === 0) return [{ pointer: `line ${line}`, detail }]
  return errors.map((fault) => {
    const at = fault.pointer ?? fault.parameter ?? fault.header ?? ''
    const rest = fault.detail.startsWith(at) ? fault.detail.slice(at.length) : fault.detail
    const pointer = `line ${line}${at && `, ${at}`}`
    return { pointer, detail: rest.replace(/^:? /, '') }
  })
}
