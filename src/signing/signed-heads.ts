import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { ForeignLog, SignedHead, SignedHeadStore } from '../ledger/log/signing.ts'
import { StoreUnavailable } from '../store/event-store.ts'

/** Another process has the file: it signs with the same seed. */
export class SeedInUse extends Error {}

const BUSY = 5

/**
 * The last signed head of each log, in a file of its own that one process has open at a time. A
 * head is kept once its events are durable. It survives the end of the process; the last second of
 * it may be lost with the power, and then an older head stands, which claims less.
 */
export class SignedHeads implements SignedHeadStore {
  readonly #db: DatabaseSync
  readonly #get: StatementSync
  readonly #put: StatementSync
  readonly #heads = new Map<string, SignedHead>()

  /** @throws {SeedInUse} */
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
      if (((error as { errcode?: number }).errcode ?? 0) % 256 !== BUSY) throw error
      throw new SeedInUse('another process signs with it')
    }
    this.#get = this.#db.prepare('SELECT ledger, size, root, first FROM signed WHERE origin = ?')
    this.#put = this.#db.prepare(
      'INSERT INTO signed VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET size = ?3, root = ?4',
    )
  }

  get(origin: string): SignedHead | undefined {
    return this.#heads.get(origin) ?? (this.#get.get(origin) as SignedHead | undefined)
  }

  /** Every log and its last signed size, in the order of their origins. */
  sizes(): Pick<SignedHead, 'ledger' | 'size'>[] {
    const rows = this.#db.prepare('SELECT ledger, size FROM signed ORDER BY origin').all()
    return rows as unknown as SignedHead[]
  }

  /** @throws {StoreUnavailable} */
  put(origin: string, head: SignedHead): void {
    this.#write(() => this.#put.run(origin, head.ledger, head.size, head.root, head.first))
    this.#heads.set(origin, head)
  }

  foreign(origin: string): ForeignLog | undefined {
    const query = 'SELECT ledger, vkey, manifest, "end" FROM foreign_log WHERE origin = ?'
    return this.#db.prepare(query).get(origin) as ForeignLog | undefined
  }

  /** @throws {StoreUnavailable} */
  putForeign(origin: string, { ledger, vkey, manifest, end }: ForeignLog): void {
    const insert = this.#db.prepare('INSERT OR REPLACE INTO foreign_log VALUES (?, ?, ?, ?, ?)')
    this.#write(() => insert.run(origin, ledger, vkey, manifest, end))
  }

  #write(run: () => void): void {
    try {
      run()
    } catch (error) {
      const message = `the file of signed heads: ${(error as Error).message}`
      throw new StoreUnavailable(message, { cause: error })
    }
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close()
  }
}
