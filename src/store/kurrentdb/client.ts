import { readFileSync } from 'node:fs'
import {
  type AllStreamRecordedEvent,
  type EventData,
  EventStoreDBClient,
  START,
  streamNameFilter,
} from '@eventstore/db-client'
import type { Connection } from './connection.ts'
import { ConnectionInvalid } from './connection-invalid.ts'
import type { NamedFile } from './connection-query.ts'
import { withinDeadline } from './deadline.ts'
import type { LogPosition } from './position.ts'
import { metadataStreamOf, type Proposed, prefixesOf } from './record.ts'
import { type Drops, signals } from './signals.ts'

/** A checkpoint of the feed comes after this many times 32 events that are not ours. */
const CHECKPOINT_INTERVAL = 32

/** Appends and subscriptions, by `@eventstore/db-client`; nothing else knows that client. */
export class KurrentClient {
  readonly #client: EventStoreDBClient
  readonly #connection: Connection

  /** @throws {ConnectionInvalid} a certificate that the string names cannot be read. */
  constructor(connection: Connection) {
    this.#connection = connection
    for (const file of connection.files) requireFile(file)
    try {
      this.#client = EventStoreDBClient.connectionString(connection.esdb)
    } catch {
      // Its messages have the whole string, with the password.
      throw new ConnectionInvalid(
        'is refused by the driver: check its user, its hosts and its options',
      )
    }
  }

  /**
   * One append, tried once. Credentials go with it always: they choose the path on which each
   * append is a call of its own, with a deadline that holds.
   *
   * @returns the revision of its last event, as the server has it.
   */
  async append(
    stream: string,
    expected: number,
    records: readonly Proposed[],
    deadline: number,
  ): Promise<number> {
    const call = this.#client.appendToStream(stream, records as unknown as EventData[], {
      expectedRevision: expected < 0 ? 'no_stream' : BigInt(expected),
      credentials: this.#connection.credentials,
      requiresLeader: true,
      deadline,
    })
    const { nextExpectedRevision } = await withinDeadline(deadline + 500, call)
    return Number(nextExpectedRevision)
  }

  /**
   * Yields what comes after `position` to the ledgers and to the metadata of their streams; see
   * {@link signals}.
   *
   * @param checkpoint is told, now and then, of a position before which there is nothing more.
   */
  watchAll(
    position: LogPosition | undefined,
    checkpoint: (position: LogPosition) => void,
    drops: Drops,
  ): AsyncGenerator<Seen | undefined> {
    const filter = streamNameFilter({
      prefixes: [...prefixesOf(), ...prefixesOf().map(metadataStreamOf)],
      checkpointInterval: CHECKPOINT_INTERVAL,
      checkpointReached: async (_, reached) => checkpoint(reached),
    })
    const fromPosition = position ?? START
    return signals(
      () => this.#client.subscribeToAll({ fromPosition, filter }),
      ({ streamId, type, revision, position }: AllStreamRecordedEvent): Seen => {
        return { stream: streamId, type, revision: Number(revision), position }
      },
      drops,
    )
  }
}

/** @throws {ConnectionInvalid} the file cannot be read; relative paths start at the working folder. */
function requireFile({ option, path }: NamedFile): void {
  try {
    readFileSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such file' : code
    throw new ConnectionInvalid(`option ${option} names ${path}, which cannot be read: ${why}`)
  }
}

/** An event as a subscription shows it. */
export interface Seen {
  readonly stream: string
  readonly type: string
  readonly revision: number
  readonly position: LogPosition
}
