import { Worker } from 'node:worker_threads'
import { measureBatch } from '../batch.ts'
import { type StoredEvent, StoreUnavailable } from '../event-store.ts'
import {
  type Append,
  type AppendVerdict,
  CLOSE,
  encode,
  type Given,
  type OpeningOutcome,
  refusalOf,
} from './append.ts'
import { StoreRefused } from './failures.ts'
import type { Tail } from './tail.ts'

/** The most that one append may carry: 16 MiB. */
export const MAX_BATCH_BYTES = 16 * 1024 * 1024

interface Waiting extends Append {
  readonly resolve: (revision: number) => void
  readonly reject: (error: unknown) => void
}

/**
 * Hands appends to the thread that writes the data file, those of one turn of the event loop at
 * once, and answers each when the thread has committed it. Syncing the disk holds up nobody else.
 */
export class SqliteWriter {
  readonly #worker: Worker
  readonly #tail: Tail
  /** Appends not yet sent. */
  #fresh: Waiting[] = []
  /** Appends sent and not answered, in the order in which they will be. */
  readonly #sent: Waiting[] = []
  readonly #ended = Promise.withResolvers<void>()
  #failure: StoreUnavailable | undefined

  /** @param worker has said that the file is open. */
  private constructor(worker: Worker, tail: Tail) {
    this.#worker = worker
    this.#tail = tail
    worker.on('message', (verdicts: AppendVerdict[]) => this.#answer(verdicts))
    worker.on('error', (error: Error) => this.#end(error.message))
    worker.on('exit', () => this.#end('it ended'))
    worker.unref()
  }

  /**
   * Starts the thread and has it open the data file.
   *
   * @throws {StoreUnavailable} the file cannot be opened just now.
   * @throws {StoreRefused} it cannot be served as it is.
   */
  static async open(given: Given, tail: Tail, entry = WORKER): Promise<SqliteWriter> {
    const worker = new Worker(entry, { workerData: given, execArgv: [] })
    const opening = await new Promise<OpeningOutcome>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () =>
        reject(new StoreUnavailable(`${given.file}: no thread to write it`)),
      )
    })
    if (opening === 'opened') return new SqliteWriter(worker, tail)
    await worker.terminate()
    if ('unavailable' in opening) throw new StoreUnavailable(opening.unavailable)
    throw new StoreRefused(opening.refused)
  }

  /** As {@link EventStore.append}. */
  async append(
    ledger: string,
    expectedRevision: number,
    events: readonly StoredEvent[],
  ): Promise<number> {
    const bytes = measureBatch(ledger, expectedRevision, events, MAX_BATCH_BYTES)
    if (events.length === 0) return expectedRevision
    this.check()
    return new Promise((resolve, reject) => {
      if (this.#fresh.length === 0) setImmediate(this.#send)
      this.#fresh.push({ ledger, expectedRevision, events, bytes, resolve, reject })
    })
  }

  /** @throws {StoreUnavailable} the thread has ended. */
  check(): void {
    if (this.#failure !== undefined) throw this.#failure
  }

  /** Has the thread write what was accepted, close the file and end. */
  async close(): Promise<void> {
    this.#send()
    this.#worker.ref()
    this.#worker.postMessage(CLOSE)
    await this.#ended.promise
  }

  readonly #send = (): void => {
    if (this.#fresh.length === 0) return
    this.#worker.ref()
    this.#worker.postMessage(encode(this.#fresh))
    this.#sent.push(...this.#fresh)
    this.#fresh = []
  }

  #answer(verdicts: readonly AppendVerdict[]): void {
    const written = new Map<string, readonly StoredEvent[]>()
    for (const verdict of verdicts) {
      const append = this.#sent.shift() as Waiting
      if (verdict === 'written') {
        const before = written.get(append.ledger)
        written.set(append.ledger, before?.concat(append.events) ?? append.events)
      }
      if (typeof verdict === 'string') {
        append.resolve(append.expectedRevision + append.events.length)
      } else if ('unavailable' in verdict) append.reject(new StoreUnavailable(verdict.unavailable))
      else if ('failure' in verdict) append.reject(new Error(verdict.failure))
      else append.reject(refusalOf(append, verdict))
    }
    if (this.#sent.length === 0) this.#worker.unref()
    this.#tail.wake(written)
  }

  #end(why: string): void {
    const message = `the thread that writes the data file: ${why}; restart the service`
    this.#failure ??= new StoreUnavailable(message)
    for (const { reject } of this.#sent.splice(0)) reject(this.#failure)
    for (const { reject } of this.#fresh.splice(0)) reject(this.#failure)
    this.#ended.resolve()
  }
}

const WORKER = new URL('./worker.ts', import.meta.url)
