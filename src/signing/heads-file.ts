import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { ForeignLog, SignedHead } from '../ledger/log/signing.ts'

/**
 * The last signed head of each log, in a file of its own that one process has open at a time. A
 * head is kept once its events are durable. It survives the end of the process; the last second of
 * it may be lost with the power, and then an older head stands, which claims less.
 */
export class HeadsFile {
  readonly #db: DatabaseSync
  readonly #get: StatementSync
  readonly #put: StatementSync
  readonly #foreign: StatementSync

  /** @throws {Error} of SQLite; BUSY where another process has the file open. */
  constructor(file: string) {
    this.#db = new DatabaseSync(file, { timeout: 0 })
    try {
      this.#db.exec(`
        PRAGMA locking_mode = EXCLUSIVE;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        CREATE TABLE IF NOT EXISTS signed (
          origin TEXT PRIMARY KEY,
          ledger TEXT NOT NULL,
          size INTEGER NOT NULL,
          root TEXT NOT NULL,
          first INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS foreign_log (
          origin TEXT PRIMARY KEY,
          ledger TEXT NOT NULL,
          vkey TEXT NOT NULL,
          manifest TEXT NOT NULL,
          "end" TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        BEGIN IMMEDIATE; COMMIT;`)
    } catch (error) {
      this.#db.close()
      throw error
    }
    this.#get = this.#db.prepare('SELECT ledger, size, root, first FROM signed WHERE origin = ?')
    this.#put = this.#db.prepare(
      `INSERT INTO signed VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET size = ?3, root = ?4 WHERE ?3 > size`,
    )
    this.#foreign = this.#db.prepare(
      'SELECT ledger, vkey, manifest, "end" FROM foreign_log WHERE origin = ?',
    )
  }

  get(origin: string): SignedHead | undefined {
    return this.#get.get(origin) as SignedHead | undefined
  }

  /** In the order of their origins. */
  sizes(): Pick<SignedHead, 'ledger' | 'size'>[] {
    const rows = this.#db.prepare('SELECT ledger, size FROM signed ORDER BY origin').all()
    return rows as unknown as SignedHead[]
  }

  put(origin: string, { ledger, size, root, first }: SignedHead): void {
    this.#put.run(origin, ledger, size, root, first)
  }

  foreign(origin: string): ForeignLog | undefined {
    return this.#foreign.get(origin) as ForeignLog | undefined
  }

  putForeign(origin: string, { ledger, vkey, manifest, end }: ForeignLog): void {
    const insert = this.#db.prepare('INSERT OR REPLACE INTO foreign_log VALUES (?, ?, ?, ?, ?)')
    insert.run(origin, ledger, vkey, manifest, end)
  }

  takeOver(origin: string, head: SignedHead): void {
    this.put(origin, head)
    this.#db.prepare('DELETE FROM foreign_log WHERE origin = ?').run(origin)
  }

  close(): void {
    this.#db.close()
  }
}
