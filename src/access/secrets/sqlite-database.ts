import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { StoreUnavailable } from '../../store/event-store.ts'
import { isPassingFault } from '../../store/sqlite-codes.ts'
import { isEmptyOrOf, openPrivateFile } from '../private-file.ts'
import type { Outcome, Row, SqlDatabase, Statement } from './sql-database.ts'
import { SECRETS_APPLICATION_ID, SQLITE_MIGRATIONS } from './sqlite-migrations.ts'

/** The error of the port for what may pass, a full disk say; other errors come back unchanged. */
function secretsError(error: unknown): unknown {
  if (!isPassingFault(error)) return error
  return new StoreUnavailable(`the file of the secrets: ${error.message}`, { cause: error })
}

/**
 * A SQLite file of secrets, which one process has open at a time. What is deleted or replaced is
 * overwritten (`secure_delete`), and stays in no journal.
 */
export class SqliteDatabase implements SqlDatabase {
  readonly listedSql = 'IN (SELECT value FROM json_each(?))'
  readonly #db: DatabaseSync
  readonly #prepared = new Map<string, StatementSync>()

  /** @throws {Error} of SQLite; BUSY where another process has the file open. */
  constructor(file: string) {
    this.#db = openPrivateFile(file, 0)
    try {
      this.#db.exec(`
        PRAGMA locking_mode = EXCLUSIVE;
        PRAGMA journal_mode = TRUNCATE;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        BEGIN IMMEDIATE;`)
      this.#migrate()
      this.#db.exec('COMMIT')
    } catch (error) {
      this.#db.close()
      throw error
    }
  }

  async run(statements: readonly Statement[]): Promise<readonly Outcome[]> {
    try {
      if (statements.length === 1) return statements.map((one) => this.#run(one))
      return this.#transaction(statements)
    } catch (error) {
      throw secretsError(error)
    }
  }

  async ready(): Promise<void> {}

  async close(): Promise<void> {
    if (this.#db.isOpen) this.#db.close()
  }

  /** Runs the statements without a pause in which another call would be part of the transaction. */
  #transaction(statements: readonly Statement[]): readonly Outcome[] {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const outcomes = statements.map((one) => this.#run(one))
      this.#db.exec('COMMIT')
      return outcomes
    } catch (error) {
      // SQLite rolls back by itself where it cannot commit.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      throw error
    }
  }

  #run([sql, ...values]: Statement): Outcome {
    const prepared = this.#prepared.get(sql) ?? this.#db.prepare(sql)
    this.#prepared.set(sql, prepared)
    if (sql.startsWith('SELECT')) return { rows: prepared.all(...values) as Row[], changed: 0 }
    return { rows: [], changed: Number(prepared.run(...values).changes) }
  }

  /** @throws {Error} the file is another program's, or of a newer version. */
  #migrate(): void {
    if (!isEmptyOrOf(this.#db, SECRETS_APPLICATION_ID))
      throw new Error('it is the file of something else')
    const version = Number(this.#db.prepare('PRAGMA user_version').get()?.user_version)
    if (version > SQLITE_MIGRATIONS.length)
      throw new Error('a newer version of the service made it')
    for (const statements of SQLITE_MIGRATIONS.slice(version)) this.#db.exec(statements)
    this.#db.exec(`PRAGMA application_id = ${SECRETS_APPLICATION_ID}`)
    this.#db.exec(`PRAGMA user_version = ${SQLITE_MIGRATIONS.length}`)
  }
}
