import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { roleOf } from './gossip.ts'

/** Small chunks of the server's log: a scavenge leaves the one that is being written. */
const CHUNK_BYTES = 4 * 1024 * 1024

/** How often in a row a node may end by itself before it serves. */
const MOST_ENDINGS = 3

/** One server process on loopback, on a folder that outlives it. */
export class ServerNode {
  readonly #binary: string
  readonly #arguments: readonly string[]
  readonly #folder: string
  readonly port: number
  #process: ChildProcess | undefined

  /** @param security how it is reached: by default by anybody, without TLS. */
  constructor(
    binary: string,
    folder: string,
    port: number,
    more: readonly string[],
    security: readonly string[] = ['--insecure'],
  ) {
    this.#binary = binary
    this.#folder = folder
    this.port = port
    const own = [...security, '--node-ip', '127.0.0.1', '--node-port', String(port)]
    process.on('exit', () => this.#process?.kill('SIGKILL'))
    const small = ['--chunk-size', String(CHUNK_BYTES)]
    this.#arguments = [...own, ...small, '--db', this.data, '--log', join(folder, 'log'), ...more]
  }

  /** The folder of its data, which may be copied while it does not run. */
  get data(): string {
    return join(this.#folder, 'db')
  }

  start(): void {
    const log = openSync(join(this.#folder, 'out.log'), 'a')
    this.#process = spawn(this.#binary, this.#arguments, { stdio: ['ignore', log, log] })
    closeSync(log)
  }

  /**
   * Resolves when it takes part: as leader, or following one. A node that finds, on joining, that it
   * wrote what the others never took ends, and expects to be started again.
   */
  async serving(): Promise<void> {
    for (let endings = 0; (await roleOf(this.port)) === undefined; await sleep(100)) {
      if (this.#process?.exitCode === null) continue
      if (endings++ === MOST_ENDINGS) throw new Error(`the server ended: see ${this.#folder}`)
      this.start()
    }
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#process?.kill(signal)
  }

  async kill(): Promise<void> {
    const process = this.#process
    this.#process = undefined
    if (process === undefined || process.exitCode !== null || process.signalCode !== null) return
    const exited = once(process, 'exit')
    process.kill('SIGKILL')
    await exited
  }
}
