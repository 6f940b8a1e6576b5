import { type Config, ConfigurationInvalid } from './settings/config.ts'
import { type EventStore, StoreUnavailable } from './store/event-store.ts'
import { readConnection } from './store/kurrentdb/connection.ts'
import { ConnectionInvalid } from './store/kurrentdb/connection-invalid.ts'

/**
 * Opens the store that is configured. An adapter is loaded where it is chosen: the driver of the
 * other one need not be there.
 *
 * @throws {ConfigurationInvalid} the connection string cannot be used, or has no driver here.
 * @throws {StoreUnavailable} the folder is in use, or the server is not reached and has to be.
 * @throws {StoreRefused} what is in the data folder cannot be served.
 */
export async function openStore(folder: string, config: Config): Promise<EventStore> {
  if (config.store === 'sqlite') {
    const { openSqliteStore } = await import('./store/sqlite/open.ts')
    return openSqliteStore(folder)
  }
  const store = await connect(config)
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

async function connect({ store, storeAppendBytes }: Config): Promise<EventStore> {
  try {
    const { openKurrentStore } = await import('./store/kurrentdb/open.ts')
    return openKurrentStore(store, { maxAppendBytes: storeAppendBytes })
  } catch (error) {
    if (error instanceof ConnectionInvalid) fault(error.message)
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') fault(LACKING)
    throw error
  }
}

const LACKING =
  'names a KurrentDB, whose driver is not in this one file: run the ledger from its folder.'

function fault(why: string): never {
  throw new ConfigurationInvalid([`LEDGER_STORE ${why}`])
}
