import { Worker } from 'node:worker_threads'
import type { CallName, Calls, ThreadCall, ThreadReply } from './messages.ts'

/** The index cannot be used just now; trying again later may succeed. */
export class IndexUnavailable extends Error {
  /** True if the index was found damaged and is being built again. */
  readonly startedOver: boolean
  constructor(message: string, startedOver = false) {
    super(message)
    this.name = 'IndexUnavailable'
    this.startedOver = startedOver
  }
}

interface Waiting {
  resolve(answer: never): void
  reject(error: IndexUnavailable): void
}

/** Calls to the thread that has the index; where it ends unasked, the next call starts another. */
export class IndexThread {
  readonly #file: string
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #calls = 0
  #closed = false

  constructor(file: string) {
    this.#file = file
  }

  /** @throws {IndexUnavailable} */
  call<N extends CallName>(name: N, given: Calls[N]['given']): Promise<Calls[N]['answer']> {
    if (this.#closed) return Promise.reject(new IndexUnavailable('the index is closed'))
    return new Promise((resolve, reject) => {
      const id = this.#calls++
      this.#waiting.set(id, { resolve, reject })
      const call: ThreadCall = { id, name, given }
      this.#running().postMessage(call)
    })
  }

  /** Answers what was called for, and ends the thread. */
  async close(): Promise<void> {
    if (this.#worker !== undefined) await this.call('close', undefined).catch(() => undefined)
    this.#closed = true
    await this.#worker?.terminate()
  }

  #running(): Worker {
    if (this.#worker !== undefined) return this.#worker
    const workerData = { file: this.#file }
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData, execArgv: [] })
    worker.unref()
    worker.on('message', (reply: ThreadReply) => this.#settle(reply))
    worker.on('error', (error: Error) => this.#ended(worker, error.message))
    worker.on('exit', () => this.#ended(worker, 'its thread ended'))
    this.#worker = worker
    return worker
  }

  #settle(reply: ThreadReply): void {
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if ('answer' in reply) waiting?.resolve(reply.answer as never)
    else waiting?.reject(new IndexUnavailable(`the index: ${reply.failure}`, reply.startedOver))
  }

  #ended(worker: Worker, why: string): void {
    if (this.#worker !== worker) return
    this.#worker = undefined
    for (const { reject } of this.#waiting.values()) reject(new IndexUnavailable(why))
    this.#waiting.clear()
  }
}
