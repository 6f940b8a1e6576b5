/** The most that a line may hold, in bytes: more than any event needs, however it is escaped. */
export const MAX_LINE_BYTES = 1024 * 1024

/** A line of a file that is not blank. */
export interface NumberedLine {
  /** Its number in the file, from 1, blank lines counted. */
  readonly number: number
  /** Its text in UTF-8 without the line feed; undefined where it exceeds {@link MAX_LINE_BYTES}. */
  readonly bytes: Uint8Array | undefined
}

const LINE_FEED = 0x0a

/** The lines of a file as it arrives, blank ones left out. Holds one line at a time. */
export async function* linesOf(
  file: AsyncIterable<Uint8Array>,
): AsyncGenerator<NumberedLine, void> {
  let number = 1
  let parts: Uint8Array[] = []
  let size = 0
  const add = (part: Uint8Array) => {
    size += part.length
    if (size > MAX_LINE_BYTES) parts = []
    else parts.push(part)
  }
  const line = (): NumberedLine[] => {
    const bytes = size > MAX_LINE_BYTES ? undefined : Buffer.concat(parts)
    parts = []
    size = 0
    return isBlank(bytes) ? [] : [{ number, bytes }]
  }
  for await (const piece of file) {
    let start = 0
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
      add(piece.subarray(start, end))
      yield* line()
      number += 1
      start = end + 1
    }
    add(piece.subarray(start))
  }
  yield* line()
}

function isBlank(bytes: Uint8Array | undefined): boolean {
  return bytes?.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d) ?? false
}
