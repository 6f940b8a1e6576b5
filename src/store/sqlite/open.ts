import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { EventStore } from '../event-store.ts'
import { Presence } from '../presence.ts'
import { openForReading } from './data-file.ts'
import { openingError } from './failures.ts'
import { takeLock } from './lock.ts'
import { SqliteStore } from './store.ts'
import { Tail } from './tail.ts'
import { SqliteWriter } from './writer.ts'

/** The names of the files in a data folder; SQLite adds `-wal` and `-shm` beside the first. */
export const DATA_FILE = 'ledger.sqlite'
export const LOCK_FILE = 'ledger.lock'

/**
 * Opens the event store in `folder`, creating both where they do not exist.
 *
 * @param thread the program of the thread that writes; another than ours for tests alone.
 * @throws {StoreUnavailable} another process has it open.
 * @throws {StoreRefused} the data file is not ours, empty, from a newer version, or damaged.
 */
export async function openSqliteStore(folder: string, thread?: URL): Promise<EventStore> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, DATA_FILE)
  const lockFile = join(folder, LOCK_FILE)
  const release = takeLock(lockFile, file)
  try {
    const tail = new Tail()
    const writer = await SqliteWriter.open({ file, lockFile }, tail, thread)
    const presence = new Presence([file, `${file}-wal`, lockFile])
    return new SqliteStore(openForReading(file), { writer, tail, presence, release })
  } catch (error) {
    release()
    throw openingError(error, file)
  }
}
