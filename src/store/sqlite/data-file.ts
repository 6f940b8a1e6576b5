import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreRefused } from './failures.ts'
import { checkDigest } from './rows.ts'
import { APPLICATION_ID, CREATE, FROM_1_TO_2, SCHEMA_VERSION } from './schema.ts'

/** The time for which a commit waits for a writer outside this process, such as a `sqlite3` shell. */
const BUSY_MILLISECONDS = 250

/** Settings of every connection, the writer's and the readers'. */
const ANY_CONNECTION =
  'PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF'

/**
 * Opens the data file for writing, creating it if it is missing, brings it to this version's
 * schema, and checks that it is ours and whole. A file that is refused is left as it was.
 *
 * @throws {StoreRefused} the file is another program's, empty, from a newer version, or damaged;
 *   where SQLite itself finds that, its own error, for {@link openingError} to name.
 */
export function openDataFile(file: string): DatabaseSync {
  if (!existsSync(file)) create(file)
  refuseIfEmpty(file)
  const db = new DatabaseSync(file, { timeout: BUSY_MILLISECONDS })
  try {
    const version = identify(db, file)
    configure(db, file)
    check(db, file)
    if (version === 1) migrate(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Opens a data file, which a writer of this process has open, for reading beside that writer. */
export function openForReading(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MILLISECONDS })
  db.exec(ANY_CONNECTION)
  return db
}

/** Says which schema the file has; refuses what is not ours to open. */
function identify(db: DatabaseSync, file: string): number {
  const version = Number(pragma(db, 'user_version'))
  if (pragma(db, 'application_id') !== APPLICATION_ID) {
    throw new StoreRefused(`${file} is not a ledger's data file`)
  }
  if (version > SCHEMA_VERSION) {
    throw new StoreRefused(
      `${file} has schema ${version}, made by a newer version; this one reads up to ${SCHEMA_VERSION}`,
    )
  }
  return version
}

/** Settings of the writer's connection; only the journal mode stays with the file. */
function configure(db: DatabaseSync, file: string): void {
  const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode
  if (mode !== 'wal') throw new StoreRefused(`${file} lies where SQLite cannot keep a WAL`)
  db.exec('PRAGMA synchronous = FULL')
  // Where fsync does not reach the disk (macOS), ask for the call that does.
  db.exec('PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON')
  // Small and often: a large checkpoint stalls every append that waits behind it.
  db.exec('PRAGMA wal_autocheckpoint = 250')
  db.exec(ANY_CONNECTION)
}

/**
 * Makes the file under another name and gives it its own once it is whole: a process that dies in
 * between leaves no file that could be taken for one that lost its events.
 */
function create(file: string): void {
  if (existsSync(`${file}-wal`)) {
    throw new StoreRefused(
      `${file} is missing, and ${file}-wal beside it has events that belong to it: restore both`,
    )
  }
  const unfinished = `${file}.new`
  for (const end of ['', '-journal']) rmSync(`${unfinished}${end}`, { force: true })
  const db = new DatabaseSync(unfinished)
  try {
    db.exec(`PRAGMA synchronous = FULL; ${CREATE}`)
  } finally {
    db.close()
  }
  renameSync(unfinished, file)
  syncFolder(dirname(file))
}

/** Makes the names of a folder's files durable, where the system can. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const open = openSync(folder, 'r')
  try {
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}

function refuseIfEmpty(file: string): void {
  if (statSync(file).size > 0) return
  throw new StoreRefused(
    `${file} is empty (0 bytes), which no data file is: restore it from a backup, or remove it to start without events`,
  )
}

/** Gives each row of a file of version 0.1 its check digest. */
function migrate(db: DatabaseSync): void {
  db.function('check_digest', { deterministic: true, varargs: true }, (...columns) => {
    const [ledger, revision, id, type, header, salt, body, request] = columns
    return checkDigest(ledger, { revision, id, type, header, salt, body, request })
  })
  db.exec(FROM_1_TO_2)
}

/** The whole file by `quick_check`, and that the names of ledgers and their index agree. */
function check(db: DatabaseSync, file: string): void {
  const found = db.prepare('PRAGMA quick_check(1)').get()?.quick_check
  if (found !== 'ok') throw new StoreRefused(`${file} is damaged: ${found}`)
  const names = db.prepare("PRAGMA integrity_check('ledger')").get()?.integrity_check
  if (names !== 'ok') throw new StoreRefused(`${file} is damaged: ${names}`)
}

function pragma(db: DatabaseSync, name: string): unknown {
  return db.prepare(`PRAGMA ${name}`).get()?.[name]
}
