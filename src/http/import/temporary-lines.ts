import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { detail } from '../../words/detail.ts'
import { retry } from '../problem-of.ts'
import { linesOf, type NumberedLine } from './lines.ts'

/** A file in the system's temporary folder, which is removed with the end of its use. */
export class TemporaryLines {
  readonly #path: string

  private constructor(path: string) {
    this.#path = path
  }

  /**
   * Copies a body to a file, and does some work with its lines.
   *
   * @throws {Problem} `temporary_files_unavailable`, from here and from {@link lines}.
   * @throws what `body` and `work` throw.
   */
  static async use<T>(
    body: AsyncIterable<Uint8Array>,
    work: (copy: TemporaryLines) => Promise<T>,
  ): Promise<T> {
    // Not `await using`: the command line as one file is read by Node 20, which does not know it.
    const folder = await onDisk(() => mkdtemp(join(tmpdir(), 'ledger-import-')))
    try {
      const path = join(folder, 'lines.ndjson')
      await copyTo(path, body)
      return await work(new TemporaryLines(path))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  /** Reads the lines; the file is open until the last of them, or the end of the loop. */
  async *lines(): AsyncGenerator<NumberedLine, void> {
    const lines = linesOf(createReadStream(this.#path))
    try {
      for (;;) {
        const { value, done } = await onDisk(() => lines.next())
        if (done === true) return
        yield value
      }
    } finally {
      await lines.return()
    }
  }
}

async function copyTo(path: string, body: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await onDisk(() => open(path, 'wx', 0o600))
  let isWhole = false
  try {
    for await (const piece of body) await onDisk(() => file.appendFile(piece))
    isWhole = true
  } finally {
    const closed = onDisk(() => file.close())
    if (isWhole) await closed
    else await closed.catch(() => undefined)
  }
}

/** @throws {Problem} `temporary_files_unavailable`, where the system refuses. */
async function onDisk<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    const { message } = error as Error
    // As the system says it, without the call and the path.
    const why = /^[A-Z0-9]+: (.*?)(,|$)/.exec(message)?.[1] ?? message
    throw retry('temporary_files_unavailable', detail('no_temporary_file', { why }))
  }
}
