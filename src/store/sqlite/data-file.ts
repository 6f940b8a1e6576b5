import { DatabaseSync } from 'node:sqlite'
import { StoreRefused } from './failures.ts'
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts'

/** How long a commit waits for a writer outside this process, such as a `sqlite3` shell. */
const BUSY_MILLISECONDS = 250

/**
 * Opens the data file, creating it where there is none, and checks that it is ours and whole.
 * A file that is refused is left as it was.
 *
 * @throws {StoreRefused} the file is another program's, from a newer version, or damaged; where
 *   SQLite itself finds that, its own error, for {@link openingError} to name.
 */
export function openDataFile(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: BUSY_MILLISECONDS })
  try {
    const fresh = identify(db, file)
    configure(db, file)
    if (fresh) create(db)
    check(db, file)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Whether the file is still empty; refuses what is not ours to open. */
function identify(db: DatabaseSync, file: string): boolean {
  const owner = pragma(db, 'application_id')
  const version = pragma(db, 'user_version')
  if (owner === 0 && version === 0) {
    const { objects } = db.prepare('SELECT count(*) AS objects FROM sqlite_schema').get()!
    if (objects === 0) return true
  }
  if (owner !== APPLICATION_ID) throw new StoreRefused(`${file} is not a ledger's data file`)
  if (Number(version) > SCHEMA_VERSION) {
    throw new StoreRefused(
      `${file} has schema ${version}, made by a newer version; this one reads up to ${SCHEMA_VERSION}`,
    )
  }
  return false
}

/** Settings of a connection; only the journal mode stays with the file. */
function configure(db: DatabaseSync, file: string): void {
  const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode
  if (mode !== 'wal') throw new StoreRefused(`${file} lies where SQLite cannot keep a WAL`)
  db.exec('PRAGMA synchronous = FULL')
  // Where fsync does not reach the disk (macOS), ask for the call that does.
  db.exec('PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON')
  // Small and often: a large checkpoint stalls every append that waits behind it.
  db.exec('PRAGMA wal_autocheckpoint = 250')
  db.exec('PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF')
}

function create(db: DatabaseSync): void {
  db.exec(`BEGIN IMMEDIATE; ${SCHEMA}
    PRAGMA application_id = ${APPLICATION_ID};
    PRAGMA user_version = ${SCHEMA_VERSION};
    COMMIT`)
}

function check(db: DatabaseSync, file: string): void {
  const found = db.prepare('PRAGMA quick_check(1)').get()?.quick_check
  if (found !== 'ok') throw new StoreRefused(`${file} is damaged: ${found}`)
}

function pragma(db: DatabaseSync, name: string): unknown {
  return db.prepare(`PRAGMA ${name}`).get()?.[name]
}
