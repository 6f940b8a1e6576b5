import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { LedgerDamaged } from '../event-store.ts'

/** The ledgers of a data file by name, each checked as a whole when it is first used. */
export class SqliteLedgers {
  readonly #known = new Map<string, number>()
  readonly #byName: StatementSync
  readonly #extent: StatementSync
  readonly #head: StatementSync
  readonly #revisions: StatementSync
  readonly #insert: StatementSync

  constructor(db: DatabaseSync) {
    this.#byName = db.prepare('SELECT key FROM ledger WHERE name = ?')
    // Counted in both indexes: one that lost its last entries agrees with itself. Every id is a text
    // beyond the empty one, and only the index of ids knows such a range.
    this.#extent = db.prepare(
      `SELECT min(revision) AS first, max(revision) AS last, count(*) AS count,
         (SELECT count(*) FROM event WHERE ledger = ?1 AND id > '') AS ids
       FROM event WHERE ledger = ?1`,
    )
    this.#head = db.prepare('SELECT max(revision) AS head FROM event WHERE ledger = ?')
    this.#revisions = db.prepare('SELECT revision FROM event WHERE ledger = ? ORDER BY revision')
    this.#insert = db.prepare('INSERT INTO ledger (name) VALUES (?)')
  }

  /** The ledger's key, whole or not; undefined where there is no such ledger. */
  find(name: string): number | undefined {
    return this.#known.get(name) ?? (this.#byName.get(name)?.key as number | undefined)
  }

  /**
   * The ledger's key; undefined where there is no such ledger.
   *
   * @throws {LedgerDamaged} its revisions do not run from 0 without a gap, or an index of it has lost
   *   entries.
   */
  key(name: string): number | undefined {
    const key = this.find(name)
    if (key === undefined || this.#known.has(name)) return key
    const { first, last, count, ids } = this.#extent.get(key)!
    if (last !== Number(count) - 1) {
      const message = `${count} events stand at revisions ${first} to ${last}`
      throw new LedgerDamaged(name, { kind: 'missing', message, revision: this.#firstGap(key) })
    }
    if (ids !== count) {
      const message = `${count} events stand under their revisions, and ${ids} under their ids`
      const revision = Number(count) < Number(ids) ? Number(count) : undefined
      throw new LedgerDamaged(name, { kind: 'missing', message, revision })
    }
    this.#known.set(name, key)
    return key
  }

  /** The first revision that is not there. */
  #firstGap(key: number): number {
    let expected = 0
    for (const { revision } of this.#revisions.iterate(key)) {
      if (revision !== expected) break
      expected++
    }
    return expected
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
