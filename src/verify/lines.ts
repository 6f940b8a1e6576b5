import { MAX_LINE } from './verifier.ts'

/** The lines of a file cannot be told apart, or are not text. */
export class LineBroken extends Error {}

const LINE_FEED = 0x0a

/**
 * The lines of a file as it is read, in memory for one of them. The last one ends with a line feed
 * too.
 *
 * @throws {LineBroken} one does not, is too long, or is not UTF-8.
 */
export async function* linesOf(file: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest: Uint8Array = new Uint8Array()
  for await (const piece of file) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    let start = 0
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      yield textOf(decoder, bytes.subarray(start, end))
      start = end + 1
    }
    rest = bytes.subarray(start)
    if (rest.length > 4 * MAX_LINE) throw new LineBroken('a line is too long')
  }
  if (rest.length > 0) throw new LineBroken('the last line does not end with a line feed')
}

function textOf(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new LineBroken('a line is not UTF-8')
  }
}
