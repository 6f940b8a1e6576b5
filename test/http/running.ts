import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type ExampleRequest, readExample } from '../../examples/example.ts'
import { openStore } from '../../src/open-store.ts'
import { type Options, type Running, serve } from '../../src/serve.ts'
import { readConfig } from '../../src/settings/config.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { PATIENT } from '../patient.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look at JSON as it comes
  readonly body: any
}

/** A service under test, on a port and in a folder of its own. */
export interface Client extends Running {
  /** The data folder. */
  readonly folder: string
  /** What the service's clock shows, in milliseconds; undefined: the time of day. */
  clock: number | undefined
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  /** Posts to `/v1/negotiations/{negotiation}/events`. */
  post(
    negotiation: string,
    body: unknown,
    headers?: Record<string, string>,
    query?: string,
  ): Promise<Answer>
}

/**
 * Starts a service that is stopped, and its folder removed, by `dispose`. However busy the machine is,
 * its requests wait for what comes; `patience` is for what does not.
 *
 * @param watched puts something between the service and its store
 */
export async function start(
  environment: Readonly<Record<string, string>> = {},
  options: Pick<Options, 'tell' | 'patience'> = {},
  watched: (store: EventStore) => EventStore | Promise<EventStore> = (store) => store,
): Promise<Client & { dispose(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-http-'))
  const config = readConfig({
    LEDGER_DATA: folder,
    LEDGER_PORT: '0',
    LEDGER_LOG_LEVEL: 'silent',
    // A busy machine is no fault of the service.
    LEDGER_MAX_LAG_MS: '0',
    ...(environment.LEDGER_STORE !== undefined && { LEDGER_SEED_FILE: sharedSeed() }),
    ...environment,
  })
  const set: { clock: number | undefined } = { clock: undefined }
  const running = await serve(config, async (data) => watched(await openStore(data, config)), {
    now: () => set.clock ?? Date.now(),
    patience: PATIENT.timeout,
    ...options,
  })
  return Object.assign(set, {
    ...running,
    folder: environment.LEDGER_DATA ?? folder,
    get: (path: string, headers: Record<string, string> = {}) =>
      ask(new URL(path, running.url), { headers }),
    post: (negotiation: string, body: unknown, headers: Record<string, string> = {}, query = '') =>
      ask(new URL(`/v1/negotiations/${negotiation}/events${query}`, running.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      } as RequestInit),
    async dispose() {
      await running.stop()
      for (const made of [folder, `${folder}-keys`]) {
        rmSync(made, { recursive: true, force: true })
      }
    },
  })
}

/** The seed of all services that share a server. */
function sharedSeed(): string {
  const file = join(tmpdir(), 'ledger-test-seed')
  writeFileSync(file, `${Buffer.alloc(32, 7).toString('base64')}\n`)
  return file
}

/** Starts a service for one test. */
export async function started(environment?: Record<string, string>): Promise<Client> {
  const client = await start(environment)
  onTestFinished(() => client.dispose())
  return client
}

/** Posts the requests of the example as its own clock says they were made. */
export async function replay(
  client: Client,
  negotiation: string,
  requests: readonly ExampleRequest[] = readExample(),
): Promise<void> {
  for (const { recordedAt, idempotencyKey, commands } of requests) {
    client.clock = Date.parse(recordedAt)
    const key = idempotencyKey === undefined ? undefined : { 'idempotency-key': idempotencyKey }
    const answer = await client.post(negotiation, commands, key)
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  }
  client.clock = undefined
}

/**
 * Asks a service, by default for a reply that is not compressed: most of the time would go there.
 * That the reply is as the API describes it is seen to by `test/replies`.
 */
export async function ask(url: URL, init: RequestInit): Promise<Answer> {
  const headers = new Headers(init.headers)
  if (!headers.has('accept-encoding')) headers.set('accept-encoding', 'identity')
  const response = await fetch(url, { ...init, headers })
  const text = await response.text()
  const isJson = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '')
  const body = isJson && text !== '' ? JSON.parse(text) : text
  return { status: response.status, headers: response.headers, body }
}
