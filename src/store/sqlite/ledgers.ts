import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { LedgerDamaged } from '../event-store.ts'

/** The ledgers of a data file by name, each checked as a whole when it is first used. */
export class Ledgers {
  readonly #known = new Map<string, number>()
  readonly #byName: StatementSync
  readonly #extent: StatementSync
  readonly #head: StatementSync
  readonly #insert: StatementSync

  constructor(db: DatabaseSync) {
    this.#byName = db.prepare('SELECT key FROM ledger WHERE name = ?')
    this.#extent = db.prepare(
      `SELECT min(revision) AS first, max(revision) AS last, count(*) AS count
       FROM event WHERE ledger = ?`,
    )
    this.#head = db.prepare('SELECT max(revision) AS head FROM event WHERE ledger = ?')
    this.#insert = db.prepare('INSERT INTO ledger (name) VALUES (?)')
  }

  /**
   * The ledger's key; undefined where there is no such ledger.
   *
   * @throws {LedgerDamaged} its revisions do not run from 0 without a gap.
   */
  key(name: string): number | undefined {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const key = this.#byName.get(name)?.key as number | undefined
    if (key === undefined) return undefined
    const { first, last, count } = this.#extent.get(key)!
    if (count !== 0 && last !== Number(count) - 1) {
      throw new LedgerDamaged(name, `${count} events stand at revisions ${first} to ${last}`)
    }
    this.#known.set(name, key)
    return key
  }

  /** The revision of the last event of the ledger with that key; -1 without one. */
  head(key: number | undefined): number {
    if (key === undefined) return -1
    return (this.#head.get(key)?.head as number | null) ?? -1
  }

  /** Adds a ledger and returns its key. */
  add(name: string): number {
    return Number(this.#insert.run(name).lastInsertRowid)
  }

  /** Forgets what was learnt in a transaction that did not come about. */
  forget(): void {
    this.#known.clear()
  }
}
