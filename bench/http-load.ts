import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import autocannon from 'autocannon'
import type { Measured } from './compare.ts'

export const SERVICE = join(import.meta.dirname, '../src/main.ts')

export const HEADERS = { 'content-type': 'application/json' }

/** A request of a load: a POST of one event, unless it says otherwise. */
export interface Asked {
  readonly path: string
  readonly method?: 'GET'
  readonly headers?: Readonly<Record<string, string>>
}

/** A program that listens. */
export interface Program {
  readonly url: string
  readonly pid: number | undefined
  /** Microseconds of processor time that it has taken, of all its threads; 0 where there is no /proc. */
  micros(): number
  /** Bytes of memory that are resident. */
  resident(): number
  stop(): Promise<void>
}

/**
 * Sends a number of requests, each connection waiting for its reply.
 *
 * @returns `rate` in requests a second, `micros` of processor time of the program for each, `p99` of how
 *   long a reply took, in milliseconds, and `bytes` of each reply, head included.
 */
export async function load(
  program: Program,
  connections: number,
  requests: number,
  to: (n: number) => Asked,
): Promise<Measured & { readonly rate: number }> {
  let sent = 0
  const before = program.micros()
  const result = await autocannon({
    ...{ url: program.url, connections, amount: requests, timeout: 60, sampleInt: 10 },
    requests: [
      {
        ...{ method: 'POST', headers: HEADERS },
        setupRequest: (request) => {
          const n = sent++
          const { headers, ...asked } = to(n)
          const body = asked.method === 'GET' ? {} : { body: raised() }
          return { ...request, ...body, ...asked, headers: { ...request.headers, ...headers } }
        },
      },
    ],
  })
  if (result['2xx'] !== requests) throw new Error(`of ${requests}, ${result['2xx']} were answered`)
  const micros = (program.micros() - before) / requests
  const bytes = result.throughput.total / requests
  return { rate: requests / result.duration, micros, p99: result.latency.p99, bytes }
}

/** Starts a program that logs the address on which it listens. */
export async function start(
  program: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const env = { PATH: process.env.PATH, ...environment }
  const options = process.env.BENCH_NODE_OPTIONS?.split(' ') ?? []
  const child = spawn(process.execPath, [...options, program], {
    ...{ env, stdio: ['ignore', 'pipe', 'inherit'] },
  })
  const exited = once(child, 'exit')
  // A bench that is interrupted leaves nothing running.
  const kill = () => child.kill('SIGKILL')
  process.on('exit', kill)
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
    process.off('exit', kill)
  }
  try {
    const url = await listening(child)
    const { pid } = child
    return { url, pid, stop, micros: () => microsOf(pid), resident: () => residentOf(pid) }
  } catch (error) {
    await stop()
    throw error
  }
}

async function listening({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('a program without output')
  for await (const line of createInterface({ input: stdout })) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
    if (url === undefined) continue
    stdout.resume()
    return url
  }
  throw new Error('the program ended before it listened')
}

/** The clock ticks of a second, in which /proc counts: 100 on every Linux. */
const TICK_MICROS = 10_000

function microsOf(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return 0
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK_MICROS
}

function residentOf(pid: number | undefined): number {
  const file = `/proc/${pid}/status`
  const [, kilobytes] = existsSync(file)
    ? (/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8')) ?? [])
    : []
  return Number(kilobytes ?? 0) * 1024
}

let issue = 0

/** An event to post: each has an id of its own, in all loads of this process. */
export function raised(): string {
  const member = { issue: `i${issue++}`, title: 'Cap on the army', proposition: 'x'.repeat(100) }
  return JSON.stringify({ type: 'issue.raised', occurred: '2025-11-02', ...member })
}
