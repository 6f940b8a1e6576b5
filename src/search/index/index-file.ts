import { hash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { isCorrupt } from '../../store/sqlite-codes.ts'
import { columnsOf } from '../words/columns.ts'
import { INDEX_VERSION, SCHEMA } from './schema.ts'

/** Words of every kind that analysis tells apart: what it makes of them tells versions apart. */
const SAMPLE =
  'Negotiations, L’armée négociait, переговорами делегаций делегацією п’ятьох, الْمُفَاوَضَاتُ ٣, 停火 データ Łódź Þórr Straße Iğdır'

/**
 * Opens an index file, made if it is missing, and made again if the one there is damaged, or of
 * another version of the schema, of the stemmers or of Unicode: it holds nothing that the store
 * does not. One connection at a time has it, this one until it is closed.
 *
 * @throws SQLite's own error where the file cannot be used: locked, full, out of reach, its folder
 *   gone. The folder is not made again: a data folder that was moved away would seem to be there.
 */
export function openIndexFile(file: string): DatabaseSync {
  try {
    const db = opened(file)
    if (isCurrent(db)) return db
    db.close()
  } catch (error) {
    if (!isCorrupt(error)) throw error
  }
  removeIndexFile(file)
  const db = opened(file)
  db.exec(`BEGIN IMMEDIATE; ${SCHEMA}
    INSERT INTO state (one, fingerprint, events) VALUES (1, '${fingerprint()}', 0);
    COMMIT`)
  return db
}

/** Removes an index file, with what SQLite keeps beside it. */
export function removeIndexFile(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true })
}

function opened(file: string): DatabaseSync {
  const db = new DatabaseSync(file)
  try {
    db.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function isCurrent(db: DatabaseSync): boolean {
  const found = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'state'").get()
  if (found?.n !== 1) return false
  return db.prepare('SELECT fingerprint FROM state').get()?.fingerprint === fingerprint()
}

function fingerprint(): string {
  const all = JSON.stringify([INDEX_VERSION, columnsOf([{ field: '', text: SAMPLE }])])
  return hash('sha256', all, 'base64url')
}
