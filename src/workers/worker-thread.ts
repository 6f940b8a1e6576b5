import { Worker } from 'node:worker_threads'
import { type Call, LimitExceeded, type Message, type Outcome, type Tell } from './job.ts'

/** Limits on each job. */
export interface JobLimits {
  /** Processor time, in milliseconds: a busy machine slows a job down and does not fail it. */
  readonly cpuMs: number
  /** Heap of the thread, in MiB. */
  readonly heapMb: number
  /** Buffers of the thread, which stand beside its heap, in MiB. */
  readonly bufferMb: number
}

/** The interval at which the time and the buffers that a job has taken are looked at, in ms. */
const CHECK_MS = 250

/**
 * A thread that does one job at a time. A job that exceeds a limit ends its thread.
 *
 * The limit on the heap is V8's: it does not hold against one allocation greater than the whole heap,
 * which ends the process. Jobs must therefore bound the size of what they are given. What is
 * inflated stands in buffers, whose size is looked at while a job runs.
 */
export class WorkerThread {
  readonly #limits: JobLimits
  readonly #worker: Worker
  #ended = false

  constructor(limits: JobLimits) {
    this.#limits = limits
    this.#worker = new Worker(new URL('./thread.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    })
    this.#worker.unref()
    this.#worker.on('exit', () => {
      this.#ended = true
    })
    // Each call listens for itself; between calls there is nobody to tell.
    this.#worker.on('error', () => undefined)
  }

  /** True once it can do nothing more. */
  get ended(): boolean {
    return this.#ended
  }

  /**
   * Does a job.
   *
   * @param tell hears how far the job is
   * @throws {LimitExceeded}
   * @throws what the job throws.
   */
  async run(call: Call, tell: Tell = () => undefined): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
    const fail = (error: NodeJS.ErrnoException) => reject(this.#why(error))
    const exit = () => reject(new Error('the thread ended'))
    const hear = (message: Message) =>
      'progress' in message ? tell(message.progress) : resolve(message)
    // Before anything is waited for: the thread may end meanwhile.
    this.#worker.on('message', hear).on('error', fail).on('exit', exit)
    const spent = this.#cpuMs()
    const check = setInterval(async () => {
      const exceeded = await this.#exceeded(await spent)
      if (exceeded === undefined) return
      reject(new LimitExceeded(exceeded))
      await this.close()
    }, CHECK_MS)
    try {
      this.#worker.ref()
      this.#worker.postMessage(call)
      const outcome = await promise
      if ('answer' in outcome) return outcome.answer
      if ('exceeded' in outcome) throw new LimitExceeded(outcome.exceeded)
      throw outcome.failure
    } finally {
      clearInterval(check)
      this.#worker.unref()
      this.#worker.off('message', hear).off('error', fail).off('exit', exit)
    }
  }

  /** Ends the thread, and with it what it does. */
  async close(): Promise<void> {
    this.#ended = true
    await this.#worker.terminate()
  }

  /** The limit that a job exceeds which began at a processor time. */
  async #exceeded(began: number): Promise<string | undefined> {
    const { cpuMs, bufferMb } = this.#limits
    if ((await this.#cpuMs()) - began > cpuMs) return `it takes more than ${cpuMs / 1000} s of work`
    const bytes = await this.#worker.getHeapStatistics().then(
      ({ external_memory }) => external_memory,
      () => 0,
    )
    return bytes > bufferMb * 1024 ** 2
      ? `it takes more than ${bufferMb} MiB of buffers`
      : undefined
  }

  /** Processor time that the thread has taken, in milliseconds; 0 where it has ended. */
  async #cpuMs(): Promise<number> {
    const { user, system } = await this.#worker.cpuUsage().catch(() => ({ user: 0, system: 0 }))
    return (user + system) / 1000
  }

  #why(error: NodeJS.ErrnoException): Error {
    this.#ended = true
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error
    return new LimitExceeded(`it takes more than ${this.#limits.heapMb} MiB of memory`)
  }
}
