import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { ClauseOperation } from '../../../events/clause-operation.ts'
import { chunksOf } from '../../drafting/commands.ts'

/** Shorter lines fit in an event as they are. */
const LONG = 200 * 1024

/** Lines to be sent, and the line of the file from which each of them comes. */
export interface Divided {
  readonly lines: AsyncIterable<Uint8Array>
  /** @param sent the number of a line that was sent, from 1 */
  lineOf(sent: number): number
}

interface Command {
  readonly type?: unknown
  readonly id?: unknown
  readonly operations?: unknown
  readonly complete?: unknown
}

/**
 * The lines of a file of commands, those that are too large for one event cut into several: a
 * revision whose operations are too many goes on in `draft.operationsAdded`, and is completed by a
 * command of its own. The same file is always cut in the same way, so that an import can go on.
 */
export function divided(file: Readable): Divided {
  /** Lines that became several: the last line sent for each, and how many more than one it was. */
  const cut: { readonly last: number; readonly more: number }[] = []
  async function* lines(): AsyncGenerator<Uint8Array, void> {
    let sent = 0
    for await (const line of linesIn(file)) {
      const pieces = line.length <= LONG ? [line] : piecesOf(line)
      sent += pieces.length
      if (pieces.length > 1) cut.push({ last: sent, more: pieces.length - 1 })
      yield* pieces
    }
  }
  const lineOf = (sent: number) => {
    let line = sent
    for (const { last, more } of cut) {
      if (sent > last) line -= more
      else if (sent > last - more - 1) line -= sent - (last - more)
    }
    return line
  }
  return { lines: lines(), lineOf }
}

/** Lines as they stand, each with its line feed. */
async function* linesIn(file: Readable): AsyncGenerator<Uint8Array, void> {
  let rest: Uint8Array[] = []
  for await (const chunk of file as AsyncIterable<Uint8Array>) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end + 1)])
      rest = []
      from = end + 1
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}

/** The lines that record what one line says; the line itself if it cannot be cut. */
function piecesOf(line: Uint8Array): Uint8Array[] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(line)
    const commands = commandsIn(JSON.parse(text) as Command)
    return commands.length < 2 ? [line] : commands.map((each) => Buffer.from(`${each}\n`))
  } catch {
    // What is no UTF-8 or no JSON is for the service to refuse, by its line.
    return [line]
  }
}

/** The commands that record what one says, as JSON; fewer than two if it cannot be cut. */
function commandsIn(command: Command): string[] {
  const { type, operations } = command
  if (!Array.isArray(operations)) return []
  const [first = [], ...more] = chunksOf(operations as ClauseOperation[])
  if (more.length === 0) return []
  if (type === 'draft.operationsAdded')
    return [first, ...more].map((piece, at) => added(command, piece, at))
  if (type !== 'draft.revised') return []
  const end = {
    ...partOf(command),
    type: 'draft.revisionCompleted',
    ...idOf(command, more.length + 1),
  }
  return [
    JSON.stringify({ ...command, operations: first, complete: false }),
    ...more.map((piece, at) => added(command, piece, at + 1)),
    ...(command.complete === false ? [] : [JSON.stringify(end)]),
  ]
}

function added(command: Command, operations: readonly ClauseOperation[], at: number): string {
  const type = 'draft.operationsAdded'
  return JSON.stringify({ ...partOf(command), type, ...idOf(command, at), operations })
}

/** Members of a part beside its own: the revision that it is of, its date, and that of an archive. */
function partOf(command: Command) {
  const { occurred, revision, recordedAt } = command as Readonly<Record<string, unknown>>
  return { occurred, revision, ...(recordedAt !== undefined && { recordedAt }) }
}

/** The id of a part of a command that has one: the first keeps it, others have one made of it. */
function idOf({ id }: Command, at: number): { readonly id?: unknown } {
  if (typeof id !== 'string' || at === 0) return id === undefined ? {} : { id }
  const bytes = createHash('sha256').update(`${id} ${at}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') }
}
