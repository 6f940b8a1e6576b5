import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { LedgerDamaged, StoreUnavailable } from '../event-store.ts'
import type { Presence } from '../presence.ts'
import { isCorrupt } from '../sqlite-codes.ts'
import type { Append, AppendVerdict } from './append.ts'
import { sqlitePortError } from './failures.ts'
import { Judge } from './judge.ts'
import { SqliteLedgers } from './ledgers.ts'

/**
 * Group commit: appends of many ledgers in one transaction, with one sync. Verdicts, refusals
 * too, are given only after the COMMIT, since a later one may rest on an earlier append.
 */
export class Transactions {
  readonly #db: DatabaseSync
  readonly #presence: Presence
  readonly #ledgers: SqliteLedgers
  readonly #judge: Judge
  readonly #begin: StatementSync
  readonly #commit: StatementSync

  constructor(db: DatabaseSync, presence: Presence) {
    this.#db = db
    this.#presence = presence
    this.#ledgers = new SqliteLedgers(db)
    this.#judge = new Judge(db, this.#ledgers)
    this.#begin = db.prepare('BEGIN IMMEDIATE')
    this.#commit = db.prepare('COMMIT')
  }

  /** Commits what may be committed, and says of each append what became of it. */
  commit(appends: readonly Append[]): AppendVerdict[] {
    try {
      this.#presence.check()
      this.#begin.run()
      const verdicts = appends.map((append) => this.#judge.carryOut(append))
      this.#commit.run()
      // A file that was removed meanwhile has taken the events with it.
      this.#presence.check()
      return verdicts
    } catch (error) {
      const failure = this.#undo(error)
      // Damage of one ledger is not that of its neighbours.
      if (isCorrupt(failure) && appends.length > 1) {
        return appends.flatMap((append) => this.commit([append]))
      }
      return appends.map((append) => verdictOf(sqlitePortError(failure, append.ledger)))
    }
  }

  /** Rolls back what SQLite has not rolled back itself, and returns the failure to report. */
  #undo(failure: unknown): unknown {
    this.#ledgers.forget()
    try {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      return failure
    } catch (worse) {
      return worse
    }
  }
}

function verdictOf(failure: unknown): AppendVerdict {
  if (failure instanceof LedgerDamaged) return { damage: failure.damage }
  const message = failure instanceof Error ? failure.message : String(failure)
  return failure instanceof StoreUnavailable ? { unavailable: message } : { failure: message }
}
