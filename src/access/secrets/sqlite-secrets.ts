import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { APPLICATION_ID, MIGRATIONS } from './migrations.ts'
import type {
  ErasedUpTo,
  ErasureRequest,
  KeyRecord,
  ListedKey,
  NewEntryKey,
  PlannedRelease,
  PrincipalRecord,
  SecretsStore,
  SessionRecord,
} from './secrets-store.ts'

const KEY =
  'seq, id, principal, name, scopes, created_at, created_by, expires_at, revoked_at, revoked_by'

/**
 * Secrets in a SQLite file of their own, which one process has open at a time. What is deleted or
 * replaced is overwritten (`secure_delete`), and stays in no journal.
 */
export class SqliteSecrets implements SecretsStore {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  /** @throws {Error} of SQLite; BUSY where another process has the file open. */
  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    closeSync(openSync(file, 'a', 0o600))
    this.#db = new DatabaseSync(file, { timeout: 0 })
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

  async addPrincipal(principal: PrincipalRecord): Promise<void> {
    this.#add(principal)
  }

  async principal(id: string): Promise<PrincipalRecord | undefined> {
    const row = this.#get('SELECT id, name, created_at FROM principal WHERE id = ?', id)
    if (row === undefined) return undefined
    return { id, name: String(row.name), createdAt: Number(row.created_at) }
  }

  async principalOf(issuer: string, subject: string): Promise<string | undefined> {
    return this.#principalOf(issuer, subject)
  }

  async addIdentity(issuer: string, subject: string, principal: PrincipalRecord): Promise<string> {
    return this.#atOnce(() => {
      const known = this.#principalOf(issuer, subject)
      if (known === undefined) {
        this.#add(principal)
        this.#run('INSERT INTO identity VALUES (?, ?, ?)', issuer, subject, principal.id)
      }
      return known ?? principal.id
    })
  }

  async addKey(key: KeyRecord, hash: Uint8Array): Promise<void> {
    const { id, principal, name, scopes, createdAt, createdBy } = key
    const { expiresAt, revokedAt, revokedBy } = key
    this.#run(
      `INSERT INTO access_key (id, principal, name, scopes, hash, created_at, created_by,
         expires_at, revoked_at, revoked_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[id, principal, name, JSON.stringify(scopes), hash],
      ...[createdAt, createdBy, expiresAt, revokedAt, revokedBy],
    )
  }

  async key(id: string) {
    const row = this.#get(`SELECT ${KEY}, hash FROM access_key WHERE id = ?`, id)
    return row && { record: keyOf(row), hash: row.hash as Uint8Array }
  }

  async keys(after: number, limit: number): Promise<readonly ListedKey[]> {
    const sql = `SELECT ${KEY} FROM access_key WHERE seq > ? ORDER BY seq LIMIT ?`
    return this.#prepared(sql).all(after, limit).map(keyOf)
  }

  async revokeKey(id: string, at: number, by: string): Promise<KeyRecord | undefined> {
    const unless = 'WHERE id = ? AND revoked_at IS NULL'
    this.#run(`UPDATE access_key SET revoked_at = ?, revoked_by = ? ${unless}`, at, by, id)
    return (await this.key(id))?.record
  }

  async addSession(hash: Uint8Array, session: SessionRecord, now: number): Promise<void> {
    const { principal, key, expiresAt } = session
    this.#run('DELETE FROM session WHERE expires_at <= ?', now)
    this.#run('INSERT INTO session VALUES (?, ?, ?, ?)', hash, principal, key, expiresAt)
  }

  async session(hash: Uint8Array): Promise<SessionRecord | undefined> {
    const row = this.#get('SELECT principal, key, expires_at FROM session WHERE hash = ?', hash)
    if (row === undefined) return undefined
    const { principal, key, expires_at: expiresAt } = row
    return { principal: String(principal), key: String(key), expiresAt: Number(expiresAt) }
  }

  async endSession(hash: Uint8Array): Promise<number> {
    return Number(this.#prepared('DELETE FROM session WHERE hash = ?').run(hash).changes)
  }

  async endSessions(principal: string): Promise<number> {
    const ended = this.#prepared('DELETE FROM session WHERE principal = ?').run(principal)
    return Number(ended.changes)
  }

  async addEntryKeys(ledger: string, keys: ReadonlyMap<string, NewEntryKey>) {
    this.#atOnce(() => {
      const add = 'INSERT INTO entry_key VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'
      for (const [id, { key, releaseAt }] of keys)
        this.#run(add, ledger, id, key, releaseAt ?? null)
    })
    return this.entryKeys(ledger, [...keys.keys()])
  }

  async entryKeys(ledger: string, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
    const among = 'id IN (SELECT value FROM json_each(?))'
    const rows = this.#prepared(`SELECT id, key FROM entry_key WHERE ledger = ? AND ${among}`)
    const found = rows.all(ledger, JSON.stringify(ids))
    return new Map(found.map(({ id, key }) => [String(id), key as Uint8Array]))
  }

  async plannedReleases(): Promise<PlannedRelease[]> {
    const planned = 'release_at IS NOT NULL ORDER BY release_at LIMIT 1000'
    const rows = this.#prepared(`SELECT ledger, id, release_at FROM entry_key WHERE ${planned}`)
    return rows.all().map(({ ledger, id, release_at: at }) => ({
      ...{ ledger: String(ledger), id: String(id), at: Number(at) },
    }))
  }

  async releaseDone(ledger: string, id: string): Promise<void> {
    this.#run('UPDATE entry_key SET release_at = NULL WHERE ledger = ? AND id = ?', ledger, id)
  }

  async askErasure({ ledger, target, reason, askedBy, askedAt }: ErasureRequest): Promise<void> {
    const sql = 'INSERT OR REPLACE INTO erasure_request VALUES (?, ?, ?, ?, ?)'
    this.#run(sql, ledger, target, reason, askedBy, askedAt)
  }

  async erasureRequests(ledger: string): Promise<ErasureRequest[]> {
    const sql = 'SELECT * FROM erasure_request WHERE ledger = ? ORDER BY asked_at, target'
    return this.#prepared(sql)
      .all(ledger)
      .map((row) => ({
        ...{ ledger, target: String(row.target), reason: String(row.reason) },
        ...{ askedBy: String(row.asked_by), askedAt: Number(row.asked_at) },
      }))
  }

  async destroyEntryKeys(ledger: string, ids: readonly string[]): Promise<void> {
    const among = 'IN (SELECT value FROM json_each(?))'
    this.#atOnce(() => {
      for (const [table, id] of [
        ['entry_key', 'id'],
        ['erasure_request', 'target'],
      ]) {
        const sql = `DELETE FROM ${table} WHERE ledger = ? AND ${id} ${among}`
        this.#run(sql, ledger, JSON.stringify(ids))
      }
    })
  }

  async erasedUpTo(): Promise<ErasedUpTo | undefined> {
    const row = this.#get('SELECT position, ledger, id FROM erased_up_to')
    if (row === undefined) return undefined
    return { position: String(row.position), ledger: String(row.ledger), id: String(row.id) }
  }

  async keepErasedUpTo({ position, ledger, id }: ErasedUpTo): Promise<void> {
    this.#run('INSERT OR REPLACE INTO erased_up_to VALUES (1, ?, ?, ?)', position, ledger, id)
  }

  async close(): Promise<void> {
    if (this.#db.isOpen) this.#db.close()
  }

  /** Runs `act` as one transaction, without a pause in which another call would be part of it. */
  #atOnce<T>(act: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const done = act()
      this.#db.exec('COMMIT')
      return done
    } catch (error) {
      this.#db.exec('ROLLBACK')
      throw error
    }
  }

  /** @throws {Error} the file is another program's, or of a newer version. */
  #migrate(): void {
    const mark = Number(this.#get('PRAGMA application_id')?.application_id)
    const version = Number(this.#get('PRAGMA user_version')?.user_version)
    const isFresh = this.#get('SELECT 1 FROM sqlite_schema LIMIT 1') === undefined
    if (!isFresh && mark !== APPLICATION_ID) throw new Error('it is the file of something else')
    if (version > MIGRATIONS.length) throw new Error('a newer version of the service made it')
    for (const statements of MIGRATIONS.slice(version)) this.#db.exec(statements)
    this.#db.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
    this.#db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`)
  }

  #add({ id, name, createdAt }: PrincipalRecord): void {
    this.#run('INSERT INTO principal VALUES (?, ?, ?)', id, name, createdAt)
  }

  #principalOf(issuer: string, subject: string): string | undefined {
    const sql = 'SELECT principal FROM identity WHERE issuer = ? AND subject = ?'
    return this.#get(sql, issuer, subject)?.principal as string | undefined
  }

  #get(sql: string, ...values: SQLInputValue[]) {
    return this.#prepared(sql).get(...values)
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#prepared(sql).run(...values)
  }

  #prepared(sql: string): StatementSync {
    const prepared = this.#statements.get(sql) ?? this.#db.prepare(sql)
    this.#statements.set(sql, prepared)
    return prepared
  }
}

type Row = NonNullable<ReturnType<StatementSync['get']>>

function keyOf(row: Row): ListedKey {
  return {
    seq: Number(row.seq),
    id: String(row.id),
    principal: String(row.principal),
    name: String(row.name),
    scopes: JSON.parse(String(row.scopes)),
    createdAt: Number(row.created_at),
    createdBy: String(row.created_by),
    expiresAt: row.expires_at as number | null,
    revokedAt: row.revoked_at as number | null,
    revokedBy: row.revoked_by as string | null,
  }
}
