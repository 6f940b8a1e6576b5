import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import { inherited } from '../inherited.ts'
import { recordReplies } from '../replies/hold.ts'
import { ask } from './running.ts'

const main = join(import.meta.dirname, '../../src/main.ts')

/** The service in a process of its own. */
export interface Spawned {
  readonly url: string
  readonly process: ChildProcess
  /** The lines that the service has logged as errors so far, and all that it said on stderr. */
  readonly errors: readonly string[]
  /** Sends a signal, and says how the process ended: its exit code, else the signal. */
  end(signal: NodeJS.Signals): Promise<number | string>
}

/**
 * Starts the service on a data folder, and waits until it listens.
 *
 * @param preloaded modules that the process loads before the service
 * @param tracer a command that runs the service, with its arguments: strace, say
 */
export async function spawned(
  folder: string,
  preloaded: readonly string[] = [],
  tracer: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Spawned> {
  const own = { LEDGER_DATA: folder, LEDGER_PORT: '0', ...environment }
  const child = runMain(own, preloaded, tracer)
  const exited = once(child, 'exit') as Promise<[number | null, string]>
  const errors: string[] = []
  createInterface(child.stderr).on('line', (line) => errors.push(line))
  createInterface(child.stdout).on('line', (line) => {
    if (/"level":[56]0/.test(line)) errors.push(line)
  })
  const url = await urlOf(child).catch(async ({ message }: Error) => {
    const [code, signal] = await exited
    throw new Error([`${message}, by ${signal ?? code}`, ...errors].join('\n'))
  })
  return {
    url,
    process: child,
    errors,
    async end(signal) {
      child.kill(signal)
      const [code, by] = await exited
      return code ?? by
    },
  }
}

/** Waits until a service listens. @returns its address. */
export async function urlOf({ stdout }: ReturnType<typeof runMain>): Promise<string> {
  for await (const line of createInterface(stdout)) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
    if (url === undefined) continue
    stdout.resume()
    return url
  }
  throw new Error('the service ended before it listened')
}

/**
 * Runs `src/main.ts` with these variables, and ends it with the test. The replies that it sent must
 * be as the API describes them.
 */
export function runMain(
  environment: Record<string, string>,
  preloaded: readonly string[] = [],
  tracer: readonly string[] = [],
) {
  const replies = recordReplies()
  const imports = preloaded.map((module) => `--import=${pathToFileURL(module)}`)
  const node = [process.execPath, ...replies.execArgv, ...imports, main]
  const [command, ...rest] = [...tracer, ...node]
  const child = spawn(command as string, rest, {
    env: { ...inherited(), ...replies.environment, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const checked = once(child, 'exit').then(() => replies.check())
  // Whoever waits for the check is told; until then nobody is.
  checked.catch(() => undefined)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await checked
  })
  return child
}

/** Posts one command with a key. */
export function record(url: string, negotiation: string, key: string, command: unknown) {
  return ask(new URL(`/v1/negotiations/${negotiation}/events`, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(command),
  })
}

/** The headers of every event in a ledger, in order, as an access key gives them. */
export async function headers(url: string, negotiation: string, key?: string) {
  const authorization = key === undefined ? undefined : { authorization: `Bearer ${key}` }
  const address = new URL(`/v1/negotiations/${negotiation}/events`, url)
  const { body } = await ask(address, { headers: { ...authorization } })
  const lines = (body as string).trimEnd().split('\n')
  return lines.map(
    (line) => JSON.parse(JSON.parse(line).header) as { revision: number; id: string },
  )
}
