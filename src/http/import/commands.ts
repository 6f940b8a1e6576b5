import type { Answer } from '../../ledger/receipt.ts'
import { Refused } from '../../ledger/refused.ts'
import type { WriteRequest } from '../../ledger/request.ts'
import { Problem, problemAt } from '../../problems/problem.ts'
import { reason } from '../../words/reason.ts'
import { parseJson } from '../json/body.ts'
import type { Chunk } from './chunks.ts'
import { MAX_LINE_BYTES, type NumberedLine } from './lines.ts'
import { type LineProblem, problemsOfLines } from './refused-lines.ts'

/** The outcome of a chunk: it is in the ledger, or some of its lines are refused. */
export type ImportOutcome =
  | { readonly chunk: Chunk; readonly answer: Answer }
  | { readonly refused: readonly LineProblem[] }

/** The recording of a file. */
export interface Importing extends Omit<WriteRequest, 'commands'> {
  readonly write: (request: WriteRequest) => Promise<Answer>
}

/**
 * Records a chunk of commands, one a line: all of them or none. The key of the file and the number
 * of the chunk make the key of its request, so that a file sent again finds what it recorded.
 *
 * @throws as `Ledgers.write`, where it is not about lines.
 */
export async function importChunk(chunk: Chunk, importing: Importing): Promise<ImportOutcome> {
  const { write, idempotencyKey, ifMatch, ...how } = importing
  const { commands, refused } = read(chunk.lines)
  if (refused.length > 0) return { refused }
  const key = commands.some(hasId) ? undefined : keyOf(idempotencyKey, chunk)
  const expected = chunk.index === 0 ? ifMatch : undefined
  try {
    const request = { ...how, commands, idempotencyKey: key, ifMatch: expected }
    return { chunk, answer: await write(request) }
  } catch (error) {
    const refused = error instanceof Refused ? problemsOfLines(error, chunk.lines) : undefined
    if (refused === undefined) throw error
    return { refused }
  }
}

/** No client can send it as a key of its own: a header has ASCII only. */
function keyOf(key: string | undefined, { index }: Chunk): string | undefined {
  return key === undefined ? undefined : `${key} · ${index}`
}

/** A command with an id of its recorder's is recognised by that. */
function hasId(command: unknown): boolean {
  return typeof command === 'object' && command !== null && Object.hasOwn(command, 'id')
}

function read(lines: readonly NumberedLine[]) {
  const commands: unknown[] = []
  const refused: LineProblem[] = []
  for (const { number: line, bytes } of lines) {
    try {
      if (bytes === undefined) throw tooLong()
      commands.push(parseJson(bytes, { line, whole: 'command' }))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused.push({ line, problem: error })
    }
  }
  return { commands, refused }
}

function tooLong(): Problem {
  const what = reason('line_too_long', { most: MAX_LINE_BYTES })
  return problemAt('event_too_large', [{ pointer: '', what }], 'command')
}
