import { DatabaseSync, type StatementSync } from 'node:sqlite'

/** The cosignatures that witnesses gave, by log, size and key. They can be asked for again. */
export class Cosignatures {
  readonly #db: DatabaseSync
  readonly #put: StatementSync
  readonly #of: StatementSync

  constructor(file: string) {
    this.#db = new DatabaseSync(file)
    this.#db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS cosignature (
        origin TEXT NOT NULL,
        size INTEGER NOT NULL,
        key TEXT NOT NULL,
        line TEXT NOT NULL,
        PRIMARY KEY (origin, size, key)
      ) STRICT, WITHOUT ROWID;`)
    this.#put = this.#db.prepare('INSERT OR IGNORE INTO cosignature VALUES (?, ?, ?, ?)')
    this.#of = this.#db.prepare('SELECT line FROM cosignature WHERE origin = ? AND size = ?')
  }

  put(origin: string, size: number, key: string, line: string): void {
    this.#put.run(origin, size, key, line)
  }

  of(origin: string, size: number): string[] {
    return this.#of.all(origin, size).map((row) => row.line as string)
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close()
  }
}
