import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { SignedHead, SignedHeadStore } from '../ledger/log/signing.ts'
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
          size INTEGER NOT NULL,
          root TEXT NOT NULL,
          first INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        BEGIN IMMEDIATE; COMMIT;`)
    } catch (error) {
      this.#db.close()
      if (((error as { errcode?: number }).errcode ?? 0) % 256 !== BUSY) throw error
      throw new SeedInUse('another process signs with it')
    }
    this.#get = this.#db.prepare('SELECT size, root, first FROM signed WHERE origin = ?')
    this.#put = this.#db.prepare(
      'INSERT INTO signed VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET size = ?2, root = ?3',
    )
  }

  get(origin: string): SignedHead | undefined {
    return this.#heads.get(origin) ?? (this.#get.get(origin) as SignedHead | undefined)
  }

  /** Every log and its last signed size, in the order of their origins. */
  sizes(): { readonly origin: string; readonly size: number }[] {
    const rows = this.#db.prepare('SELECT origin, size FROM signed ORDER BY origin').all()
    return rows as unknown as { origin: string; size: number }[]
  }

  /** @throws {StoreUnavailable} */
  put(origin: string, head: SignedHead): void {
    try {
      this.#put.run(origin, head.size, head.root, head.first)
    } catch (error) {
      const message = `the file of signed heads: ${(error as Error).message}`
      throw new StoreUnavailable(message, { cause: error })
    }
    this.#heads.set(origin, head)
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close()
  }
}
