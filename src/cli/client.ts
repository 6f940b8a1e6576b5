import { Failure, type ProblemReply, Refusal } from './failure.ts'

/** Values of query parameters; those that are undefined are left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>

export interface Sent {
  readonly query?: Query
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | ReadableStream
  readonly signal?: AbortSignal
}

/** The API of one service, over HTTP: the one way in which the command line reads and writes. */
export class Client {
  readonly base: URL

  /** @param url of the service; what follows the host is where its API begins. */
  constructor(url: string) {
    this.base = new URL(url.endsWith('/') ? url : `${url}/`)
  }

  /** @throws {Failure} nobody answers. @throws {Refusal} the answer is a problem. */
  async get<Reply>(path: string, query: Query = {}): Promise<Reply> {
    return (await this.send('GET', path, { query })).json() as Promise<Reply>
  }

  /** @throws as `get`. */
  async post<Reply>(path: string, { headers, ...rest }: Sent): Promise<Reply> {
    const json = { 'content-type': 'application/json', ...headers }
    return (await this.send('POST', path, { ...rest, headers: json })).json() as Promise<Reply>
  }

  /** @throws as `get`. */
  async send(method: string, path: string, { query = {}, headers, body, signal }: Sent = {}) {
    const url = new URL(path.replace(/^\//, ''), this.base)
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value))
    }
    const response = await this.#fetch(url, {
      method,
      ...(headers && { headers }),
      ...(body !== undefined && { body, duplex: 'half' }),
      ...(signal && { signal }),
    } as RequestInit)
    if (!response.ok) throw await refusalOf(response, url)
    return response
  }

  async #fetch(url: URL, init: RequestInit): Promise<Response> {
    try {
      return await fetch(url, init)
    } catch (error) {
      if (init.signal?.aborted) throw error
      throw new Unreachable(this.base, error)
    }
  }
}

/** Nobody answered, or not to the end. Whether a write was recorded is not known then. */
export class Unreachable extends Failure {
  constructor(base: URL, cause: unknown) {
    const { code, message } = ((cause as Error).cause ?? cause) as NodeJS.ErrnoException
    const why = code === 'ECONNREFUSED' ? 'nothing listens there' : message
    super(`No answer from ${base.origin}: ${why}.`, {
      advice:
        'Start a service with `ledger serve`, name one with --url, or open a data folder with --data.',
    })
    this.name = 'Unreachable'
  }
}

async function refusalOf(response: Response, url: URL): Promise<Failure> {
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('application/problem+json')) {
    return new Refusal((await response.json()) as ProblemReply)
  }
  return new Failure(`${url.origin} answers ${response.status}, and not as a ledger does.`, {
    advice: 'Is --url the address of a ledger?',
  })
}
