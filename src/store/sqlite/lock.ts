import { DatabaseSync } from 'node:sqlite'
import { StoreUnavailable } from '../event-store.ts'
import { BUSY, sqliteCode } from '../sqlite-codes.ts'
import { openingError } from './failures.ts'

/**
 * Takes `lockFile` for this process, until released or the process ends however it ends. The lock
 * is on a file of its own so that the data file stays readable to other programs.
 *
 * @returns what lets go of the lock.
 * @throws {StoreUnavailable} it is held elsewhere; the message names `dataFile`.
 */
export function takeLock(lockFile: string, dataFile: string): () => void {
  const lock = new DatabaseSync(lockFile, { open: false, timeout: 0 })
  try {
    lock.open()
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    if (lock.isOpen) lock.close()
    if (sqliteCode(error) !== BUSY) throw openingError(error, lockFile)
    throw new StoreUnavailable(`${dataFile} is in use by another process`, { cause: error })
  }
  return () => lock.close()
}
