import { BACKWARDS, END, KurrentDBClient, START, streamNameFilter } from '@kurrent/kurrentdb-client'
import type { Connection } from './connection.ts'
import { ConnectionInvalid } from './connection-invalid.ts'
import type { Position } from './position.ts'
import { type Recorded, STREAM_PREFIX } from './record.ts'

/**
 * Bounded reads by `@kurrent/kurrentdb-client`, whose reader is native code; nothing else knows
 * that client. Errors are the client's.
 */
export class NativeReader {
  readonly #connection: Connection
  #client: KurrentDBClient

  /** @throws {ConnectionInvalid} */
  constructor(connection: Connection) {
    this.#connection = connection
    this.#client = this.#connect()
  }

  /** The events of a stream from revision `from` on, at most `count`. */
  page(stream: string, from: number, count: number): Promise<Recorded[]> {
    const fromRevision = from === 0 ? START : BigInt(from)
    const options = { fromRevision, maxCount: count, requiresLeader: true } as const
    return gathered(this.#client.readStream(stream, options))
  }

  /** The last event of a stream, in an array; an empty one where there is none. */
  last(stream: string): Promise<Recorded[]> {
    const backwards = { fromRevision: END, direction: BACKWARDS } as const
    const options = { ...backwards, maxCount: 1, requiresLeader: true }
    return gathered(this.#client.readStream(stream, options))
  }

  /** The events of all ledgers from `position` on, the one there included, at most `count`. */
  all(position: Position | undefined, count: number): Promise<Recorded[]> {
    const fromPosition = position ?? START
    const filter = streamNameFilter({ prefixes: [STREAM_PREFIX] })
    const options = { fromPosition, filter, maxCount: count, requiresLeader: true } as const
    return gathered(this.#client.readAll(options))
  }

  /** Starts over with a new connection. */
  reconnect(): void {
    void this.#client.dispose()
    this.#client = this.#connect()
  }

  #connect(): KurrentDBClient {
    try {
      return KurrentDBClient.connectionString(this.#connection.kurrentdb)
    } catch (error) {
      throw new ConnectionInvalid((error as Error).message)
    }
  }
}

async function gathered(
  events: AsyncIterable<{ event?: Recorded | undefined }>,
): Promise<Recorded[]> {
  const page: Recorded[] = []
  for await (const { event } of events) if (event !== undefined) page.push(event)
  return page
}
