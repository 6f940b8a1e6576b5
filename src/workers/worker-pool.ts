import { availableParallelism } from 'node:os'
import type { Call, Job, Tell } from './job.ts'
import { TooBusy, Turns } from './turns.ts'
import { type JobLimits, WorkerThread } from './worker-thread.ts'

export interface PoolOptions extends JobLimits {
  /** The most threads, each made when it is first needed. */
  readonly threads: number
  /** The most jobs that wait for a thread. */
  readonly maxWaiting: number
  /** The longest wait for a thread, in milliseconds. */
  readonly maxWaitMs: number
}

const defaults: PoolOptions = {
  cpuMs: 10_000,
  heapMb: 256,
  bufferMb: 256,
  threads: Math.max(2, Math.min(4, availableParallelism() - 1)),
  maxWaiting: 64,
  maxWaitMs: 30_000,
}

/**
 * Threads that do what would hold up the thread that serves: reading, matching and comparing texts.
 * Each job has a bound on time and memory, and so has the number of those that wait.
 */
export class WorkerPool {
  readonly #options: PoolOptions
  readonly #turns: Turns
  readonly #idle: WorkerThread[] = []
  readonly #running = new Set<WorkerThread>()
  readonly #closing = new AbortController()

  constructor(options: Partial<PoolOptions> = {}) {
    this.#options = { ...defaults, ...options }
    const { threads: atOnce, maxWaiting, maxWaitMs } = this.#options
    this.#turns = new Turns({ atOnce, maxWaiting, maxWaitMs })
  }

  /**
   * Does a job in a thread.
   *
   * @param client for whom: the jobs of one client never have all threads, and wait their turn
   * @param signal ends the job, and its thread with it
   * @param tell hears how far the job is
   * @throws {LimitExceeded}
   * @throws {TooBusy} too many wait, the job has waited too long, or the pool is closed.
   * @throws the reason of `signal`.
   * @throws what the job throws.
   */
  async run<Given, Answer>(
    { module }: Job<Given, Answer>,
    given: Given,
    client = '',
    signal?: AbortSignal,
    tell?: Tell,
  ): Promise<Answer> {
    const ending = AbortSignal.any([this.#closing.signal, ...(signal ? [signal] : [])])
    const call = { module: module.href, given }
    return this.#turns.take(client, () => this.#run(call, ending, tell) as Promise<Answer>, ending)
  }

  /** Ends the threads, and refuses what they had to do. */
  async close(): Promise<void> {
    this.#closing.abort(new TooBusy('the worker threads are stopping'))
    await Promise.all([...this.#idle, ...this.#running].map((thread) => thread.close()))
  }

  async #run(call: Call, ending: AbortSignal, tell?: Tell): Promise<unknown> {
    const thread = this.#idle.pop() ?? new WorkerThread(this.#options)
    this.#running.add(thread)
    const end = () => void thread.close()
    ending.addEventListener('abort', end)
    try {
      return await thread.run(call, tell)
    } catch (error) {
      throw ending.aborted ? ending.reason : error
    } finally {
      ending.removeEventListener('abort', end)
      this.#running.delete(thread)
      if (!thread.ended) this.#idle.push(thread)
    }
  }
}
