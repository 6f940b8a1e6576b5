import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import autocannon from 'autocannon'
import type { Case } from './compare.ts'
import { inFolder } from './folder.ts'

const SERVICE = join(import.meta.dirname, '../src/main.ts')
const ECHO = join(import.meta.dirname, 'echo-server.ts')
const HEADERS = { 'content-type': 'application/json' }

const SHAPES = [
  { connections: 1, ledgers: 1, share: 10 },
  { connections: 64, ledgers: 1, share: 1 },
  { connections: 64, ledgers: 64, share: 1 },
  { connections: 256, ledgers: 64, share: 1 },
] as const

/**
 * POST of one event a request, durable and with its receipt and warnings, beside the same body
 * validated by zod, logged and sent back by Fastify. Each is a process of its own.
 */
export function* post(options: { readonly events: number }): Generator<Case> {
  for (const { connections, ledgers, share } of SHAPES) {
    const requests = Math.ceil(options.events / share)
    yield {
      name: `POST at ${connections} connections, ${ledgers} ledgers; goal 0.7 from 64 on, else 0.5`,
      unit: 'requests/s',
      subject: () => inFolder((folder) => record(folder, connections, ledgers, requests)),
      peer: {
        name: 'Fastify, zod and one pino line, which echo the body',
        run: () =>
          running(ECHO, {}, (url) => load(url, connections, requests, () => ({ path: '/' }))),
      },
    }
  }
}

async function record(folder: string, connections: number, ledgers: number, requests: number) {
  return running(SERVICE, { LEDGER_DATA: folder, LEDGER_PORT: '0' }, async (url) => {
    const paths = Array.from({ length: ledgers }, (_, n) => `/v1/negotiations/bench-${n}/events`)
    const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Bench' }
    for (const path of paths) {
      const body = JSON.stringify(opened)
      await fetch(`${url}${path}`, { method: 'POST', headers: HEADERS, body })
    }
    return load(url, connections, requests, (n) => ({ path: paths[n % ledgers] as string }))
  })
}

/** Sends so many requests, each connection waiting for its reply. */
async function load(
  url: string,
  connections: number,
  requests: number,
  to: (n: number) => { path: string },
): Promise<number> {
  let sent = 0
  const result = await autocannon({
    ...{ url, connections, amount: requests, timeout: 60, sampleInt: 10 },
    requests: [
      {
        ...{ method: 'POST', headers: HEADERS },
        setupRequest: (request) => {
          const n = sent++
          return { ...request, ...to(n), body: raised(n) }
        },
      },
    ],
  })
  if (result['2xx'] !== requests) throw new Error(`of ${requests}, ${result['2xx']} were answered`)
  return requests / result.duration
}

/** Runs a program that logs the address on which it listens, as long as `use` takes. */
async function running<T>(
  program: string,
  environment: Readonly<Record<string, string>>,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const env = { PATH: process.env.PATH, ...environment }
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  try {
    return await use(await listening(child))
  } finally {
    child.kill('SIGTERM')
    await exited
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

function raised(issue: number): string {
  const member = { issue: `i${issue}`, title: 'Cap on the army', proposition: 'x'.repeat(100) }
  return JSON.stringify({ type: 'issue.raised', occurred: '2025-11-02', ...member })
}
