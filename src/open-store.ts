import { mkdirSync } from 'node:fs'
import { type Config, ConfigurationInvalid } from './config.ts'
import { type EventStore, StoreUnavailable } from './store/event-store.ts'
import { readConnection } from './store/kurrentdb/connection.ts'
import { ConnectionInvalid } from './store/kurrentdb/connection-invalid.ts'
import { openKurrentStore } from './store/kurrentdb/open.ts'
import { openSqliteStore } from './store/sqlite/open.ts'

/**
 * Opens the store that is configured. The data folder exists afterwards, also where it will hold
 * nothing but an index.
 *
 * @throws {ConfigurationInvalid} the connection string cannot be used.
 * @throws {StoreUnavailable} the folder is in use, or the server is not reached and has to be.
 * @throws {StoreRefused} what is in the data folder cannot be served.
 */
export async function openStore(folder: string, config: Config): Promise<EventStore> {
  if (config.store === 'sqlite') return openSqliteStore(folder)
  const store = connect(config)
  mkdirSync(folder, { recursive: true })
  if (config.storeAtStart === 'wait') return store
  try {
    await store.ready()
    return store
  } catch (error) {
    await store.close()
    const { shown } = readConnection(config.store)
    throw new StoreUnavailable(`${shown}: ${(error as Error).message}`, { cause: error })
  }
}

function connect({ store, storeAppendBytes }: Config): EventStore {
  try {
    return openKurrentStore(store, { maxAppendBytes: storeAppendBytes })
  } catch (error) {
    if (!(error instanceof ConnectionInvalid)) throw error
    throw new ConfigurationInvalid([`LEDGER_STORE ${error.message}`])
  }
}
