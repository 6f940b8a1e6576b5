import { MAX_REQUEST_EVENTS } from '../../ledger/limits.ts'
import type { NumberedLine } from './lines.ts'

/**
 * The most that the lines of a chunk hold together, in bytes, unless it is a single line: little
 * enough that any store appends the events made of them at once.
 */
const MAX_CHUNK_BYTES = 256 * 1024

/** Lines that are recorded by one request, all or none. */
export interface Chunk {
  /** Its number in the file, from 0. */
  readonly index: number
  /** At least one. */
  readonly lines: readonly NumberedLine[]
}

/** Divides lines into chunks, the same file always in the same way. */
export async function* chunksOfLines(
  lines: AsyncIterable<NumberedLine>,
): AsyncGenerator<Chunk, void> {
  let index = 0
  let chunk: NumberedLine[] = []
  let size = 0
  for await (const line of lines) {
    const bytes = line.bytes?.length ?? 0
    const isFull = chunk.length === MAX_REQUEST_EVENTS || size + bytes > MAX_CHUNK_BYTES
    if (isFull && chunk.length > 0) {
      yield { index, lines: chunk }
      index += 1
      chunk = []
      size = 0
    }
    chunk.push(line)
    size += bytes
  }
  if (chunk.length > 0) yield { index, lines: chunk }
}
