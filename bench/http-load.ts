import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import autocannon from 'autocannon'

export const SERVICE = join(import.meta.dirname, '../src/main.ts')

export const HEADERS = { 'content-type': 'application/json' }

/** A request of a load: a POST of one event, unless it says otherwise. */
export interface Asked {
  readonly path: string
  readonly method?: 'GET'
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends a number of requests, each connection waiting for its reply. @returns requests a second. */
export async function load(
  url: string,
  connections: number,
  requests: number,
  to: (n: number) => Asked,
): Promise<number> {
  let sent = 0
  const result = await autocannon({
    ...{ url, connections, amount: requests, timeout: 60, sampleInt: 10 },
    requests: [
      {
        ...{ method: 'POST', headers: HEADERS },
        setupRequest: (request) => {
          const n = sent++
          const { headers, ...asked } = to(n)
          const body = asked.method === 'GET' ? {} : { body: raised(n) }
          return { ...request, ...body, ...asked, headers: { ...request.headers, ...headers } }
        },
      },
    ],
  })
  if (result['2xx'] !== requests) throw new Error(`of ${requests}, ${result['2xx']} were answered`)
  return requests / result.duration
}

/** Runs a program that logs the address on which it listens, as long as `use` takes. */
export async function running<T>(
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

/** An event that a load posts. */
function raised(issue: number): string {
  const member = { issue: `i${issue}`, title: 'Cap on the army', proposition: 'x'.repeat(100) }
  return JSON.stringify({ type: 'issue.raised', occurred: '2025-11-02', ...member })
}
