import { createReadStream } from 'node:fs'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { retry } from '../problem-of.ts'
import { linesOf } from './lines.ts'

/** Lines kept in a temporary file, which is removed with the end of its use. */
export class TemporaryLines {
  readonly #path: string
  #file: FileHandle | undefined

  private constructor(path: string, file: FileHandle) {
    this.#path = path
    this.#file = file
  }

  /**
   * Does some work with a file that is empty at first.
   *
   * @throws {Problem} `temporary_files_unavailable`, from here and from each method.
   * @throws what `work` throws.
   */
  static async use<T>(work: (lines: TemporaryLines) => Promise<T>): Promise<T> {
    // Not `await using`: the command line as one file is read by Node 20, which does not know it.
    const folder = await onDisk(() => mkdtemp(join(tmpdir(), 'ledger-import-')))
    try {
      const path = join(folder, 'events.ndjson')
      const lines = new TemporaryLines(path, await onDisk(() => open(path, 'wx', 0o600)))
      try {
        return await work(lines)
      } finally {
        await lines.#file?.close().catch(() => undefined)
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async write(line: string): Promise<void> {
    await onDisk(async () => this.#file?.appendFile(`${line}\n`))
  }

  /** Writes what is still to be written: no line follows. */
  async end(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    await onDisk(async () => file?.close())
  }

  /** Reads the lines; the file is open until the last of them, or the end of the loop. */
  async *read(): AsyncGenerator<Uint8Array, void> {
    const lines = linesOf(createReadStream(this.#path))
    try {
      for (;;) {
        const { value, done } = await onDisk(() => lines.next())
        if (done === true) return
        yield value.bytes as Uint8Array
      }
    } finally {
      await lines.return()
    }
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
    throw retry('temporary_files_unavailable', `No temporary file can be kept: ${why}.`)
  }
}
