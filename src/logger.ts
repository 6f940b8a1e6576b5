import { type Logger, pino } from 'pino'

/** The part of the log that may wait to be written, in bytes. The rest is dropped. */
const MAX_WAITING_BYTES = 1024 * 1024

/** The size in bytes from which lines are written before the turn of the event loop ends. */
const WRITTEN_BYTES = 8 * 1024

/**
 * The log on stdout, a JSON line an entry. Where it cannot be written, into a file on a full disk
 * say, it has a gap, and the service goes on.
 */
export function openLog(level: string): Logger {
  stdout ??= new Lines()
  return pino({ level }, stdout)
}

/** The stdout of this process, from its first log on. */
let stdout: Lines | undefined

/**
 * Gathers the lines of one turn of the event loop, and writes them with one system call. Those of a
 * turn that ends while a write is on its way are written after it.
 */
class Lines {
  readonly #to = pino.destination({
    dest: 1,
    minLength: WRITTEN_BYTES,
    maxLength: MAX_WAITING_BYTES,
  })
  #isFlushDue = false
  /** The bytes that were given to be written, and are not yet. */
  #unwritten = 0

  constructor() {
    this.#to.on('error', () => undefined)
    this.#to.on('write', (written: number) => (this.#unwritten -= written))
    this.#to.on('drop', (line: string) => (this.#unwritten -= Buffer.byteLength(line)))
    this.#to.on('drain', () => this.#unwritten > 0 && this.#to.flush())
  }

  write(line: string): void {
    this.#unwritten += Buffer.byteLength(line)
    this.#to.write(line)
    if (this.#isFlushDue) return
    this.#isFlushDue = true
    setImmediate(() => {
      this.#isFlushDue = false
      this.#to.flush()
    })
  }
}
