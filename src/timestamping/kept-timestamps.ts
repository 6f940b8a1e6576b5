import { createHash } from 'node:crypto'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Timestamped } from '../ledger/log/signing.ts'

/** The replies of timestamp authorities, as they came, by log and size. */
export class KeptTimestamps {
  readonly #db: DatabaseSync
  readonly #put: StatementSync
  readonly #has: StatementSync
  readonly #newest: StatementSync

  constructor(file: string) {
    this.#db = new DatabaseSync(file)
    this.#db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS timestamp (
        origin TEXT NOT NULL,
        size INTEGER NOT NULL,
        note TEXT NOT NULL, -- SHA-256 of the note that is stamped, in hexadecimal
        reply BLOB NOT NULL,
        PRIMARY KEY (origin, size)
      ) STRICT;`)
    this.#put = this.#db.prepare('INSERT OR REPLACE INTO timestamp VALUES (?, ?, ?, ?)')
    this.#has = this.#db.prepare(
      'SELECT 1 FROM timestamp WHERE origin = ? AND size = ? AND note = ?',
    )
    this.#newest = this.#db.prepare(
      'SELECT size, reply FROM timestamp WHERE origin = ? AND size <= ? ORDER BY size DESC LIMIT 1',
    )
  }

  put(origin: string, size: number, note: string, reply: Uint8Array): void {
    this.#put.run(origin, size, digestOf(note), reply)
  }

  has(origin: string, size: number, note: string): boolean {
    return this.#has.get(origin, size, digestOf(note)) !== undefined
  }

  newest(origin: string, size: number): Timestamped | undefined {
    return this.#newest.get(origin, size) as Timestamped | undefined
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close()
  }
}

function digestOf(note: string): string {
  return createHash('sha256').update(note).digest('hex')
}
