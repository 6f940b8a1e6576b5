import { existsSync } from 'node:fs'
import { nodeFault } from '../node-version.ts'
import type { OpenStore } from '../serve.ts'
import { readConfig } from '../settings/config.ts'
import { ApiClient } from './client.ts'
import { EXIT, Failure } from './failure.ts'
import { failureAtStart } from './not-started.ts'

/** The ledgers that a command works on; at most one of them is given. */
export interface TargetOptions {
  /** Of a service. */
  readonly url?: string
  /** Of a data folder that no service has open. */
  readonly data?: string
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Does some work against the service that the options name, or `LEDGER_URL`; else the one that
 * would listen here. A data folder is served for as long as the work takes, on a port that only
 * this machine reaches, so that there is one way of reading and writing.
 *
 * @throws {Failure} there is no such service or folder, or it cannot be opened.
 */
export async function onTarget<Result>(
  { url, data }: TargetOptions,
  environment: Environment,
  openStore: OpenStore,
  work: (client: ApiClient) => Promise<Result>,
): Promise<Result> {
  if (data === undefined) return work(serviceAt(url, environment))
  requireFolder(data)
  const running = await open(data, environment, openStore)
  try {
    return await work(new ApiClient(running.url))
  } finally {
    await running.stop()
  }
}

/**
 * The service that a command asks if it opens no folder itself, with the key that it is to send.
 *
 * @throws {Failure} the address or the key is none.
 */
export function serviceAt(url: string | undefined, environment: Environment): ApiClient {
  return new ApiClient(addressOf(url, environment), accessKeyOf(environment))
}

/**
 * The client of another service: the key goes to the one alone that LEDGER_URL names.
 *
 * @param url from which the API begins
 */
export function serviceElsewhere(url: string, environment: Environment): ApiClient {
  const own = URL.parse(environment.LEDGER_URL ?? '')?.origin
  return new ApiClient(url, new URL(url).origin === own ? accessKeyOf(environment) : '')
}

function accessKeyOf({ LEDGER_ACCESS_KEY: key = '' }: Environment): string {
  if (/^[\w.~+/=-]*$/.test(key)) return key
  throw new Failure('LEDGER_ACCESS_KEY is not an access key: it has other characters.', {
    exit: EXIT.usage,
    advice: 'A key has letters, digits, _ and - alone, such as ledger_0123456789abcdef_….',
  })
}

/** The place at which the service is that a command asks if it opens no folder itself. */
export function addressOf(url: string | undefined, environment: Environment): string {
  const given = url ?? environment.LEDGER_URL
  if (given !== undefined && given !== '') return checked(given)
  const { host, port } = configured(environment)
  const reachable = /^(0\.0\.0\.0|::)$/.test(host) ? '127.0.0.1' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

function checked(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed?.username || parsed?.password) {
    throw new Failure('The address of a service takes no name and password.', { exit: EXIT.usage })
  }
  if (/^https?:$/.test(parsed?.protocol ?? '')) return url
  // A text with an @ may have a password in it.
  throw new Failure(`${url.includes('@') ? 'That' : url} is not the address of a service.`, {
    exit: EXIT.usage,
    advice: 'It begins with http:// or https://, such as http://127.0.0.1:4400.',
  })
}

function requireFolder(folder: string): void {
  const fault = nodeFault()
  if (fault !== undefined) {
    throw new Failure(`${fault}`, { advice: 'With --url, this Node is enough.' })
  }
  if (existsSync(folder)) return
  throw new Failure(`There is no data folder ${folder}.`, {
    exit: EXIT.usage,
    advice: '`ledger serve` makes one; `ledger doctor` says what this machine has.',
  })
}

/** The patience of a read with a long ledger, in milliseconds: nobody else waits. */
const PATIENCE = 600_000

async function open(data: string, environment: Environment, openStore: OpenStore) {
  const { serve } = await import('../serve.ts')
  const config = configured({ LEDGER_LOG_LEVEL: 'silent', ...environment })
  try {
    const here = { host: '127.0.0.1', port: 0, authentication: 'open' } as const
    // Nobody else waits: no load is too much.
    const load = { lagMs: 0, memoryBytes: 0 }
    const own = { ...config, data, index: '', ...here, load }
    return await serve(own, openStore, { patience: PATIENCE })
  } catch (error) {
    const { message, exit } = failureAtStart(error)
    throw new Failure(`The data folder ${data} cannot be opened: ${message.replace(/\.?$/, '.')}`, {
      exit,
      advice: 'Where a service has it open, ask that service: --url, with its address.',
    })
  }
}

function configured(environment: Environment) {
  try {
    return readConfig(environment)
  } catch (error) {
    throw failureAtStart(error)
  }
}
