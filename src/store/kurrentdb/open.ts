import type { EventStore } from '../event-store.ts'
import { Appender } from './appender.ts'
import { KurrentClient } from './client.ts'
import { readConnection } from './connection.ts'
import { Health, TIMING, type Timing } from './health.ts'
import { KurrentHistory } from './history.ts'
import { KnownLedgers } from './known-ledgers.ts'
import { NativeReader } from './native-reader.ts'
import { News } from './news.ts'
import { KurrentStore } from './store.ts'
import { Tries } from './tries.ts'
import { Watch } from './watch.ts'
import { KurrentWriter } from './writer.ts'

/** The server's own default for `MaxAppendSize`: 1 MiB. */
export const MAX_APPEND_BYTES = 1024 * 1024

export interface KurrentOptions {
  /** All that the server is set to as `MaxAppendSize`, in bytes. */
  readonly maxAppendBytes?: number
  readonly timing?: Partial<Timing>
}

/**
 * The event store on the server that a connection string names. The server need not be there yet:
 * {@link EventStore.ready} says whether it is.
 *
 * @throws {ConnectionInvalid}
 */
export function openKurrentStore(
  connectionString: string,
  options: KurrentOptions = {},
): EventStore {
  const connection = readConnection(connectionString)
  const { maxAppendBytes = MAX_APPEND_BYTES, timing } = options
  const health = new Health({ ...TIMING, ...timing })
  const closing = new AbortController()
  const client = new KurrentClient(connection)
  const history = new KurrentHistory(new NativeReader(connection), health, closing.signal)
  const known = new KnownLedgers(history)
  const appender = new Appender(client, history, new Tries(health, closing.signal))
  const news = new News()
  const means = { history, known, appender, health, news, closing: closing.signal }
  const writer = new KurrentWriter({ ...means, maxAppendBytes })
  const watch = new Watch({ ...means, client })
  return new KurrentStore({ ...means, watch, writer, closing })
}
