import { createClient, type Filter, type ResolvedEvent, type RustClient } from '@kurrent/bridge'
import type { Connection } from './connection.ts'
import { ConnectionInvalid } from './connection-invalid.ts'
import type { LogPosition } from './position.ts'
import { metadataStreamOf, prefixesOf, type Recorded } from './record.ts'

const FORWARDS = { direction: 'forwards', requiresLeader: true, resolvesLink: false }
const WITH_METADATA: Filter = {
  filterOn: 'streamName',
  prefixes: [...prefixesOf(), ...prefixesOf().map(metadataStreamOf)],
}

/**
 * Bounded reads by the native reader of the vendor's newer client; nothing else knows it. That
 * client itself is not loaded: its protocol classes and those of the older client take each other's
 * place. Errors are the reader's.
 */
export class NativeReader {
  readonly #connection: Connection
  #client: RustClient

  /** @throws {ConnectionInvalid} */
  constructor(connection: Connection) {
    this.#connection = connection
    this.#client = this.#connect()
  }

  /** Starts over with another connection. One that a silent server holds is left to end by itself. */
  reconnect(): void {
    this.#client = this.#connect()
  }

  /** The events of a stream from revision `from` on, at most `count`. */
  page(stream: string, from: number, count: number): Promise<Recorded[]> {
    const place = { fromRevision: from === 0 ? 'start' : BigInt(from), maxCount: BigInt(count) }
    return gathered(this.#client.readStream(stream, { ...FORWARDS, ...place }))
  }

  /** The last event of a stream, in an array; an empty one if the stream is empty. */
  last(stream: string): Promise<Recorded[]> {
    const place = { fromRevision: 'end', direction: 'backwards', maxCount: 1n }
    return gathered(this.#client.readStream(stream, { ...FORWARDS, ...place }))
  }

  /**
   * The events of all ledgers, or of those of a kind, from `position` on, the one there included, at
   * most `count`; and of streams that begin as theirs do.
   */
  all(position: LogPosition | undefined, count: number, kind?: string): Promise<Recorded[]> {
    return this.#all(position, count, { filterOn: 'streamName', prefixes: prefixesOf(kind) })
  }

  /** As {@link NativeReader.all}, with the metadata of their streams. */
  allWithMetadata(position: LogPosition | undefined, count: number): Promise<Recorded[]> {
    return this.#all(position, count, WITH_METADATA)
  }

  /** The last event of the server, whatever it is, in an array. */
  lastOfAll(): Promise<Recorded[]> {
    const place = { fromPosition: 'end', direction: 'backwards', maxCount: 1n }
    return gathered(this.#client.readAll({ ...FORWARDS, ...place }))
  }

  #all(position: LogPosition | undefined, count: number, filter: Filter): Promise<Recorded[]> {
    const place = { fromPosition: position ?? 'start', maxCount: BigInt(count), filter }
    return gathered(this.#client.readAll({ ...FORWARDS, ...place }))
  }

  #connect(): RustClient {
    try {
      return createClient(this.#connection.kurrentdb)
    } catch {
      // Its messages may have the whole string, with the password.
      throw new ConnectionInvalid(
        'is refused by the reader: check its user, its hosts and its options',
      )
    }
  }
}

async function gathered(pages: AsyncIterable<ResolvedEvent[]>): Promise<Recorded[]> {
  const all: Recorded[] = []
  for await (const page of pages) {
    for (const { event } of page) if (event !== undefined) all.push(event)
  }
  return all
}
