import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { EXIT, Failure } from '../failure.ts'

/** A file to be sent, which can be recognised when it is sent again. */
export interface FileToSend {
  /** Of its content: the same for the same file. */
  readonly digest: string
  readonly lines: number
  body(): Readable
}

/**
 * Reads a file through once; stdin, which cannot be read again, is kept.
 *
 * @param path `-` for stdin
 * @throws {Failure} it cannot be read, or is empty.
 */
export async function openFile(path: string, stdin: NodeJS.ReadableStream): Promise<FileToSend> {
  const kept = path === '-' ? await buffer(stdin) : undefined
  const open = () => (kept === undefined ? createReadStream(path) : Readable.from([kept]))
  const hash = createHash('sha256')
  let lines = 0
  let last = 0x0a
  try {
    for await (const chunk of open() as AsyncIterable<Uint8Array>) {
      hash.update(chunk)
      for (const byte of chunk) if (byte === 0x0a) lines += 1
      last = chunk.at(-1) ?? last
    }
  } catch (error) {
    throw new Failure(`${path} cannot be read: ${(error as Error).message}.`, { exit: EXIT.usage })
  }
  return {
    digest: `import-${hash.digest('hex')}`,
    lines: last === 0x0a ? lines : lines + 1,
    body: open,
  }
}
