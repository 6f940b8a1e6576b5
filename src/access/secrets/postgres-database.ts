import pg from 'pg'
import { StoreUnavailable } from '../../store/event-store.ts'
import { readPostgresAddress } from './postgres-address.ts'
import { POSTGRES_MIGRATIONS } from './postgres-migrations.ts'
import type { Outcome, SqlDatabase, Statement } from './sql-database.ts'

/** The longest wait for a connection, and for the answer to a statement, in milliseconds. */
const CONNECT_MS = 5_000
const ANSWER_MS = 10_000
const MOST_CONNECTIONS = 10
/** Numbers of PostgreSQL's advisory locks: whoever changes the tables has this one. */
const MIGRATING = 0x444c5365
/** The types of values that come as numbers (`pg_type`): bigint, and what `count` returns. */
const BIGINT = 20

/** A PostgreSQL with the secrets that several instances share. */
export class PostgresDatabase implements SqlDatabase {
  readonly listedSql = 'IN (SELECT json_array_elements_text(CAST(? AS json)))'
  readonly #pool: pg.Pool

  /** @throws {Error} as {@link readPostgresAddress}; nothing is connected yet. */
  constructor(address: string) {
    this.#pool = new pg.Pool({
      ...readPostgresAddress(address),
      max: MOST_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: ANSWER_MS,
      statement_timeout: ANSWER_MS,
      keepAlive: true,
      application_name: 'diplomacy-ledger',
      types: { getTypeParser },
    })
    // A connection that breaks while nobody uses it is replaced.
    this.#pool.on('error', () => undefined)
  }

  /**
   * Makes the tables, or brings them to the form of this version.
   *
   * @throws {StoreUnavailable}
   * @throws {Error} a newer version of the service made them.
   */
  async migrate(): Promise<void> {
    await this.#atOnce(async (client) => {
      await client.query(`SELECT pg_advisory_xact_lock(${MIGRATING})`)
      await client.query('CREATE TABLE IF NOT EXISTS secrets_version (version INTEGER NOT NULL)')
      const { rows } = await client.query('SELECT version FROM secrets_version')
      const version: number = rows[0]?.version ?? 0
      if (version > POSTGRES_MIGRATIONS.length) throw new NewerTables()
      if (version === POSTGRES_MIGRATIONS.length) return
      for (const statements of POSTGRES_MIGRATIONS.slice(version)) await client.query(statements)
      await client.query('DELETE FROM secrets_version')
      await client.query('INSERT INTO secrets_version VALUES ($1)', [POSTGRES_MIGRATIONS.length])
    })
  }

  async run(statements: readonly Statement[]): Promise<readonly Outcome[]> {
    const [only] = statements
    if (only !== undefined && statements.length === 1) {
      return [await this.#asked(() => runOn(this.#pool, only))]
    }
    return this.#atOnce(async (client) => {
      const outcomes: Outcome[] = []
      for (const one of statements) outcomes.push(await runOn(client, one))
      return outcomes
    })
  }

  async ready(): Promise<void> {
    const sql = 'SELECT pg_is_in_recovery() AS copies'
    const { rows } = await this.#asked(() => this.#pool.query(sql))
    if (rows[0]?.copies) throw unavailable('the server is a standby, which cannot be written')
  }

  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end()
  }

  async #atOnce<T>(act: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#asked(() => this.#pool.connect())
    // A connection whose state is unknown is not used again.
    let failure: Error | undefined
    try {
      return await this.#asked(async () => {
        await client.query('BEGIN')
        const done = await act(client)
        await client.query('COMMIT')
        return done
      })
    } catch (error) {
      failure = error as Error
      throw error
    } finally {
      client.release(failure)
    }
  }

  /** @throws {StoreUnavailable} in the place of whatever says that the server cannot serve just now. */
  async #asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask()
    } catch (error) {
      if (error instanceof NewerTables || isOurs(error)) throw error
      throw unavailable(reasonOf(error), error)
    }
  }
}

class NewerTables extends Error {
  constructor() {
    super('has tables that a newer version of the service made')
  }
}

async function runOn(on: pg.Pool | pg.PoolClient, [sql, ...values]: Statement): Promise<Outcome> {
  let at = 0
  const numbered = sql.replaceAll('?', () => `$${++at}`)
  const { rows, rowCount } = await on.query(numbered, values)
  return { rows, changed: rowCount ?? 0 }
}

function getTypeParser(type: number, format?: 'text' | 'binary') {
  if (type === BIGINT) return Number
  return pg.types.getTypeParser(type, format as 'text')
}

/** Tells if an error blames what was asked (SQLSTATE classes 22 and 23): a mistake in the service. */
function isOurs(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '')
}

/** The reason of a failure as clients may read it: without names of users, hosts and databases. */
function reasonOf(error: unknown): string {
  const { message, code } = error as Error & { readonly code?: string }
  return error instanceof pg.DatabaseError ? `SQLSTATE ${code}` : (code ?? message)
}

function unavailable(why: string, cause?: unknown): StoreUnavailable {
  return new StoreUnavailable(`the secrets in PostgreSQL cannot be had: ${why}`, { cause })
}
