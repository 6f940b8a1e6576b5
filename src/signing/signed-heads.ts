import { Worker } from 'node:worker_threads'
import type { ForeignLog, SignedHead, SignedHeadStore } from '../ledger/log/signing.ts'
import { StoreUnavailable } from '../store/event-store.ts'
import { Presence } from '../store/presence.ts'
import { BUSY } from '../store/sqlite-codes.ts'
import type { HeadsAnswer, HeadsCall } from './heads-thread.ts'

/** Another process has the file: it signs with the same seed. */
export class SeedInUse extends Error {}

type Settle = (answer: HeadsAnswer) => void

/** The file of signed heads, which a thread reads and writes. */
export class SignedHeads implements SignedHeadStore {
  readonly #worker: Worker
  /** Calls that were not answered, in their order. */
  readonly #waiting: Settle[] = []
  readonly #presence: Presence
  #ended: string | undefined

  private constructor(worker: Worker, presence: Presence) {
    this.#worker = worker
    this.#presence = presence
    worker.on('message', (answer: HeadsAnswer) => {
      this.#waiting.shift()?.(answer)
      if (this.#waiting.length === 0) worker.unref()
    })
    worker.on('error', ({ message }: Error) => this.#end(message))
    worker.on('exit', () => this.#end('its thread ended'))
    worker.unref()
  }

  /**
   * Opens the file, making it if it is missing.
   *
   * @throws {SeedInUse}
   * @throws {Error} the file cannot be used.
   */
  static async open(file: string): Promise<SignedHeads> {
    const worker = new Worker(new URL('./heads-thread.ts', import.meta.url), {
      ...{ workerData: file, execArgv: [] },
    })
    const opened = await new Promise<HeadsAnswer>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('its thread ended')))
    })
    if ('answer' in opened) return new SignedHeads(worker, new Presence([file, `${file}-wal`]))
    await worker.terminate()
    if (opened.code === BUSY) throw new SeedInUse('another process signs with it')
    throw new Error(opened.failure)
  }

  get(origin: string): Promise<SignedHead | undefined> {
    return this.#call(['get', origin])
  }

  sizes(): Promise<Pick<SignedHead, 'ledger' | 'size'>[]> {
    return this.#call(['sizes'])
  }

  put(origin: string, head: SignedHead): Promise<void> {
    return this.#call(['put', origin, head])
  }

  foreign(origin: string): Promise<ForeignLog | undefined> {
    return this.#call(['foreign', origin])
  }

  putForeign(origin: string, log: ForeignLog): Promise<void> {
    return this.#call(['putForeign', origin, log])
  }

  takeOver(origin: string, head: SignedHead): Promise<void> {
    return this.#call(['takeOver', origin, head])
  }

  check(): void {
    if (this.#ended !== undefined) throw unavailable(this.#ended)
    this.#presence.check()
  }

  /** Carries out what was called for, and ends the thread. */
  async close(): Promise<void> {
    if (this.#ended === undefined) await this.#call(['close']).catch(() => undefined)
    await this.#worker.terminate()
  }

  async #call<T>(call: HeadsCall): Promise<T> {
    if (this.#ended !== undefined) throw unavailable(this.#ended)
    const { promise, resolve } = Promise.withResolvers<HeadsAnswer>()
    this.#waiting.push(resolve)
    this.#worker.ref()
    this.#worker.postMessage(call)
    const answer = await promise
    if ('failure' in answer) throw unavailable(answer.failure)
    return answer.answer as T
  }

  #end(why: string): void {
    this.#ended ??= `${why}; restart the service`
    const failure = this.#ended
    for (const settle of this.#waiting.splice(0)) settle({ failure, code: undefined })
  }
}

function unavailable(why: string): StoreUnavailable {
  return new StoreUnavailable(`the file of signed heads: ${why}`)
}
