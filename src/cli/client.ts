import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { json } from 'node:stream/consumers'
import type { Language } from '../words/language.ts'
import { exchange, type Outgoing } from './exchange.ts'
import { Failure, type ProblemBody, RefusedFailure } from './failure.ts'

/** Values of query parameters; those that are undefined are left out. */
export type QueryMembers = Readonly<Record<string, string | number | boolean | undefined>>

export interface Sent {
  readonly query?: QueryMembers
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Readable
  readonly signal?: AbortSignal
}

/** The API of one service, over HTTP: the one way in which the command line reads and writes. */
export class ApiClient {
  readonly base: URL
  /** The damage of the ledger of the last reply, as its header Ledger-Damaged says. */
  damaged: string | undefined
  /** The language in which sentences are asked for; if not given, the service chooses. */
  language: Language | undefined

  readonly #credentials: Readonly<Record<string, string>>

  /**
   * @param url of the service; what follows the host is where its API begins.
   * @param accessKey sent with each request; empty: none.
   */
  constructor(url: string, accessKey = '') {
    this.base = new URL(url.endsWith('/') ? url : `${url}/`)
    this.#credentials = accessKey === '' ? {} : { authorization: `Bearer ${accessKey}` }
  }

  /** @throws {Failure} nobody answers. @throws {RefusedFailure} the answer is a problem. */
  async get<Reply>(path: string, query: QueryMembers = {}): Promise<Reply> {
    return this.read<Reply>(await this.send('GET', path, { query }))
  }

  /** @throws as `get`. */
  async post<Reply>(path: string, { headers, ...rest }: Sent): Promise<Reply> {
    const json = rest.body === undefined ? {} : { 'content-type': 'application/json' }
    const sent = { ...rest, headers: { ...json, ...headers } }
    return this.read<Reply>(await this.send('POST', path, sent))
  }

  /**
   * Sends a request, and resolves when its response begins.
   *
   * @throws as `get`.
   */
  async send(method: string, path: string, { query = {}, headers: own, ...sent }: Sent = {}) {
    const url = new URL(path.replace(/^\//, ''), this.base)
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value))
    }
    const spoken = this.language === undefined ? {} : { 'accept-language': this.language }
    const outgoing = { method, headers: { ...this.#credentials, ...spoken, ...own }, ...sent }
    const response = await this.#exchange(url, outgoing)
    const { statusCode = 0, headers } = response
    this.damaged = headers['ledger-damaged'] as string | undefined
    if (statusCode < 200 || statusCode > 299) throw await this.#refusalOf(response)
    return response
  }

  /** The JSON that a response is. @throws {Failure} it broke off. */
  async read<Reply>(response: IncomingMessage): Promise<Reply> {
    try {
      return (await json(response)) as Reply
    } catch (error) {
      throw new Unreachable(this.base, error)
    }
  }

  async #exchange(url: URL, outgoing: Outgoing): Promise<IncomingMessage> {
    try {
      return await exchange(url, outgoing)
    } catch (error) {
      if (outgoing.signal?.aborted) throw error
      throw new Unreachable(this.base, error)
    }
  }

  async #refusalOf(response: IncomingMessage): Promise<Failure> {
    const type = response.headers['content-type'] ?? ''
    if (type.startsWith('application/problem+json')) {
      return new RefusedFailure(await this.read<ProblemBody>(response))
    }
    response.resume()
    const { origin } = this.base
    return new Failure(`${origin} answers ${response.statusCode}, and not as a ledger does.`, {
      advice: 'Is --url the address of a ledger?',
    })
  }
}

/** Errors of a connection before anything is sent. */
const UNSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** Nobody answered, or not to the end. */
export class Unreachable extends Failure {
  /** True if the request may have arrived all the same. */
  readonly mayHaveArrived: boolean
  constructor(base: URL, cause: unknown) {
    const { code = '', message } = cause as NodeJS.ErrnoException
    const why = code === 'ECONNREFUSED' ? 'nothing listens there' : message
    super(`No answer from ${base.origin}: ${why}.`, {
      advice:
        'Start a service with `ledger serve`, name one with --url, or open a data folder with --data.',
    })
    this.name = 'Unreachable'
    this.mayHaveArrived = !UNSENT.has(code)
  }
}
