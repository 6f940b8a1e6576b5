import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { EventStore } from '../event-store.ts'
import { openDataFile } from './data-file.ts'
import { openingError } from './failures.ts'
import { takeLock } from './lock.ts'
import { SqliteStore } from './store.ts'

/** The names of the files in a data folder; SQLite adds `-wal` and `-shm` beside the first. */
export const DATA_FILE = 'ledger.sqlite'
export const LOCK_FILE = 'ledger.lock'

/**
 * Opens the event store in `folder`, creating both where they do not exist.
 *
 * @throws {StoreUnavailable} another process has it open.
 * @throws {StoreRefused} the data file is not ours, from a newer version, or damaged.
 */
export async function openSqliteStore(folder: string): Promise<EventStore> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, DATA_FILE)
  const release = takeLock(join(folder, LOCK_FILE), file)
  try {
    return new SqliteStore(openDataFile(file), release)
  } catch (error) {
    release()
    throw openingError(error, file)
  }
}
