import { availableParallelism } from 'node:os'
import type { Job } from './job.ts'
import { type JobLimits, WorkerThread } from './worker-thread.ts'

export interface PoolOptions extends JobLimits {
  /** The most threads, each made when it is first needed. */
  readonly threads: number
  /** The most jobs that wait for a thread. */
  readonly maxWaiting: number
}

const defaults: PoolOptions = {
  cpuMs: 10_000,
  heapMb: 256,
  threads: Math.max(2, Math.min(4, availableParallelism() - 1)),
  maxWaiting: 64,
}

/** No thread can take the job just now; trying again later may succeed. */
export class WorkersBusy extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'WorkersBusy'
  }
}

interface Waiting {
  readonly client: string
  readonly start: (thread: WorkerThread) => Promise<void>
  readonly refuse: (error: unknown) => void
}

/**
 * Threads that do what would hold up the thread that serves: reading, matching and comparing texts.
 * Each job has a bound on time and memory, and so has the number of those that wait.
 */
export class WorkerPool {
  readonly #options: PoolOptions
  readonly #idle: WorkerThread[] = []
  readonly #running = new Map<WorkerThread, string>()
  #waiting: Waiting[] = []
  #closed = false

  constructor(options: Partial<PoolOptions> = {}) {
    this.#options = { ...defaults, ...options }
  }

  /**
   * Does a job in a thread.
   *
   * @param client for whom: the jobs of one client never have all threads, and wait their turn
   * @throws {LimitExceeded}
   * @throws {WorkersBusy} too many wait, or the pool is closed.
   * @throws what the job throws.
   */
  async run<Given, Answer>(
    { module }: Job<Given, Answer>,
    given: Given,
    client = '',
  ): Promise<Answer> {
    if (this.#closed) throw stopping()
    if (this.#waiting.length >= this.#options.maxWaiting) {
      throw new WorkersBusy(`${this.#waiting.length} jobs wait for a worker thread already`)
    }
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const call = { module: module.href, given }
    const refuse = (error: unknown) => reject(this.#closed ? stopping() : error)
    const start = (thread: WorkerThread) =>
      thread.run(call).then((answer) => resolve(answer as Answer), refuse)
    this.#waiting.push({ client, start, refuse })
    this.#next()
    return promise
  }

  /** Ends the threads, and refuses what they had to do. */
  async close(): Promise<void> {
    this.#closed = true
    for (const { refuse } of this.#waiting) refuse(stopping())
    this.#waiting = []
    await Promise.all([...this.#idle, ...this.#running.keys()].map((thread) => thread.close()))
  }

  /** Gives the jobs that wait to threads, as far as there are any. */
  #next(): void {
    for (let job = this.#take(); job !== undefined; job = this.#take()) {
      const thread = this.#idle.pop() ?? new WorkerThread(this.#options)
      this.#running.set(thread, job.client)
      job.start(thread).finally(() => {
        this.#running.delete(thread)
        if (!thread.ended) this.#idle.push(thread)
        this.#next()
      })
    }
  }

  /** Takes the first job of a client that has no thread; else the first, but not to the last thread. */
  #take(): Waiting | undefined {
    const free = this.#options.threads - this.#running.size
    if (free === 0 || this.#closed) return undefined
    const served = new Set(this.#running.values())
    const turn = this.#waiting.findIndex(({ client }) => !served.has(client))
    if (turn < 0 && free === 1) return undefined
    return this.#waiting.splice(Math.max(turn, 0), 1)[0]
  }
}

function stopping(): WorkersBusy {
  return new WorkersBusy('the worker threads are stopping')
}
