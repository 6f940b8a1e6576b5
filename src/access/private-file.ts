import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Opens a SQLite file that no other user of the machine may read; makes it and its folder if they are
 * missing.
 *
 * @param timeout milliseconds to wait for another connection
 */
export function openPrivateFile(file: string, timeout: number): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  closeSync(openSync(file, 'a', 0o600))
  return new DatabaseSync(file, { timeout })
}

/** Tells if a file has nothing in it, or that application id (https://sqlite.org/fileformat.html, 1.3). */
export function isEmptyOrOf(db: DatabaseSync, applicationId: number): boolean {
  if (db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined) return true
  return db.prepare('PRAGMA application_id').get()?.application_id === applicationId
}
