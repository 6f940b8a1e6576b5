import { MAX_LINE } from './verifier.ts'

/** The lines of a file cannot be told apart. */
export class LineBroken extends Error {}

const LINE_FEED = 0x0a

/** The lines of a file, one by one, as {@link linesInPieces}. @throws {LineBroken} */
export async function* textLinesOf(file: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void> {
  for await (const lines of linesInPieces(file)) yield* lines
}

/**
 * The lines of a file as it is read, without their line feeds: those of one piece at a time, and no
 * more in memory than that and one line. The last one ends with a line feed too.
 *
 * @throws {LineBroken} one does not, or is too long.
 */
export async function* linesInPieces(
  file: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly Buffer[], void> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of file) {
    const bytes =
      rest.length === 0
        ? Buffer.from(piece.buffer, piece.byteOffset, piece.length)
        : Buffer.concat([rest, piece])
    const lines: Buffer[] = []
    let start = 0
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      lines.push(bytes.subarray(start, end))
      start = end + 1
    }
    yield lines
    rest = bytes.subarray(start)
    if (rest.length > MAX_LINE) throw new LineBroken(`a line has more than ${MAX_LINE} bytes`)
  }
  if (rest.length > 0) {
    throw new LineBroken(
      'the last line does not end with a line feed: the file was cut off within it, or edited; fetch it again',
    )
  }
}
